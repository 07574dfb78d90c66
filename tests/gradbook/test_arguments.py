"""Every way in which f can give back one real number, or fail to."""

import numpy as np
import pytest

from gradbook import numerical_gradient


@pytest.mark.parametrize(
    "real", [float, np.float64, np.float32, np.array, lambda v: np.array(v, dtype=np.float32)]
)
def test_any_real_number_will_do(real):
    gradient = numerical_gradient(lambda x: real(3 * x[0]), [1.0], h=0.5)
    assert gradient == [3]


def test_whole_numbers_and_truth_values_are_numbers():
    assert numerical_gradient(lambda x: int(x[0]), [1.0], h=1) == [1]
    assert numerical_gradient(lambda x: x[0] > 1, [1.0], h=1) == [0.5]


@pytest.mark.parametrize(
    ("value", "error"),
    [("3", TypeError), ([1.0], ValueError), ([[1, 2]], ValueError), (np.zeros((2, 2)), ValueError)],
)
def test_nothing_else_will(value, error):
    with pytest.raises(error, match="f must return a real number, got"):
        numerical_gradient(lambda x: value, [1.0])
