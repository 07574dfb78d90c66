"""Arguments checked once, in one place: each error names the argument, its value, what is right."""

from __future__ import annotations  # types are for readers and checkers, not for import

import operator
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
REAL = "fiub"  # the kinds of dtype that are real numbers


def real_array(name: str, value: npt.ArrayLike) -> Array:
    """Return `value` as a float64 array; where it is one already, itself."""
    if type(value) is np.ndarray and value.dtype == np.float64:
        return value  # the everyday case, ahead of the slower questions
    array = any_array(name, value)
    if array.dtype.kind not in REAL:
        raise TypeError(f"{name} must be real, got {array.dtype}")
    return array.astype(np.float64, copy=False)


def real_number(name: str, value: Any, verb: str = "be") -> float:
    """Return `value` as a float, where it is one real number and nothing else."""
    if isinstance(value, float):  # NumPy's float64 is one: the everyday case, asked first
        return float(value)
    array = any_array(name, value, verb)
    if array.dtype.kind not in REAL:
        raise TypeError(f"{name} must {verb} a real number, got {value!r}")
    if array.shape != ():
        raise ValueError(f"{name} must {verb} a real number, got shape {array.shape}")
    return float(array)


def any_array(name: str, value: Any, verb: str = "be") -> npt.NDArray[Any]:
    """Return `value` as an array: Python's own large or exact numbers too, but no mask."""
    parts = (value, *value) if isinstance(value, (list, tuple)) else (value,)
    if any(isinstance(one, np.ma.MaskedArray) for one in parts):  # NumPy would drop the mask
        raise TypeError(f"{name} must {verb} no masked array; fill it first")
    try:
        array = np.asarray(value)
    except ValueError:
        raise ValueError(f"{name} must {verb} rows of one length, got {value!r}") from None
    if array.dtype.kind == "O" and _all_real(array):
        try:
            return array.astype(np.float64)  # integers beyond int64, Fraction, Decimal
        except OverflowError:
            raise ValueError(f"{name} must {verb} within ±1.8e308, got {value!r}") from None
    return array


def _all_real(array: npt.NDArray[Any]) -> bool:
    from decimal import Decimal  # seldom asked for, and slow to import
    from numbers import Real

    return all(isinstance(one, (Real, Decimal)) for one in array.flat)


def integer(name: str, value: Any, least: int = 0) -> int:
    """Return `value` as an int, where it is an integer and not less than the least."""
    try:
        number = operator.index(value)
    except TypeError:
        real_number(name, value)  # what is no number is a TypeError, 2.5 and nan are wrong values
        number = None
    if number is None or number < least:
        raise ValueError(f"{name} must be an integer, {least} or more, got {value!r}")
    return number


def require_callable(name: str, value: object) -> None:
    """Raise TypeError unless `value` can be called."""
    if not callable(value):
        raise TypeError(f"{name} must be callable, got {type(value).__name__}")


def values_at(f: Callable[[Array], Any], points: Array, shape: tuple[int, ...]) -> npt.NDArray[Any]:
    """Return f at the points, where it gives one real value a point."""
    given = f(points)
    fits = type(given) is np.ndarray and given.dtype == np.float64
    values: npt.NDArray[Any] = given if fits else any_array("values of f", given)
    if values.dtype.kind not in REAL:
        raise TypeError(f"values of f must be real, got {values.dtype}")
    if values.shape != shape:
        raise ValueError(
            f"f must return one value a point, shape {shape}, got shape {values.shape}"
        )
    return values


def random_generator(rng: np.random.Generator | int | None) -> np.random.Generator:
    """Return the source of randomness, or one with the seed."""
    try:
        return np.random.default_rng(rng)
    except (TypeError, ValueError):
        raise TypeError(
            f"rng must be a Generator or a whole number, 0 or more, as a seed, got {rng!r}"
        ) from None


def number_in(name: str, value: Any, low: float, high: float, right: str) -> float:
    """Return `value` as a float, where low ≤ value < high; `right` says what would be right."""
    number = real_number(name, value)
    if not low <= number < high:  # nan is in no range
        raise ValueError(f"{name} must be {right}, got {value}")
    return number


def positive_number(name: str, value: Any) -> float:
    """Return `value` as a float, where it is positive and finite."""
    number = real_number(name, value)
    if not 0 < number < float("inf"):
        raise ValueError(f"{name} must be positive, got {value}")
    return number


def not_negative(name: str, value: Any) -> float:
    """Return `value` as a float, where it is finite and 0 or more."""
    number = real_number(name, value)
    if not 0 <= number < float("inf"):
        raise ValueError(f"{name} must be 0 or more, and finite, got {value}")
    return number


def tolerance_of(value: Any) -> float:
    """Return `value` as a float, where it is 0 or more."""
    number = real_number("tolerance", value)
    if not number >= 0:
        raise ValueError(f"tolerance must be 0 or more, got {value}")
    return number
