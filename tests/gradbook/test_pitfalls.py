"""The faults that the book takes apart: what happens, and what is right beside it."""

import warnings

import numpy as np
import pytest

from gradbook import (
    bowl,
    cross_entropy,
    gradient_descent,
    gradient_field,
    numerical_gradient,
    plateau,
    ravine,
)
from gradbook.pitfalls import (
    floored_cross_entropy,
    in_place_descent,
    in_place_gradient,
    row_by_row_gradient,
)


def f(x):
    return x[0] ** 2 + x[1] ** 2


def test_integers_lose_the_step():
    assert in_place_gradient(f, np.array([3, 4])).tolist() == [25000, 35000]
    np.testing.assert_allclose(numerical_gradient(f, np.array([3, 4])), [6, 8])


def test_a_matrix_does_not_fit():
    W = np.ones((2, 3))
    with pytest.raises(IndexError):
        in_place_gradient(lambda W: np.sum(W**2), W)
    np.testing.assert_allclose(numerical_gradient(lambda W: np.sum(W**2), W), 2 * W)


@pytest.mark.parametrize("error", [lambda x: x**2, lambda x: 1 / 0])
def test_an_error_leaves_x_moved(error):
    moved, kept = np.array([3.0, 4.0]), np.array([3.0, 4.0])
    for gradient, x in [(in_place_gradient, moved), (numerical_gradient, kept)]:
        with pytest.raises((ValueError, ZeroDivisionError)):
            gradient(error, x)
    assert moved.tolist() != [3, 4]
    assert kept.tolist() == [3, 4]


def test_a_fixed_step_is_rounded_away():
    x = np.array([3e8, 4e8])
    assert np.abs(in_place_gradient(f, x) / (2 * x) - 1).max() > 1e-4
    assert not in_place_gradient(f, np.array([3e12, 4e12])).any()
    np.testing.assert_allclose(numerical_gradient(f, 1e4 * x), 2e4 * x)


def test_a_loss_that_reads_its_weights_elsewhere_has_no_gradient():
    W = np.array([1.0, 2.0])
    np.testing.assert_allclose(in_place_gradient(lambda w: f(W), W), [2, 4])
    with pytest.warns(RuntimeWarning, match="whatever its argument"):
        assert not numerical_gradient(lambda w: f(W), W).any()


def test_rows_are_taken_for_points():
    points = np.stack([g.ravel() for g in np.meshgrid(*2 * [np.arange(-2, 2.5, 0.25)])])
    assert points.shape == (2, 324)
    lucky = row_by_row_gradient(lambda x: np.sum(x**2), points)
    assert 1e-10 < np.abs(lucky - 2 * points).max() < 1e-9

    def mixed(x):
        return x[0] ** 2 + x[1] ** 2 + x[0] * x[1]

    right = np.stack(gradient_field(mixed, *points))
    exact = [2 * points[0] + points[1], 2 * points[1] + points[0]]
    np.testing.assert_allclose(right, exact, atol=1e-9)
    wrong = row_by_row_gradient(mixed, points)
    assert np.count_nonzero(wrong) <= 4
    np.testing.assert_allclose(row_by_row_gradient(mixed, points.T).T, right, atol=1e-8)


def test_descent_moves_the_start_of_the_caller():
    start, kept = np.array([-3.0, 4.0]), np.array([-3.0, 4.0])
    assert in_place_descent(f, start, lr=0.1, steps=1) is start
    gradient_descent(f, kept, lr=0.1, steps=1)
    assert start.tolist() != [-3, 4]
    assert kept.tolist() == [-3, 4]
    with pytest.raises(TypeError):
        in_place_descent(f, np.array([-3, 4]), lr=0.1, steps=1)


def test_divergence_stands_still_where_the_step_is_rounded_away():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        stuck = in_place_descent(f, np.array([-3.0, 4.0]), lr=10, steps=100)
        later = in_place_descent(f, stuck.copy(), lr=10, steps=100)
    np.testing.assert_allclose(stuck, [-2.59e13, -1.30e12], rtol=5e-3)
    np.testing.assert_array_equal(stuck, later)
    true = gradient_descent(f, [-3, 4], lr=10, steps=100, gradient=bowl.gradient)
    np.testing.assert_allclose(true.x, [-2.25e128, 3.00e128], rtol=2e-3)


def test_the_floor_in_the_logarithm_hides_how_wrong_an_answer_is():
    scores, t = [1000.0, 0.0, -1000.0], [0, 0, 1]
    assert floored_cross_entropy(scores, t) == pytest.approx(16.118, abs=5e-4)
    assert cross_entropy(scores, t) == 2000


def test_the_gradient_points_up_and_its_opposite_down():
    x = np.array([3.0, 4.0])
    step = 1e-3 * numerical_gradient(bowl, x)
    assert bowl(x + step) > bowl(x) > bowl(x - step)


def test_the_arrow_does_not_always_point_at_the_lowest_place():
    x = np.array([2.0, 1.0])
    down, home = -ravine.gradient(x), np.array(ravine.minima[0]) - x
    cosine = down @ home / np.linalg.norm(down) / np.linalg.norm(home)
    assert np.degrees(np.arccos(cosine)) > 50


def test_arrows_do_not_always_grow_with_the_distance():
    near, far = plateau.gradient([[0.7, 2.5], [0, 0]])[0]
    assert 0 < far < near / 50
