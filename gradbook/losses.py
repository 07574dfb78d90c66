"""Losses: from scores to probabilities, and from probabilities to how wrong they are."""

from __future__ import annotations  # types are for readers and checkers, not for import

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array


def softmax(scores: npt.ArrayLike) -> Array:
    """yₖ = exp(zₖ) / Σⱼ exp(zⱼ), along the last axis.

    The largest score is taken from all first. That changes no result, and no exponential overflows.

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
    exponentials = np.exp(_below_largest(_scores(scores)))
    y: Array = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return y


def cross_entropy(scores: npt.ArrayLike, t: npt.ArrayLike) -> float:
    """L = −Σₖ tₖ log yₖ with y = softmax(scores); for a batch, the mean over its samples.

    Computed from the scores, as log yₖ = zₖ − log Σⱼ exp(zⱼ): no probability is rounded to 0
    before its logarithm is taken.

    Parameters
    ----------
    scores : array_like
        z, of shape (classes,) for one sample or (samples, classes) for a batch.
    t : array_like
        What is true. One-hot, of the shape of `scores`; or the number of the class, from 0: a
        number for one sample, of shape (samples,) for a batch.

    Returns
    -------
    float
        The loss, in nats, 0 or more.

    Raises
    ------
    TypeError
        If `scores` or `t` is not real, or class numbers are no integers.
    ValueError
        If shapes do not match, a class number is out of range, or a one-hot row does not sum to 1.

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
    t = one_hot(t, z.shape)
    shifted = _below_largest(z)
    log_y = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    terms = t * np.where(t == 0, 0.0, log_y)  # 0 log 0 is 0
    return float(np.mean(-terms.sum(axis=-1))) + 0.0  # not −0


def one_hot(t: npt.ArrayLike, shape: tuple[int, ...]) -> Array:
    """Return t as rows with a 1 at the true class and 0 elsewhere, of the shape of the scores.

    Parameters
    ----------
    t : array_like
        Class numbers, of the shape of the scores without its last axis; or rows that are one-hot
        already, which are checked and handed back.
    shape : tuple of int
        The shape of the scores, (classes,) or (samples, classes).

    Returns
    -------
    numpy.ndarray
        One-hot rows, float64.

    Raises
    ------
    TypeError
        If `t` is not real, or class numbers are no integers.
    ValueError
        If shapes do not match, a class number is out of range, or a row does not sum to 1.

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 4.1.2.

    Examples
    --------
    >>> from gradbook import one_hot
    >>> one_hot([2, 0], (2, 3))
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    given = np.asarray(t)
    if given.shape == tuple(shape):
        rows = real_array("t", given)
        if (rows < 0).any() or not np.allclose(rows.sum(axis=-1), 1):
            raise ValueError(f"t must be one-hot, with rows that sum to 1, got {given.tolist()}")
        return rows
    if given.shape != tuple(shape[:-1]):
        raise ValueError(
            f"t must have the shape of the scores, {tuple(shape)}, "
            f"or of class numbers, {tuple(shape[:-1])}, got {given.shape}"
        )
    if given.dtype.kind not in "iu":
        raise TypeError(f"t must be class numbers, which are integers, got {given.dtype}")
    classes = shape[-1]
    wrong = (given < 0) | (given >= classes)
    if wrong.any():
        raise ValueError(f"t must be from 0 to {classes - 1}, got {given[wrong].flat[0]}")
    true: Array = np.eye(classes)[given]
    return true


def _scores(scores: npt.ArrayLike) -> Array:
    z = real_array("scores", scores)
    if z.ndim == 0 or z.shape[-1] == 0:
        raise ValueError(f"scores must have a class or more on the last axis, got shape {z.shape}")
    return z


def _below_largest(z: Array) -> Array:
    """Return z − max z: no entry is above 0."""
    shifted: Array = z - z.max(axis=-1, keepdims=True)
    return shifted
