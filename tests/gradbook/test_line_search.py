"""A line search goes as far as Armijo's condition lets it, always downwards, and always ends."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradbook import backtracking, bowl, line_search_descent, ravine, rosenbrock
from gradbook.functions import himmelblau


@settings(deadline=None, max_examples=50)
@given(
    st.tuples(st.floats(-5, 5), st.floats(-5, 5)),
    st.sampled_from([bowl, ravine, himmelblau, rosenbrock]),
    st.floats(1e-4, 0.9),
    st.floats(0.1, 0.9),
)
def test_the_rate_is_the_first_that_satisfies_armijos_condition(x, f, c, shrink):
    x = np.array(x)
    g = f.gradient(x)
    if np.abs(g).max() < 1e-3:
        return
    eta = backtracking(f, x, -g, gradient=f.gradient, lr=2.0, c=c, shrink=shrink)
    assert f(x - eta * g) <= f(x) - c * eta * (g @ g)
    if eta < 2:
        before = eta / shrink
        assert f(x - before * g) > f(x) - c * before * (g @ g) * (1 + 1e-9)


def test_on_a_bowl_half_a_step_of_newton_is_found():
    assert backtracking(bowl, [-3.0, 4.0], [6.0, -8.0]) == 0.5
    assert backtracking(bowl, [-3.0, 4.0], [6.0, -8.0], lr=0.1) == 0.1


def test_a_first_rate_that_leads_out_of_the_domain_is_shrunk():
    def f(x):
        return np.inf if x[0] <= 0 else x[0] - np.log(x[0])

    assert backtracking(f, [5.0], [-0.8], lr=8.0) == 4
    assert backtracking(lambda x: np.exp(x[0]), [0.0], [-1.0], lr=1e300) > 0


@pytest.mark.parametrize(("f", "x0"), [(ravine, [-7, 2]), (himmelblau, [0, 0])])
def test_descent_falls_in_each_step_with_no_rate_to_choose(f, x0):
    result = line_search_descent(f, x0, steps=500, gradient=f.gradient, tolerance=1e-6)
    assert result.converged
    assert (np.diff(result.values) < 0).all()


def test_a_gradient_of_the_wrong_sign_is_told_and_not_waited_for():
    result = line_search_descent(bowl, [3, 4], steps=9, gradient=lambda x: -2 * x)
    assert (result.ended, result.steps) == ("no lower point", 0)
    with pytest.raises(ValueError, match="direction must lead to lower points of f, found none"):
        backtracking(bowl, [3, 4], [6, 8], gradient=lambda x: -2 * x)


def test_the_number_of_trials_is_limited():
    calls = []

    def f(x):
        calls.append(1)
        return abs(x[0])

    result = line_search_descent(f, [0.0], steps=3, gradient=lambda x: [1.0], shrink=0.9)
    assert (result.ended, len(calls)) == ("no lower point", 1001)


def test_what_falls_without_end_diverges():
    result = line_search_descent(lambda x: -np.exp(x[0]), [1.0], steps=100)
    assert result.ended == "diverged"


def test_a_gradient_that_is_not_finite_diverges():
    result = line_search_descent(bowl, [3, 4], steps=9, gradient=lambda x: x * np.nan)
    assert (result.ended, result.steps) == ("diverged", 0)


def test_the_slowest_shrink_finds_what_the_quickest_does():
    for shrink in (0.1, 0.5, 0.9):
        steep = line_search_descent(
            lambda x: 1e3 * x @ x, [1.0, 1.0], steps=50, lr=1e9, shrink=shrink
        )
        assert steep.value < 1e-3, shrink


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"c": 0}, "c must be positive, got 0"),
        ({"c": 1}, "c must be between 0 and 1, got 1.0"),
        ({"shrink": 1.5}, "shrink must be between 0 and 0.9, got 1.5"),
        ({"lr": -1}, "lr must be positive, got -1"),
        ({"direction": [1]}, "direction must have the shape of x, (2,), got (1,)"),
        ({"direction": [6, 8]}, "direction must be one along which f falls, got slope 100.0"),
        ({"direction": [0, 0]}, "direction must be one along which f falls, got slope 0.0"),
        (
            {"x": [np.inf, 1]},
            "x must be a point at which f is finite, got [inf  1.], where f is inf",
        ),
        (
            {"gradient": lambda x: 1.0},
            "gradient must return the shape of x, (2,), got shape ()",
        ),
    ],
)
def test_bad_input_is_named(options, message):
    arguments = {"x": [3, 4], "direction": [-6, -8], "gradient": bowl.gradient} | options
    with pytest.raises(ValueError, match="must") as told:
        backtracking(bowl, **arguments)
    assert str(told.value) == message
