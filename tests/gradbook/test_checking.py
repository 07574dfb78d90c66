"""The gradient check finds the entry that is wrong."""

import numpy as np
import pytest

from gradbook import bowl, check_gradient, rosenbrock


def test_a_right_gradient_passes():
    check = check_gradient(rosenbrock, rosenbrock.gradient, [-1.2, 1.0])
    assert check.passed
    assert check.error < 1e-8


def test_a_wrong_entry_is_found_with_both_values():
    def wrong(W):
        gradient = 2 * W
        gradient[1, 2] += 0.5
        return gradient

    W = np.arange(6.0).reshape(2, 3)
    check = check_gradient(lambda W: np.sum(W**2), wrong, W)
    assert (check.passed, check.where, check.analytic) == (False, (1, 2), 10.5)
    assert check.numerical == pytest.approx(10)
    assert check.error == pytest.approx(0.5 / 10.5)


def test_nan_never_passes():
    check = check_gradient(bowl, lambda x: [2 * x[0], np.nan], [3, 4])
    assert (check.passed, check.where) == (False, (1,))
    assert np.isnan(check.error)


def test_a_single_number_will_do():
    assert check_gradient(lambda x: x**2, lambda x: 2 * x, 3.0).where == ()


def test_x_is_left_alone():
    def greedy(x):
        slope = 2 * x
        x[:] = 0
        return slope

    x = np.array([3.0, 4.0])
    assert check_gradient(bowl, greedy, x).passed
    assert x.tolist() == [3, 4]


@pytest.mark.parametrize(
    ("gradient", "x", "options", "error", "message"),
    [
        (3, [1, 2], {}, TypeError, "gradient must be callable, got int"),
        (
            lambda x: x[:1],
            [1, 2],
            {},
            ValueError,
            "gradient must return the shape of x, (2,), got shape (1,)",
        ),
        (lambda x: x * 1j, [1, 2], {}, TypeError, "gradient must be real, got complex128"),
        (lambda x: x, [], {}, ValueError, "x must have an entry to check, got shape (0,)"),
        (bowl.gradient, [1, 2], {"tolerance": 0}, ValueError, "tolerance must be positive, got 0"),
    ],
)
def test_bad_input_is_named(gradient, x, options, error, message):
    with pytest.raises(error) as told:
        check_gradient(lambda x: np.sum(x**2), gradient, x, **options)
    assert str(told.value) == message
