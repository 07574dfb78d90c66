"""Gradient check: a formula for the gradient, held against differences of the function."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, positive_number, real_array, require_callable
from gradbook.differentiation import numerical_gradient


@dataclass(frozen=True)
class GradientCheck:
    """The entry in which the two gradients differ most.

    Attributes
    ----------
    passed : bool
        Whether the error is within the tolerance.
    error : float
        |g − d| / max(1, |g|, |d|), the largest of all entries; nan where an entry is nan, or
        both of them are infinite.
    where : tuple of int
        The index of that entry.
    analytic, numerical : float
        g and d there: the formula's value and the difference's.

    Examples
    --------
    >>> from gradbook import check_gradient
    >>> check = check_gradient(lambda x: x[0] * x[1], lambda x: [x[1], -x[0]], [3.0, 4.0])
    >>> check.passed, check.where, check.analytic
    (False, (1,), -3.0)
    """

    passed: bool
    error: float
    where: tuple[int, ...]
    analytic: float
    numerical: float

    def __bool__(self) -> bool:
        """Tell whether it passed, so that ``assert check_gradient(…)`` asks what it seems to."""
        return self.passed


def check_gradient(
    f: Callable[[Array], Any],
    gradient: Callable[[Array], npt.ArrayLike],
    x: npt.ArrayLike,
    *,
    tolerance: float = 1e-7,
    h: npt.ArrayLike | None = None,
    order: int | None = None,
) -> GradientCheck:
    """max |gᵢ − dᵢ| / max(1, |gᵢ|, |dᵢ|), of entries g by formula and d by differences.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a real number.
    gradient : callable
        Takes an array of the shape of `x`, returns what should be ∇f there, of the same shape.
    x : array_like
        The point, of any shape, with one entry or more. It is never changed.
    tolerance : float
        The largest error that passes, positive.
    h : float or array_like, optional
        The step, as in `numerical_gradient`.
    order : {2, 4}
        The order of the error, as in `numerical_gradient`; 2 if left out.

    Returns
    -------
    GradientCheck
        Whether it passed, the largest error, where it is, and both values there.

    Raises
    ------
    TypeError
        If `f` or `gradient` cannot be called, or a value or `x` is not real.
    ValueError
        If `gradient` returns another shape than that of `x`, `x` is empty, or `tolerance`, `h` or
        `order` is out of range.

    References
    ----------
    I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, section 11.5.

    Examples
    --------
    >>> from gradbook import bowl, check_gradient
    >>> check_gradient(bowl, bowl.gradient, [3, 4]).passed
    True
    >>> wrong = check_gradient(bowl, lambda x: [2 * x[0], x[1]], [3, 4])
    >>> wrong.passed, wrong.where, wrong.analytic, round(wrong.numerical, 6)
    (False, (1,), 4.0, 8.0)
    """
    require_callable("gradient", gradient)
    tolerance = positive_number("tolerance", tolerance)
    x = real_array("x", x)
    numerical = numerical_gradient(f, x, h=h, order=order)
    analytic = real_array("gradient", gradient(x.copy()))
    if analytic.shape != x.shape:
        raise ValueError(
            f"gradient must return the shape of x, {x.shape}, got shape {analytic.shape}"
        )
    if not x.size:
        raise ValueError(f"x must have an entry to check, got shape {x.shape}")
    with np.errstate(invalid="ignore"):
        scale = np.maximum(1.0, np.maximum(np.abs(analytic), np.abs(numerical)))
        error = np.abs(analytic - numerical) / scale
    where = np.unravel_index(np.argmax(error), x.shape)  # argmax takes nan for the largest
    return GradientCheck(
        passed=bool(error[where] <= tolerance),
        error=float(error[where]),
        where=tuple(int(i) for i in where),
        analytic=float(analytic[where]),
        numerical=float(numerical[where]),
    )
