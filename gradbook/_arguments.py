"""Arguments checked once, in one place: each error names the argument, its value, what is right."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
REAL = "fiub"  # the kinds of dtype that are real numbers


def real_array(name: str, value: npt.ArrayLike) -> Array:
    """Return `value` as a float64 array; where it is one already, itself."""
    array = np.asarray(value)
    if array.dtype.kind not in REAL:
        raise TypeError(f"{name} must be real, got {array.dtype}")
    return array.astype(np.float64, copy=False)


def real_number(name: str, value: Any) -> float:
    """Return `value` as a float, where it is one real number and nothing else."""
    kind = type(value)
    if kind is float or kind is np.float64:  # the everyday case, ahead of the slower questions
        return float(value)
    array = np.asarray(value)
    if array.dtype.kind not in REAL:
        raise TypeError(f"{name} a real number, got {value!r}")
    if array.shape != ():
        raise ValueError(f"{name} a real number, got shape {array.shape}")
    return float(array)


def require_callable(name: str, value: object) -> None:
    """Raise TypeError unless `value` can be called."""
    if not callable(value):
        raise TypeError(f"{name} must be callable, got {type(value).__name__}")


def values_at(f: Callable[[Array], Any], points: Array, shape: tuple[int, ...]) -> Array:
    """Return f at the points, where it gives one real value a point."""
    values = np.asarray(f(points))
    if values.dtype.kind not in REAL:
        raise TypeError(f"values of f must be real, got {values.dtype}")
    if values.shape != shape:
        raise ValueError(
            f"f must return one value a point, shape {shape}, got shape {values.shape}"
        )
    return values


def require_range(name: str, value: float, low: float, high: float, right: str) -> None:
    """Raise ValueError unless low ≤ value < high; `right` says what would be right."""
    if not low <= value < high:  # nan is in no range
        raise ValueError(f"{name} must be {right}, got {value}")


def require_positive(name: str, value: float) -> None:
    """Raise ValueError unless the value is positive and finite."""
    if not 0 < value < float("inf"):
        raise ValueError(f"{name} must be positive, got {value}")
