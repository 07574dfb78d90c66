"""Activation functions: what bends the scores of a layer, entry by entry. The third is np.tanh."""

from __future__ import annotations  # types are for readers and checkers, not for import

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array
from gradbook._followed import Followed, followed_or_real


def sigmoid(x: npt.ArrayLike) -> Array:
    """σ(x) = 1 / (1 + e⁻ˣ), between 0 and 1; its derivative is σ(1 − σ), at most 1/4.

    Parameters
    ----------
    x : array_like
        Of any shape.

    Returns
    -------
    numpy.ndarray
        σ of each entry, float64, of the shape of `x`; followed by `grad` and `jvp`.

    Raises
    ------
    TypeError
        If `x` is not real.

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 4.2, equation 4.59.

    Examples
    --------
    >>> from gradbook import sigmoid
    >>> sigmoid([-1000.0, 0.0, 1000.0])
    array([0. , 0.5, 1. ])
    """
    x = followed_or_real("x", x)
    if isinstance(x, Followed):
        y = sigmoid(x.value)
        followed: Array = x.apply(y, lambda d: d * y * (1 - y), lambda d: d * y * (1 - y))
        return followed
    with np.errstate(over="ignore"):  # far below 0 it is 1/∞
        value: Array = 1 / (1 + np.exp(-np.asarray(x)))
    return value


def relu(x: npt.ArrayLike) -> Array:
    """max(0, x), the rectified linear unit; its derivative is 1 where x > 0, else 0.

    At 0, where it has a kink, the derivative is taken to be 0.

    Parameters
    ----------
    x : array_like
        Of any shape.

    Returns
    -------
    numpy.ndarray
        The larger of 0 and each entry, float64, of the shape of `x`; followed by `grad` and `jvp`.

    Raises
    ------
    TypeError
        If `x` is not real.

    References
    ----------
    V. Nair and G. E. Hinton, "Rectified linear units improve restricted Boltzmann machines", 2010.

    Examples
    --------
    >>> from gradbook import relu
    >>> relu([-2.0, 0.0, 3.0])
    array([0., 0., 3.])
    """
    x = followed_or_real("x", x)
    if isinstance(x, Followed):
        positive = np.greater(x.value, 0)
        followed: Array = x.apply(relu(x.value), lambda d: d * positive, lambda d: d * positive)
        return followed
    value: Array = np.maximum(x, 0.0)
    return value
