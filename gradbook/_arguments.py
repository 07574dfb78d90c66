"""Arguments checked once, in one place: each error names the argument, its value, what is right."""

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def real_array(name: str, value: npt.ArrayLike) -> Array:
    """Return `value` as a float64 array of its own, so that the caller's data stay untouched."""
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        raise TypeError(f"{name} must be real, got {array.dtype}")
    return array.astype(np.float64)


def real_number(name: str, value: Any) -> float:
    """Return `value` as a float, where it is one real number and nothing else."""
    kind = type(value)
    if kind is float or kind is np.float64:  # the everyday case, ahead of the slower questions
        return float(value)
    array = np.asarray(value)
    if array.dtype.kind not in "fiub":
        raise TypeError(f"{name} a real number, got {value!r}")
    if array.shape != ():
        raise ValueError(f"{name} a real number, got shape {array.shape}")
    return float(array)


def require_callable(name: str, value: object) -> None:
    """Raise TypeError unless `value` can be called."""
    if not callable(value):
        raise TypeError(f"{name} must be callable, got {type(value).__name__}")
