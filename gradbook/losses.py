"""Losses: from scores to probabilities, and from probabilities to how wrong they are."""

from __future__ import annotations  # types are for readers and checkers, not for import

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, any_array, integer, real_array
from gradbook._followed import Followed, followed_or_real


def softmax(scores: npt.ArrayLike) -> Array:
    """yⱼ = exp(zⱼ) / Σₗ exp(zₗ), along the last axis.

    The largest score is taken from all first. That changes no result, and no exponential overflows.
    An infinite score takes all the probability; several share it.

    Parameters
    ----------
    scores : array_like
        z, of shape (classes,) for one sample or (samples, classes) for a batch.

    Returns
    -------
    numpy.ndarray
        Probabilities, of the shape of `scores`; they sum to 1 along the last axis.

    Raises
    ------
    TypeError
        If `scores` is not real.
    ValueError
        If there is no class.

    References
    ----------
    I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, sections 4.1 and 6.2.2.3.

    Examples
    --------
    >>> from gradbook import softmax
    >>> softmax([1000.0, 1000.0, 0.0])
    array([0.5, 0.5, 0. ])
    """
    exponentials = np.exp(below_largest(_scores(scores)))
    y: Array = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return y


def cross_entropy(scores: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """L = −Σⱼ tⱼ ln yⱼ with y = softmax(scores); for a batch, the mean over its samples.

    Computed from the scores, as ln yⱼ = zⱼ − ln Σₗ exp(zₗ): no probability is rounded to 0
    before its logarithm is taken.

    Parameters
    ----------
    scores : array_like
        z, of shape (classes,) for one sample or (samples, classes) for a batch.
    t : array_like
        What is true. One-hot, or any probabilities that sum to 1, of the shape of `scores`; or the
        number of the class, from 0: a number for one sample, of shape (samples,) for a batch.

    Returns
    -------
    float
        The loss, in nats, 0 or more.

    Raises
    ------
    TypeError
        If `scores` or `t` is not real, or class numbers are no integers.
    ValueError
        If shapes do not match, a class number is out of range, a one-hot row does not sum to 1, or
        the batch is empty.

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 4.3.4.

    Examples
    --------
    >>> from gradbook import cross_entropy
    >>> cross_entropy([1000.0, 0.0, -1000.0], 2)
    2000.0
    >>> round(cross_entropy([[1.0, 1.0], [1.0, 1.0]], [[1, 0], [0, 1]]), 6)
    0.693147
    """
    z = _scores(scores)
    if not z.size:
        raise ValueError(f"scores must have a sample or more, got shape {z.shape}")
    t = true_rows(t, z.shape)
    if isinstance(z, Followed):
        error = (softmax(z.value) - t) / (z.size // z.shape[-1])  # ∂L/∂z
        loss = np.float64(cross_entropy(z.value, t))
        followed: float = z.apply(loss, lambda d: np.sum(d * error), lambda d: d * error)
        return followed
    shifted = below_largest(z)
    log_y = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    terms = t * np.where(t == 0, 0.0, log_y)  # 0 ln 0 is 0
    return float(np.mean(-terms.sum(axis=-1))) + 0.0  # not −0


def one_hot(labels: npt.ArrayLike, classes: int) -> Array:
    """tⱼ = 1 where j is the label, else 0: a row for each label.

    Parameters
    ----------
    labels : array_like of int
        Class numbers, from 0, of any shape; a number for one.
    classes : int
        How many classes there are, 1 or more.

    Returns
    -------
    numpy.ndarray
        Float64, of the shape of `labels` with one more axis, of length `classes`.

    Raises
    ------
    TypeError
        If labels are no integers, or `classes` is no number.
    ValueError
        If a label is out of range, or `classes` is not 1 or more.

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 4.1.2.

    Examples
    --------
    >>> from gradbook import one_hot
    >>> one_hot([2, 0], 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    classes, numbers = integer("classes", classes, 1), any_array("labels", labels)
    if numbers.dtype.kind not in ("iu" if numbers.size else "iuf"):  # [] is float64
        raise TypeError(f"labels must be class numbers, which are integers, got {numbers.dtype}")
    wrong = (numbers < 0) | (numbers >= classes)
    if wrong.any():
        raise ValueError(f"labels must be from 0 to {classes - 1}, got {numbers[wrong].flat[0]}")
    rows: Array = (numbers[..., np.newaxis] == np.arange(classes)).astype(np.float64)
    return rows


def true_rows(t: npt.ArrayLike, shape: tuple[int, ...]) -> Array:
    """Return what is true as rows of the shape of the scores; rows are checked and handed back."""
    given = any_array("t", t)
    if given.shape == shape:
        rows = real_array("t", given)
        # not np.allclose: it warns where an entry is infinite
        if not ((rows >= 0) & (rows <= 1)).all() or (abs(rows.sum(axis=-1) - 1) > 1e-5).any():
            raise ValueError(f"t must be one-hot, with rows that sum to 1, got {given.tolist()}")
        return rows
    if given.shape != shape[:-1]:
        raise ValueError(
            f"t must have the shape of the scores, {shape}, "
            f"or of class numbers, {shape[:-1]}, got {given.shape}"
        )
    try:
        return one_hot(given, shape[-1])
    except (TypeError, ValueError) as error:
        raise type(error)(str(error).replace("labels", "t", 1)) from None


def _scores(scores: npt.ArrayLike) -> Array:
    z: Array = followed_or_real("scores", scores)
    if z.ndim == 0 or z.shape[-1] == 0:
        raise ValueError(f"scores must have a class or more on the last axis, got shape {z.shape}")
    return z


def below_largest(z: Array) -> Array:
    """Return z − max z: no entry is above 0, and the largest are 0, infinite ones too."""
    if isinstance(z, Followed):  # a shift changes no result, and so no slope: it is no variable
        shifted: Array = z.apply(below_largest(z.value), lambda d: d, lambda d: d)
        return shifted
    top = z.max(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", over="ignore"):  # ∞ − ∞ is set right by the next line
        return np.where(z == top, 0.0, z - top)
