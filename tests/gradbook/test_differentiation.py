"""Numerical differentiation: right, careful with what it is given, and clear when it is not."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradbook import (
    bowl,
    derivative,
    gradient_field,
    himmelblau,
    numerical_gradient,
    plateau,
    ravine,
    rosenbrock,
    saddle,
)
from gradbook.fields import PIECE

LANDSCAPES = [bowl, ravine, saddle, plateau, himmelblau, rosenbrock]
REALS = st.floats(-1e6, 1e6, allow_nan=False)


def sum_of_squares(x):
    return np.sum(x**2)


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=lambda f: f.name)
@pytest.mark.parametrize(("order", "tolerance"), [(2, 5e-10), (4, 5e-12)])
def test_gradient_agrees_with_the_exact_one(landscape, order, tolerance):
    points = np.random.default_rng(0).uniform(-2, 2, size=(20, 2))
    exact = np.array([landscape.gradient(x) for x in points])
    found = np.array([numerical_gradient(landscape, x, order=order) for x in points])
    assert np.abs(found - exact).max() <= tolerance * np.abs(exact).max()


@pytest.mark.parametrize(("order", "ratio"), [(2, 4), (4, 16)])
def test_error_shrinks_with_the_power_of_the_step(order, ratio):
    def error(h):
        x = np.array([1.0])
        return abs(numerical_gradient(lambda x: np.exp(x[0]), x, h=h, order=order)[0] - np.e)

    assert error(0.1) / error(0.05) == pytest.approx(ratio, rel=0.02)


@given(hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_side=3), elements=REALS))
def test_gradient_has_the_shape_of_x_and_leaves_x_alone(x):
    before = x.copy()
    x.flags.writeable = False
    gradient = numerical_gradient(sum_of_squares, x)
    assert gradient.shape == x.shape
    assert gradient.dtype == np.float64
    np.testing.assert_array_equal(x, before)
    np.testing.assert_allclose(gradient, 2 * x, rtol=1e-8, atol=1e-4 * (1 + np.abs(x).max()))


@pytest.mark.parametrize("x", [[3, 4], (3, 4), np.array([3, 4]), np.array([3, 4], np.float32)])
def test_integers_lists_and_float32_are_promoted(x):
    np.testing.assert_allclose(numerical_gradient(sum_of_squares, x), [6, 8], rtol=1e-9)


def test_f_may_change_what_it_is_given():
    def greedy(x):
        value = np.sum(x**2)
        x[:] = 0
        return value

    x = np.array([3.0, 4.0])
    np.testing.assert_allclose(numerical_gradient(greedy, x), [6, 8], rtol=1e-9)
    assert x.tolist() == [3, 4]


def test_x_stays_where_it_is_when_f_fails():
    x = np.array([3.0, 4.0])
    with pytest.raises(ZeroDivisionError):
        numerical_gradient(lambda x: 1 / 0, x)
    assert x.tolist() == [3, 4]


def test_a_large_x_gets_a_large_step():
    x = np.array([3e12])
    np.testing.assert_allclose(numerical_gradient(sum_of_squares, x), 2 * x, rtol=1e-9)


def test_a_step_for_each_entry():
    moves = []
    numerical_gradient(lambda x: moves.append(x) or x.sum(), [1.0, 1e8], h=[0.5, 1000])
    np.testing.assert_array_equal(np.ptp(moves, axis=0), [1, 2000])


def test_empty_x_gives_an_empty_gradient():
    assert numerical_gradient(sum_of_squares, []).shape == (0,)


def test_nan_and_infinity_pass_through():
    gradient = numerical_gradient(lambda x: x[0] + x[1], [np.nan, 1.0])
    assert np.isnan(gradient).all()
    assert np.isnan(numerical_gradient(lambda x: x[0], [np.inf])).all()


def test_the_closure_trap_is_told():
    W = np.ones(2)
    with pytest.warns(RuntimeWarning, match="f returned the same value whatever its argument"):
        assert not numerical_gradient(lambda w: np.sum(W**2), W).any()


@pytest.mark.parametrize("x", [[0.0, 0.0], [30.0, 40.0]])
def test_a_flat_place_is_no_closure_trap(x):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not numerical_gradient(plateau, x).any()


def test_a_function_that_refuses_nan_is_no_closure_trap():
    def careful(x):
        if np.isnan(x).any():
            raise ValueError("no nan")
        return 1.0

    assert not numerical_gradient(careful, [1.0]).any()


@pytest.mark.parametrize(
    ("f", "x", "options", "error", "message"),
    [
        (
            lambda x: x,
            [1, 2],
            {},
            ValueError,
            "f must return a real number, got shape (2,)",
        ),
        (
            lambda x: None,
            [1, 2],
            {},
            TypeError,
            "f must return a real number, got None",
        ),
        (lambda x: 1j, [1, 2], {}, TypeError, "f must return a real number, got 1j"),
        (3, [1, 2], {}, TypeError, "f must be callable, got int"),
        (bowl, [1, 2j], {}, TypeError, "x must be real, got complex128"),
        (bowl, ["a", "b"], {}, TypeError, "x must be real, got <U1"),
        (bowl, [1, 2], {"h": 0.0}, ValueError, "h must be positive, got 0.0"),
        (bowl, [1, 2], {"h": -1}, ValueError, "h must be positive, got -1.0"),
        (bowl, [1, 2], {"h": np.inf}, ValueError, "h must be positive, got inf"),
        (bowl, [1, 2], {"h": np.nan}, ValueError, "h must be positive, got nan"),
        (bowl, [1, 2], {"h": [1, -2]}, ValueError, "h must be positive, got -2.0"),
        (
            bowl,
            [1, 2],
            {"h": 1e-50},
            ValueError,
            "h must be large enough to move x, got 1e-50: 1.0 + 1e-50 rounds back to 1.0",
        ),
        (
            bowl,
            [1, 2],
            {"h": [1, 1, 1]},
            ValueError,
            "h must be a number or fit the shape of x, (2,), got shape (3,)",
        ),
        (
            bowl,
            [1, 2],
            {"order": 3},
            ValueError,
            "order must be 2 or 4 for the central difference, got 3",
        ),
    ],
)
def test_bad_input_is_named(f, x, options, error, message):
    with pytest.raises(error) as told:
        numerical_gradient(f, x, **options)
    assert str(told.value) == message


# The derivative -------------------------------------------------------------------------------


@pytest.mark.parametrize(("method", "tolerance"), [("central", 1e-10), ("forward", 1e-7)])
def test_derivative_agrees_with_the_exact_one(method, tolerance):
    x = np.linspace(-3, 3, 25)
    np.testing.assert_allclose(derivative(np.sin, x, method=method), np.cos(x), atol=tolerance)


@pytest.mark.parametrize(("method", "ratio"), [("central", 4), ("forward", 2)])
def test_derivatives_error_shrinks_with_the_power_of_the_step(method, ratio):
    far, near = (abs(derivative(np.exp, 1.0, h=h, method=method) - np.e) for h in (0.02, 0.01))
    assert far / near == pytest.approx(ratio, rel=0.02)


@given(hnp.arrays(np.float64, hnp.array_shapes(min_dims=0, max_side=4), elements=REALS))
def test_derivative_has_the_shape_of_x_and_leaves_x_alone(x):
    before = x.copy()

    def greedy(x):
        value = x**2
        if x.ndim:
            x[...] = 0
        return value

    for method in ("central", "forward"):
        slope = derivative(greedy, x, method=method)
        assert np.shape(slope) == x.shape
        np.testing.assert_allclose(slope, 2 * x, rtol=1e-6, atol=1e-6)
        np.testing.assert_array_equal(x, before)


def test_derivative_of_a_large_x_gets_a_large_step():
    assert derivative(np.square, 3e12) == pytest.approx(6e12, rel=1e-9)


def test_derivative_passes_nan_and_infinity_through():
    assert np.isnan(derivative(np.square, [np.nan, np.inf])).all()


@pytest.mark.parametrize(
    ("f", "x", "options", "error", "message"),
    [
        (3, 1, {}, TypeError, "f must be callable, got int"),
        (np.sin, 1j, {}, TypeError, "x must be real, got complex128"),
        (np.sin, 1, {"h": 0}, ValueError, "h must be positive, got 0.0"),
        (
            np.sin,
            1,
            {"method": "backward"},
            ValueError,
            "method must be 'central' or 'forward', got 'backward'",
        ),
        (
            np.sum,
            [1, 2],
            {},
            ValueError,
            "f must return one value a point, shape (2,), got shape ()",
        ),
        (lambda x: None, 1, {}, TypeError, "values of f must be real, got object"),
        (
            np.sin,
            3e12,
            {"h": 1e-4, "method": "forward"},
            ValueError,
            "h must be large enough to move x, got 0.0001: "
            "3000000000000.0 + 0.0001 rounds back to 3000000000000.0",
        ),
    ],
)
def test_bad_input_for_a_derivative_is_named(f, x, options, error, message):
    with pytest.raises(error) as told:
        derivative(f, x, **options)
    assert str(told.value) == message


# The field ------------------------------------------------------------------------------------


@pytest.mark.parametrize("landscape", LANDSCAPES, ids=lambda f: f.name)
@pytest.mark.parametrize(("order", "tolerance"), [(2, 5e-10), (4, 5e-12)])
def test_field_agrees_with_the_exact_one(landscape, order, tolerance):
    grid = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 5))
    exact = landscape.gradient(grid)
    field = gradient_field(landscape, *grid, order=order)
    assert np.abs(field - exact).max() <= tolerance * np.abs(exact).max()


def test_field_agrees_with_the_gradient_at_each_point():
    grid = np.meshgrid(np.linspace(-2, 2, 3), np.linspace(-1, 1, 4))
    field = np.stack(gradient_field(ravine, *grid))
    for i in np.ndindex(grid[0].shape):
        point = [axis[i] for axis in grid]
        np.testing.assert_array_equal(field[:, *i], numerical_gradient(ravine, point))


@given(st.integers(1, 4), hnp.array_shapes(min_dims=0, max_dims=3, max_side=3))
def test_field_has_one_array_a_coordinate(d, shape):
    coordinates = [np.full(shape, float(i + 1)) for i in range(d)]
    field = gradient_field(lambda x: np.sum(x**2, axis=0), *coordinates)
    assert [part.shape for part in field] == [shape] * d
    np.testing.assert_allclose(field, 2 * np.array(coordinates), rtol=1e-9)


@pytest.mark.parametrize("h", [None, 1e-5, np.array([1e-5, 1e-4])[:, None]])
def test_a_large_field_comes_in_pieces_and_whole(h):
    sizes = []

    def f(x):
        sizes.append(x.shape[1])
        return x[0] * x[1]

    x0, x1 = np.linspace(0, 1, PIECE + 5), np.linspace(1, 2, PIECE + 5)
    u, v = gradient_field(f, x0, x1, h=h)
    np.testing.assert_allclose([u, v], [x1, x0], atol=1e-9)
    assert sizes == [PIECE] * 4 + [5] * 4


def test_field_leaves_the_coordinates_alone():
    grid = np.meshgrid(np.arange(3), np.arange(2))

    def greedy(x):
        value = np.sum(x**2, axis=0)
        x[:] = 0
        return value

    u, v = gradient_field(greedy, *grid)
    np.testing.assert_allclose([u, v], 2 * np.array(grid), atol=1e-9)
    assert grid[0].tolist() == [[0, 1, 2], [0, 1, 2]]


@pytest.mark.parametrize(
    ("f", "coordinates", "error", "message"),
    [
        (bowl, (), ValueError, "coordinates must be one array or more, got none"),
        (
            bowl,
            ([1, 2], [1, 2, 3]),
            ValueError,
            "coordinates must have one shape, got (2,) and (3,)",
        ),
        (bowl, ([1], [1j]), TypeError, "coordinates[1] must be real, got complex128"),
        (
            sum_of_squares,
            ([1, 2], [3, 4]),
            ValueError,
            "f must return one value a point, shape (2,), got shape ()",
        ),
        (
            lambda x: x[0] * 1j,
            ([1], [2]),
            TypeError,
            "values of f must be real, got complex128",
        ),
        ("f", ([1], [2]), TypeError, "f must be callable, got str"),
    ],
)
def test_bad_input_for_a_field_is_named(f, coordinates, error, message):
    with pytest.raises(error) as told:
        gradient_field(f, *coordinates)
    assert str(told.value) == message


def test_each_point_of_a_field_is_moved_by_its_own_step():
    n = PIECE + 5
    steps = np.linspace(0.1, 0.5, n)
    (slope,) = gradient_field(lambda x: x[0] ** 3, np.ones(n), h=steps)
    np.testing.assert_allclose(slope, 3 + steps**2, rtol=1e-12)  # (f(1 + h) − f(1 − h)) / 2h
