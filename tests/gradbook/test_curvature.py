"""The Hessian is that of the formula, and Newton's method says where its step is no descent."""

import numpy as np
import pytest

from gradbook import (
    bowl,
    grad,
    hessian,
    himmelblau,
    newton_descent,
    newton_step,
    plateau,
    ravine,
    rosenbrock,
    saddle,
)

EXACT = {
    himmelblau: lambda x: [
        [12 * x[0] ** 2 + 4 * x[1] - 42, 4 * (x[0] + x[1])],
        [4 * (x[0] + x[1]), 4 * x[0] + 12 * x[1] ** 2 - 26],
    ],
    rosenbrock: lambda x: [[2 - 400 * x[1] + 1200 * x[0] ** 2, -400 * x[0]], [-400 * x[0], 200]],
    ravine: lambda x: [[0.1, 0], [0, 2]],
    saddle: lambda x: [[2, 0], [0, -2]],
}


@pytest.mark.parametrize("f", EXACT, ids=lambda f: f.name)
def test_the_hessian_is_that_of_the_formula(f):
    for x in np.random.default_rng(0).uniform(-3, 3, (20, 2)):
        exact = np.array(EXACT[f](x))
        for gradient, off in [(None, 4e-8), (f.gradient, 5e-10), (grad(f), 5e-10)]:
            H = hessian(f, x, gradient=gradient)
            np.testing.assert_allclose(H, exact, rtol=0, atol=off * np.abs(exact).max())
            assert (H == H.T).all()


def test_any_shape_will_do():
    A = np.arange(36.0).reshape(6, 6)

    def f(x):
        return np.sum((A @ x.ravel()) ** 2)

    x = np.ones((2, 3))
    np.testing.assert_allclose(hessian(f, x), 2 * A.T @ A, rtol=1e-6)
    assert x.tolist() == [[1, 1, 1], [1, 1, 1]]
    assert hessian(lambda x: x**3, 2.0)[0, 0] == pytest.approx(12, rel=1e-7)
    assert hessian(lambda x: 0.0, []).shape == (0, 0)
    assert np.isnan(hessian(lambda x: x**2, np.inf)).all()  # as a derivative there


def test_the_step_fits_the_precision_of_the_answers():
    H = hessian(lambda x: np.float32(np.sum(x**2)), [1.0, 2.0])
    np.testing.assert_allclose(H, [[2, 0], [0, 2]], atol=1e-3)
    assert hessian(lambda x: float(x[0] ** 4), [1.0], h=0.5)[0, 0] == pytest.approx(13)


def test_newtons_step_leads_to_the_bottom_of_a_parabola_and_to_the_top_of_another():
    x = np.array([-7.0, 2.0])
    for f in (ravine, saddle):
        s = newton_step(f.gradient(x), EXACT[f](x))
        np.testing.assert_allclose(x + s, 0, atol=1e-14)
    assert newton_step([[1.0], [2.0]], np.eye(2)).tolist() == [[-1], [-2]]


@pytest.mark.parametrize("gradient", [None, rosenbrock.gradient, grad(rosenbrock)])
def test_newton_finds_the_minimum_of_rosenbrock_in_a_few_steps(gradient):
    result = newton_descent(rosenbrock, [-1.2, 1], steps=20, gradient=gradient, tolerance=1e-6)
    assert result.converged
    assert result.steps <= 7
    np.testing.assert_allclose(result.x, [1, 1], atol=1e-7)


def test_a_hessian_by_formula_makes_the_number_of_right_digits_double():
    result = newton_descent(
        rosenbrock,
        [-1.2, 1],
        steps=6,
        gradient=rosenbrock.gradient,
        hessian=EXACT[rosenbrock],
    )
    errors = np.abs(result.path - 1).max(axis=1)
    assert errors[5] < 1e-4
    assert errors[6] < 10 * errors[5] ** 2


@pytest.mark.parametrize(
    ("f", "x0"),
    [
        (saddle, [1.0, 2.0]),
        (himmelblau, [0.0, 0.0]),
        (plateau, [2.0, 0.0]),
        (lambda x: x[0] ** 2, [1.0, 1.0]),  # flat along x₁
        (lambda x: x[0], [1.0, 1.0]),
    ],
)
def test_where_the_hessian_is_not_positive_definite_it_stops(f, x0):
    result = newton_descent(f, x0, steps=5)
    assert (result.ended, result.steps) == ("not positive definite", 0)
    assert str(result).startswith("not positive definite after 0 steps at x = ")


def test_a_curvature_that_is_but_rounding_counts_as_none():
    for x0 in np.random.default_rng(0).uniform(-3, 3, (20, 2)):
        result = newton_descent(lambda x: (x[0] + x[1]) ** 2, x0, steps=5)
        assert (result.ended, result.steps) == ("not positive definite", 0)


def test_a_hessian_by_formula_may_be_nearly_singular():
    result = newton_descent(
        lambda x: x[0] ** 2 + 1e-9 * x[1] ** 2,
        [1.0, 1.0],
        steps=3,
        gradient=lambda x: [2 * x[0], 2e-9 * x[1]],
        hessian=lambda x: [[2, 0], [0, 2e-9]],
    )
    np.testing.assert_allclose(result.x, 0, atol=1e-6)


def test_a_hessian_that_is_not_finite_is_divergence():
    result = newton_descent(bowl, [1, 2], steps=3, hessian=lambda x: np.full((2, 2), np.nan))
    assert (result.ended, result.steps) == ("diverged", 0)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: hessian(3, [1]), TypeError, "f must be callable, got int"),
        (lambda: hessian(bowl, [1, 1j]), TypeError, "x must be real, got complex128"),
        (lambda: hessian(bowl, [1, 2], h=0), ValueError, "h must be positive, got 0.0"),
        (
            lambda: hessian(bowl, [1, 2], gradient=lambda x: 1.0),
            ValueError,
            "gradient must return the shape of x, (2,), got shape ()",
        ),
        (
            lambda: newton_step([1, 2], [[1, 2]]),
            ValueError,
            "hessian must have shape (2, 2), got (1, 2)",
        ),
        (
            lambda: newton_step([1, 2], [[1, 1], [1, 1]]),
            ValueError,
            "hessian must not be singular, got [[1.0, 1.0], [1.0, 1.0]]",
        ),
        (
            lambda: newton_step([1, 2], [[1, 1], [0, 1]]),
            ValueError,
            "hessian must be symmetric, got [[1.0, 1.0], [0.0, 1.0]]",
        ),
        (
            lambda: newton_step([1], [[np.inf]]),
            ValueError,
            "hessian must be finite, got [[inf]]",
        ),
        (
            lambda: newton_descent(bowl, [1, 2], steps=1, hessian=3),
            TypeError,
            "hessian must be callable, got int",
        ),
        (
            lambda: newton_descent(bowl, [1, 2], steps=1, hessian=lambda x: 2.0),
            ValueError,
            "hessian must have shape (2, 2), got ()",
        ),
        (
            lambda: newton_descent(bowl, [1, 2], steps=-1),
            ValueError,
            "steps must be an integer, 0 or more, got -1",
        ),
    ],
)
def test_bad_input_is_named(call, error, message):
    with pytest.raises(error) as told:
        call()
    assert str(told.value) == message


def test_a_ragged_value_is_named():
    with pytest.raises(ValueError, match="f must return rows of one length"):
        hessian(lambda x: [[1, 2], [3]], [1.0, 2.0])
