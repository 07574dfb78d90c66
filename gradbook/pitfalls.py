"""Programs that look right and are not. The chapters take them apart; do not use them.

Each is a pattern that tutorials on gradients pass on. What is right stands in the other files.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook.losses import softmax


def in_place_gradient(
    f: Callable[[npt.NDArray[Any]], Any], x: npt.NDArray[Any]
) -> npt.NDArray[Any]:
    """Return (f(x + heᵢ) − f(x − heᵢ)) / 2h, by moving the caller's own array.

    Right for a one-dimensional float array near 1 and an f that behaves. Otherwise: integers
    lose h, a matrix does not fit, an error leaves x moved, and h does not grow with x.

    Parameters
    ----------
    f : callable
        Takes `x`, returns a number.
    x : numpy.ndarray
        The point, of shape (n,); moved and put back.

    Returns
    -------
    numpy.ndarray
        The gradient, of the shape and the dtype of `x`.

    References
    ----------
    The chapter "The gradient", section "Five traps".

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook.pitfalls import in_place_gradient
    >>> in_place_gradient(lambda x: x[0] ** 2 + x[1] ** 2, np.array([3, 4]))
    array([25000, 35000])
    """
    h = 1e-4
    slopes = np.zeros_like(x)
    for i in range(x.size):
        kept = x[i]
        x[i] = kept + h
        ahead = f(x)
        x[i] = kept - h
        back = f(x)
        slopes[i] = (ahead - back) / (2 * h)
        x[i] = kept
    return slopes


def row_by_row_gradient(
    f: Callable[[npt.NDArray[Any]], Any], points: npt.NDArray[Any]
) -> npt.NDArray[Any]:
    """Return the gradient of f at each row of the points.

    Right for points of shape (n, d), one a row. Points stacked coordinates first, (d, n), pass
    too, and each row is taken for one point with n coordinates.

    Parameters
    ----------
    f : callable
        Takes one point, returns a number.
    points : numpy.ndarray
        The points, of shape (n, d).

    Returns
    -------
    numpy.ndarray
        One gradient a row, of the shape of `points`.

    References
    ----------
    The chapter "The gradient field", section "The (2, 324) trap".

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook.pitfalls import row_by_row_gradient
    >>> row_by_row_gradient(lambda x: x[0] * x[1], np.array([[3.0, 4.0]])).round(6)
    array([[4., 3.]])
    """
    return np.array([in_place_gradient(f, row) for row in points])


def in_place_descent(
    f: Callable[[npt.NDArray[Any]], Any], x: npt.NDArray[Any], lr: float, steps: int
) -> npt.NDArray[Any]:
    """Return x after so many steps of x ← x − η ∇f(x), having moved the caller's x there.

    The start is lost, a second run begins where the first one ended, and integers raise. With a
    learning rate too large, x grows until the fixed h of `in_place_gradient` is rounded away; the
    gradient is then 0, and the descent stands still as if it had arrived.

    Parameters
    ----------
    f : callable
        Takes `x`, returns a number.
    x : numpy.ndarray
        The start, of shape (n,); moved.
    lr : float
        The learning rate η.
    steps : int
        How many steps to take.

    Returns
    -------
    numpy.ndarray
        The very array that was passed.

    References
    ----------
    The chapter "Gradient descent", section "Four traps".

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook.pitfalls import in_place_descent
    >>> start = np.array([-3.0, 4.0])
    >>> end = in_place_descent(lambda x: np.sum(x**2), start, lr=0.1, steps=1)
    >>> start is end, start.round(6)
    (True, array([-2.4,  3.2]))
    """
    for _ in range(steps):
        x -= lr * in_place_gradient(f, x)
    return x


def floored_cross_entropy(scores: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """Return −Σⱼ tⱼ log(yⱼ + 10⁻⁷) with y = softmax(scores): never above 16.118.

    The 10⁻⁷ keeps log from 0. It also changes every loss in its eighth digit, and hides how wrong
    a very wrong answer is.

    Parameters
    ----------
    scores : array_like
        The scores of one sample, of shape (classes,).
    t : array_like
        One-hot, of the same shape.

    Returns
    -------
    float
        The loss, in nats.

    References
    ----------
    The chapter "Softmax and loss", section "The 1e-7 inside the log".

    Examples
    --------
    >>> from gradbook.pitfalls import floored_cross_entropy
    >>> round(floored_cross_entropy([1000.0, 0.0, -1000.0], [0, 0, 1]), 3)
    16.118
    """
    return float(-np.sum(np.asarray(t) * np.log(softmax(scores) + 1e-7)))
