"""Softmax and cross-entropy: right where exponentials overflow, for one sample and for many."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradbook import cross_entropy, numerical_gradient, one_hot, softmax

SCORES = hnp.arrays(
    np.float64, st.tuples(st.integers(1, 4), st.integers(1, 5)), elements=st.floats(-1e3, 1e3)
)


@given(SCORES)
def test_softmax_gives_probabilities(scores):
    y = softmax(scores)
    assert y.shape == scores.shape
    assert (y >= 0).all()
    np.testing.assert_allclose(y.sum(axis=-1), 1)


@given(SCORES, st.floats(-1e3, 1e3))
def test_a_shift_of_all_scores_changes_nothing(scores, shift):
    np.testing.assert_allclose(softmax(scores + shift), softmax(scores), atol=1e-12)


def test_softmax_does_not_overflow():
    np.testing.assert_array_equal(softmax([1e5, 0, -1e5]), [1, 0, 0])
    assert np.isnan(softmax([np.nan, 0])).all()


@given(SCORES, st.data())
def test_index_and_one_hot_agree_and_a_batch_is_the_mean(scores, data):
    classes = scores.shape[1]
    labels = np.array(data.draw(st.lists(st.integers(0, classes - 1), min_size=len(scores))))
    labels = labels[: len(scores)]
    losses = [cross_entropy(z, int(t)) for z, t in zip(scores, labels, strict=True)]
    assert cross_entropy(scores, labels) == pytest.approx(np.mean(losses))
    assert cross_entropy(scores, np.eye(classes)[labels]) == pytest.approx(np.mean(losses))
    assert min(losses) >= 0


def test_the_loss_is_not_floored():
    assert cross_entropy([1000, 0, -1000], 2) == 2000
    assert cross_entropy([1000, 0, -1000], [0, 0, 1]) == 2000
    assert cross_entropy([1000, 0, -np.inf], 0) == 0


def test_gradient_by_the_scores_is_y_minus_t():
    z, t = np.array([[0.3, -1.2, 2.0], [1.0, 0.0, -1.0]]), [2, 0]
    gradient = numerical_gradient(lambda z: cross_entropy(z, t), z, order=4)
    np.testing.assert_allclose(gradient, (softmax(z) - one_hot(t, 3)) / 2, atol=1e-11)


@pytest.mark.parametrize(
    ("scores", "t", "error", "message"),
    [
        ([1, 2, 3], 3, ValueError, "t must be from 0 to 2, got 3"),
        ([1, 2, 3], -1, ValueError, "t must be from 0 to 2, got -1"),
        ([[1, 2, 3]], [7], ValueError, "t must be from 0 to 2, got 7"),
        ([1, 2, 3], 1.0, TypeError, "t must be class numbers, which are integers, got float64"),
        ([1, 2, 3], True, TypeError, "t must be class numbers, which are integers, got bool"),
        (
            [1, 2, 3],
            [0, 1, 1],
            ValueError,
            "t must be one-hot, with rows that sum to 1, got [0, 1, 1]",
        ),
        (
            [1, 2, 3],
            [-1, 1, 1],
            ValueError,
            "t must be one-hot, with rows that sum to 1, got [-1, 1, 1]",
        ),
        (
            [[1, 2, 3], [4, 5, 6]],
            [0, 1, 2, 0],
            ValueError,
            "t must have the shape of the scores, (2, 3), or of class numbers, (2,), got (4,)",
        ),
        ([1j, 2], 0, TypeError, "scores must be real, got complex128"),
        (3.0, 0, ValueError, "scores must have a class or more on the last axis, got shape ()"),
        ([], 0, ValueError, "scores must have a class or more on the last axis, got shape (0,)"),
    ],
)
def test_bad_input_is_named(scores, t, error, message):
    with pytest.raises(error) as told:
        cross_entropy(scores, t)
    assert str(told.value) == message
