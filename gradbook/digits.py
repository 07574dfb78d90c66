"""Handwritten digits: small pictures with what they show, dealt out for training and for test."""

from __future__ import annotations  # types are for readers and checkers, not for import

from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, integer

FILE = Path(__file__).with_name("digits.npz")
TEST = 360  # one in five


class Samples(NamedTuple):
    """Pictures and what they show.

    Attributes
    ----------
    x : numpy.ndarray
        A row of pixels a picture, its lines laid end to end, from 0 (white) to 1 (black).
    t : numpy.ndarray
        The digits that they show, 0 to 9.

    Examples
    --------
    >>> from gradbook import load_digits
    >>> test = load_digits().test
    >>> test.x.shape, test.t.shape
    ((360, 64), (360,))
    """

    x: Array
    t: npt.NDArray[np.intp]


class Digits(NamedTuple):
    """The 1,797 pictures as they come, and shuffled and dealt out.

    Attributes
    ----------
    pixels : numpy.ndarray
        The pictures in the order of the file, (1797, 64), whole numbers from 0 to 16.
    labels : numpy.ndarray
        What they show, (1797,).
    training, validation, test : Samples
        The same pictures, shuffled: for learning, for choosing settings, and for the last mark.

    Examples
    --------
    >>> from gradbook import load_digits
    >>> x, t = load_digits().training
    >>> x.shape, t[:5]
    ((1437, 64), array([6, 6, 6, 2, 5]))
    """

    pixels: Array
    labels: npt.NDArray[np.intp]
    training: Samples
    validation: Samples
    test: Samples


def load_digits(*, validation: int = 0) -> Digits:
    """1,797 handwritten digits of 8 × 8 pixels: 360 for test, `validation`, the rest for training.

    They are dealt out by a permutation with the seed 0, so that the test pictures are always the
    same. Each call returns fresh arrays.

    Parameters
    ----------
    validation : int
        How many of the 1,437 others are kept for validation, 0 to 1,436.

    Returns
    -------
    Digits
        The pictures as they come, and dealt out.

    Raises
    ------
    TypeError
        If `validation` is no number.
    ValueError
        If `validation` is no integer, or leaves nothing for training.

    References
    ----------
    E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning
    Repository, 1998, doi:10.24432/C50P49, licence CC BY 4.0: its test part, 8 × 8, as scikit-learn
    has it, too.

    Examples
    --------
    >>> from gradbook import load_digits
    >>> digits = load_digits(validation=300)
    >>> [len(part.t) for part in (digits.training, digits.validation, digits.test)]
    [1137, 300, 360]
    """
    validation = integer("validation", validation)
    with np.load(FILE) as file:
        pixels, labels = file["pixels"].astype(np.float64), file["labels"].astype(np.intp)
    first = len(labels) - TEST - validation
    if first < 1:
        raise ValueError(f"validation must leave some of {len(labels) - TEST}, got {validation}")
    order = np.random.default_rng(0).permutation(len(labels))
    x, t = pixels[order] / 16, labels[order]
    ends = (slice(first), slice(first, first + validation), slice(first + validation, None))
    return Digits(pixels, labels, *(Samples(x[part].copy(), t[part].copy()) for part in ends))
