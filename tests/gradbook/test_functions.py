"""Landscapes: gradients by closed form, minima where they are said to be, points and batches."""

import numpy as np
import pytest
from math_core import LatexToMathML

from gradbook import Landscape, bowl, grad, himmelblau, plateau, ravine, rosenbrock, saddle

ALL = [bowl, ravine, saddle, plateau, himmelblau, rosenbrock]
EVERY = pytest.mark.parametrize("f", ALL, ids=lambda f: f.name)
POINTS = np.random.default_rng(1).uniform(-3, 3, size=(2, 20))


@EVERY
def test_gradient_is_exact(f):
    # The complex step: f(x + ih) = f(x) + ih f'(x) + O(h²), with nothing subtracted.
    h = 1e-30
    x0, x1 = POINTS.astype(complex)
    by_x0, by_x1 = f.value(x0 + 1j * h, x1).imag / h, f.value(x0, x1 + 1j * h).imag / h
    np.testing.assert_allclose(f.gradient(POINTS), [by_x0, by_x1], rtol=1e-12, atol=1e-14)


@EVERY
def test_a_batch_gives_what_its_points_give(f):
    many = np.random.default_rng(2).uniform(-7, 7, size=(2, 4000))  # one in a thousand is enough
    np.testing.assert_array_equal(f(many), [f(x) for x in many.T])
    np.testing.assert_array_equal(f.gradient(many).T, [f.gradient(x) for x in many.T])
    grid = POINTS.reshape(2, 4, 5)
    assert (f(grid).shape, f.gradient(grid).shape) == ((4, 5), (2, 4, 5))


@pytest.mark.parametrize("f", [f for f in ALL if f is not saddle], ids=lambda f: f.name)
def test_minima_are_flat_and_nothing_around_is_lower(f):
    assert f.minima
    for minimum in f.minima:
        np.testing.assert_allclose(f.gradient(minimum), 0, atol=1e-12)
        around = np.array(minimum)[:, np.newaxis] + 1e-3 * POINTS
        assert (f(around) > f(minimum)).all()


def test_the_saddle_has_no_minimum():
    assert saddle.minima == ()
    assert saddle([0, 1e-6]) < saddle([0, 0]) < saddle([1e-6, 0])


def test_the_plateau_is_flat_far_out_and_accurate_close_in():
    assert not plateau.gradient([30, 40]).any()
    assert plateau([1e-9, 0]) == pytest.approx(1e-18, rel=1e-15)


@EVERY
def test_the_formula_is_tex(f):
    assert "<math" in LatexToMathML().convert_with_local_state(f.tex, displaystyle=False)


@EVERY
def test_points_are_left_alone_and_promoted(f):
    points = POINTS.copy()
    points.flags.writeable = False
    f(points), f.gradient(points)
    assert f([1, 2]) == f([1.0, 2.0])


def of_ones_own(value=lambda x0, x1: x0 + x1, slopes=lambda x0, x1: (0 * x0 + 1, 0 * x1 + 1)):
    return Landscape("own", "x_0 + x_1", (), value, slopes)


def test_a_plane_of_ones_own_has_the_same_slopes_everywhere():
    assert of_ones_own().gradient([3, 4]).tolist() == [1, 1]
    assert of_ones_own().gradient([[3, 4, 5], [1, 2, 3]]).tolist() == [[1, 1, 1]] * 2


@pytest.mark.parametrize(
    ("landscape", "message"),
    [
        (
            of_ones_own(value=lambda x0, x1: 1.0),
            r"^value must .* \(1,\), got \(\); write 0 \* x0 \+ 1",
        ),
        (of_ones_own(slopes=lambda x0, x1: (1.0, 2.0)), r"^slopes must .* \(1,\), got \(\)"),
        (of_ones_own(slopes=lambda x0, x1: (2 * x0, 0.0)), r"^slopes must .* \(1,\), got \(\)"),
    ],
)
def test_a_constant_that_is_no_array_is_named(landscape, message):
    with pytest.raises(ValueError, match=message):
        landscape([3, 4]), landscape.gradient([3, 4])
    with pytest.raises(ValueError, match=message):
        grad(landscape)([3.0, 4.0]), grad(lambda x: landscape.gradient(x).sum())([3.0, 4.0])


def test_a_formula_of_ones_own_cannot_change_the_point():
    point = np.array([3.0, 4.0])
    with pytest.raises(ValueError, match="read-only"):
        of_ones_own(value=lambda x0, x1: np.add(x0, x1, out=x0))(point)
    assert point.tolist() == [3, 4]


@pytest.mark.parametrize(
    ("x", "error", "message"),
    [
        ([1, 2, 3], ValueError, "x must have two coordinates, got shape (3,)"),
        (3, ValueError, "x must have two coordinates, got shape ()"),
        ([1j, 2], TypeError, "x must be real, got complex128"),
    ],
)
def test_bad_points_are_named(x, error, message):
    for call in (bowl, bowl.gradient):
        with pytest.raises(error) as told:
            call(x)
        assert str(told.value) == message
