"""Automatic differentiation, forwards: every value carries its slope along a direction."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import any_array, real_array, require_callable
from gradbook._derivatives import Linear
from gradbook._followed import Followed, following


class Dual(Followed):
    """a + a′ε with ε² = 0: a value, and the slope that goes along with it.

    f(a + a′ε) = f(a) + f′(a) a′ε, for every function that is composed of operations whose
    derivatives are known.

    Parameters
    ----------
    value : array_like
        a, a number or an array.
    slope : array_like
        a′, a number or an array that fits the shape of `value`. A constant has slope 0.

    Attributes
    ----------
    value, slope : numpy.ndarray or float
        a and a′, of one shape.

    Raises
    ------
    TypeError
        If `value` or `slope` is not real.
    ValueError
        If `slope` does not fit the shape of `value`.

    References
    ----------
    A. G. Baydin et al., "Automatic differentiation in machine learning: a survey", 2018,
    section 3.1.1.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import Dual
    >>> x = Dual(3, 1)
    >>> x**2 + 5
    Dual(14.0, 6.0)
    >>> np.exp(0 * x)
    Dual(1.0, 0.0)
    """

    __slots__ = ("slope",)

    def __init__(self, value: npt.ArrayLike, slope: npt.ArrayLike = 0.0) -> None:
        """Take copies, of one shape."""
        self.value, given = real_array("value", value).copy()[()], real_array("slope", slope)
        try:
            self.slope: Any = np.broadcast_to(given, self.value.shape).copy()[()]
        except ValueError:
            raise ValueError(
                f"slope must fit the shape of value, {self.value.shape}, got shape {given.shape}"
            ) from None
        self.origin = None

    def _next(self, y: Any, derivatives: list[tuple[Any, Linear]]) -> Dual:
        with np.errstate(all="ignore"):  # infinite slopes are told in the result
            slope = sum(linear.push(one.slope) for one, linear in derivatives)
        dual = Dual(y, slope)
        dual.origin = self.origin
        return dual

    def __repr__(self) -> str:
        """Show the value and its slope."""
        return f"Dual({self.value.tolist()}, {self.slope.tolist()})"


def jvp(f: Callable[[Any], Any], x: npt.ArrayLike, u: npt.ArrayLike) -> tuple[Any, Any]:
    """f(x) and J u, the slope of f along u, in one run of f with dual numbers x + uε.

    J u is a product of the Jacobian and a vector; for an `f` that returns a number, it is ∇f·u. All
    n columns of J take n runs, however many entries `f` returns.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a number or an array. It gets a `Dual`, which
        can be used as an array, as in `grad`.
    x : array_like
        The point, of any shape.
    u : array_like
        The direction, of the shape of `x`.

    Returns
    -------
    value, slope : numpy.ndarray or float
        f(x) and J u, of one shape.

    Raises
    ------
    TypeError
        If `f` cannot be called, `x` or `u` is not real, or `f` does what cannot be followed, as in
        `grad`, or returns nothing real.
    ValueError
        If `u` has not the shape of `x`.

    References
    ----------
    A. G. Baydin et al., "Automatic differentiation in machine learning: a survey", 2018,
    section 3.1.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import jvp
    >>> def f(x):
    ...     return np.stack([x[0] * x[1], np.sin(x[0]), x[1] ** 2])
    >>> value, column = jvp(f, [0.0, 3.0], [1.0, 0.0])
    >>> value, column
    (array([0., 0., 9.]), array([3., 1., 0.]))
    """
    require_callable("f", f)
    x, u = real_array("x", x), real_array("u", u)
    if u.shape != x.shape:
        raise ValueError(f"u must have the shape of x, {x.shape}, got {u.shape}")
    start = Dual(x, u)
    start.origin = mark = object()
    with following():
        y = f(start)
    if not isinstance(y, Followed):  # it does not depend on x
        value = real_array("values of f", any_array("f", y, "return")).copy()[()]
        return value, np.zeros(value.shape)[()]
    if not isinstance(y, Dual) or y.origin is not mark:
        raise TypeError("f must return what it computed from its argument, got another's variable")
    return y.value, y.slope
