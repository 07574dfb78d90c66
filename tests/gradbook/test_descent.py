"""Descent: both coordinates at once, an honest ending, and a start that stays where it is."""

import numpy as np
import pytest

from gradbook import (
    SGD,
    Adam,
    Momentum,
    bowl,
    gradient_descent,
    himmelblau,
    minimize,
    ravine,
    rosenbrock,
)


def test_each_step_is_lr_times_the_gradient():
    path = gradient_descent(bowl, [-3, 4], lr=0.1, steps=3, gradient=bowl.gradient).path
    np.testing.assert_allclose(path[1:], 0.8 * path[:-1], rtol=1e-15)


def test_the_numbers_of_the_book():
    result = gradient_descent(bowl, [-3.0, 4.0], lr=0.1, steps=100)
    np.testing.assert_allclose(result.x, [-6.1111e-10, 8.1481e-10], rtol=1e-4)
    creeping = gradient_descent(bowl, [-3.0, 4.0], lr=1e-10, steps=100)
    np.testing.assert_allclose(creeping.x, [-2.99999994, 3.99999992], rtol=1e-9)
    away = gradient_descent(bowl, [-3.0, 4.0], lr=10, steps=100, gradient=bowl.gradient)
    np.testing.assert_allclose(away.x, [-2.25e128, 3.00e128], rtol=2e-3)


def test_the_start_is_not_moved_and_integers_will_do():
    start = np.array([-3, 4])
    result = gradient_descent(bowl, start, lr=0.1, steps=5)
    assert start.tolist() == [-3, 4]
    assert result.path[0].tolist() == [-3, 4]
    start = np.array([-3.0, 4.0])
    for steps in (0, 2):
        result = gradient_descent(bowl, start, lr=0.1, steps=steps)
        assert not np.shares_memory(result.x, start)
        assert not np.shares_memory(result.path, start)


def test_the_result_is_an_account_of_the_path():
    result = gradient_descent(ravine, [-7.0, 2.0], lr=0.9, steps=20)
    assert (result.steps, result.path.shape, result.values.shape) == (20, (21, 2), (21,))
    np.testing.assert_array_equal(result.values, [ravine(x) for x in result.path])
    np.testing.assert_array_equal(result.x, result.path[-1])
    assert result.value == result.values[-1]
    assert result.ended == "ran out of steps"


def test_it_stops_where_the_gradient_is_within_the_tolerance():
    result = gradient_descent(bowl, [-3, 4], lr=0.1, steps=1000, tolerance=1e-3)
    assert result.ended == "converged"
    assert np.abs(bowl.gradient(result.x)).max() <= 1e-3
    assert np.abs(bowl.gradient(result.path[-2])).max() > 1e-3


def test_a_last_step_that_arrives_has_converged():
    result = gradient_descent(bowl, [-3, 4], lr=0.5, steps=1, gradient=bowl.gradient)
    assert str(result) == "converged after 1 step at x = [0. 0.], f(x) = 0"


def test_divergence_stops_and_says_when():
    result = gradient_descent(bowl, [-3, 4], lr=10, steps=1000, gradient=bowl.gradient)
    assert result.ended == "diverged"
    assert result.steps == 119  # 25 · 19²ⁿ passes 1.8e308 at n = 120
    assert np.isfinite(result.path).all()
    assert np.isfinite(result.values).all()
    assert str(result).startswith("diverged after 119 steps at x = ")


def test_a_point_that_is_lost_is_divergence_even_if_f_is_finite():
    result = minimize(
        lambda x: 0.0, [1.0], SGD(1.0), steps=5, gradient=lambda x: np.array([np.inf])
    )
    assert (result.ended, result.steps) == ("diverged", 0)


def test_no_steps_gives_the_start():
    result = gradient_descent(bowl, [3, 4], lr=0.1, steps=0)
    assert (result.x.tolist(), result.value, result.steps) == ([3, 4], 25, 0)


def test_any_shape_will_do():
    start = np.array([[1.0, -2.0, 3.0], [0.0, 1.0, 2.0]])
    result = gradient_descent(lambda W: np.sum(W**2), start, lr=0.1, steps=2)
    assert result.path.shape == (3, 2, 3)
    np.testing.assert_allclose(result.x, 0.64 * start, atol=1e-9)
    assert gradient_descent(lambda x: x**2, 1.0, lr=0.1, steps=1).x == pytest.approx(0.8)


def test_f_and_gradient_may_change_what_they_are_given():
    def greedy(x):
        value = np.sum(x**2)
        x[:] = 9
        return value

    def greedy_gradient(x):
        slope = 2 * x
        x[:] = 9
        return slope

    result = gradient_descent(greedy, [3.0, 4.0], lr=0.1, steps=2, gradient=greedy_gradient)
    np.testing.assert_allclose(result.path, [[3, 4], [2.4, 3.2], [1.92, 2.56]])


@pytest.mark.parametrize("optimizer", [Momentum(0.001), Adam(0.05)])
def test_optimizers_find_the_minimum_of_rosenbrock(optimizer):
    result = minimize(rosenbrock, [-1.2, 1], optimizer, steps=5000, gradient=rosenbrock.gradient)
    np.testing.assert_allclose(result.x, rosenbrock.minima[0], atol=1e-3)


def test_which_minimum_is_found_depends_on_the_start():
    found = [
        gradient_descent(himmelblau, start, lr=0.01, steps=500).x
        for start in [[4, 4], [-4, 4], [-4, -4], [4, -4]]
    ]
    np.testing.assert_allclose(found, himmelblau.minima, atol=1e-6)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"lr": 0.0}, ValueError, "lr must be positive, got 0.0"),
        ({"steps": -1}, ValueError, "steps must be an integer, 0 or more, got -1"),
        ({"steps": 2.5}, ValueError, "steps must be an integer, 0 or more, got 2.5"),
        ({"tolerance": -1}, ValueError, "tolerance must be 0 or more, got -1"),
        ({"gradient": 3}, TypeError, "gradient must be callable, got int"),
        (
            {"gradient": lambda x: x[:1]},
            ValueError,
            "gradient must return the shape of x0, (2,), got shape (1,)",
        ),
        ({"x0": [1, 1j]}, TypeError, "x0 must be real, got complex128"),
        ({"f": None}, TypeError, "f must be callable, got NoneType"),
        ({"f": lambda x: x}, ValueError, "f must return a real number, got shape (2,)"),
    ],
)
def test_bad_input_is_named(options, error, message):
    arguments = {"f": bowl, "x0": [3, 4], "lr": 0.1, "steps": 3} | options
    with pytest.raises(error) as told:
        gradient_descent(arguments.pop("f"), arguments.pop("x0"), **arguments)
    assert str(told.value) == message


def test_a_class_is_no_optimizer():
    with pytest.raises(TypeError, match=r"optimizer must be an Optimizer, as SGD\(lr=0.1\) is"):
        minimize(bowl, [3, 4], Adam, steps=3)
