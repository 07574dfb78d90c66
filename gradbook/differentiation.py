"""Numerical differentiation: slopes from nothing but values of a function.

Look a step h ahead, look a step h back, and divide the difference of the two values by the
distance between the two points. That is all; the rest is care.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array, real_number, require_callable, values_at
from gradbook._differences import check_order, extrapolate, step_for


def derivative(
    f: Callable[[Any], Any],
    x: npt.ArrayLike,
    *,
    h: npt.ArrayLike | None = None,
    method: str = "central",
) -> Array:
    r"""f'(x) ≈ (f(x + h) − f(x − h)) / 2h, at one x or at many.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x` and returns one value for each entry.
    x : array_like
        The points, of any shape; a number for one. Never changed.
    h : float or array_like, optional
        The step, positive, in the units of `x`; an array is broadcast to the shape of `x`.
        Left out: ε^(1/3)·max(1, |x|), or ε^(1/2)·max(1, |x|) for the forward difference, where
        truncation error and rounding error are about equal (ε = 2.2e-16). Give a smaller one
        where `f` changes within a distance much smaller than 1, as 1/x does near 0.
    method : {"central", "forward"}
        The central difference looks both ways, and its error shrinks with h². The forward
        difference, (f(x + h) − f(x)) / h, looks ahead only, and its error shrinks with h.

    Returns
    -------
    numpy.ndarray
        The derivative at each x, float64, of the shape of `x`.

    Raises
    ------
    TypeError
        If `f` cannot be called, or `x` or the values of `f` are not real.
    ValueError
        If `f` does not return one value for each x, `h` is not positive or too small to move `x`,
        or the method is unknown.

    References
    ----------
    W. H. Press et al., *Numerical Recipes*, 3rd ed., 2007, section 5.7.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import derivative
    >>> derivative(np.sin, [0.0, np.pi]).round(9)
    array([ 1., -1.])
    """
    require_callable("f", f)
    x = real_array("x", x)
    if method not in ("central", "forward"):
        raise ValueError(f"method must be 'central' or 'forward', got {method!r}")
    forward = method == "forward"
    step = step_for(x, h, order=1 if forward else 2)
    with np.errstate(invalid="ignore"):  # infinite points and values give nan, without a word
        ahead, back = x + step, x.copy() if forward else x - step
        run = ahead - back  # before f can change the two
        slope: Array = (values_at(f, ahead, x.shape) - values_at(f, back, x.shape)) / run
    return slope


def numerical_gradient(
    f: Callable[[Array], Any],
    x: npt.ArrayLike,
    *,
    h: npt.ArrayLike | None = None,
    order: int = 2,
) -> Array:
    r"""∂f/∂xᵢ ≈ (f(x + hᵢeᵢ) − f(x − hᵢeᵢ)) / 2hᵢ, for every entry xᵢ of x.

    One entry is moved ahead and back while the others stand still: a partial derivative is the
    slope along one axis.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x` and returns a real number. Each call gets a fresh array,
        so that `f` may change it without harm.
    x : array_like
        The point, of any shape: a number, a vector, a matrix of weights. It is never changed.
    h : float or array_like, optional
        The step, positive, in the units of `x`; an array is broadcast to the shape of `x`.
        Left out: ε^(1/3)·max(1, |xᵢ|) for order 2 and ε^(1/5)·max(1, |xᵢ|) for order 4, where
        truncation error and rounding error are about equal (ε = 2.2e-16). Give a smaller one
        where `f` changes within a distance much smaller than 1, as 1/x does near 0.
    order : {2, 4}
        The error shrinks with this power of h. Order 2 calls `f` twice an entry, order 4 four
        times.

    Returns
    -------
    numpy.ndarray
        The gradient, float64, of the shape of `x`.

    Raises
    ------
    TypeError
        If `f` cannot be called or returns no number, or `x` is not real.
    ValueError
        If `f` returns an array, `h` is not positive or too small to move `x`, or `order` is
        neither 2 nor 4.

    Warns
    -----
    RuntimeWarning
        If `f` does not look at its argument, as ``lambda w: net.loss(x, t)``: its gradient is
        zero, and surely not what was meant.

    References
    ----------
    W. H. Press et al., *Numerical Recipes*, 3rd ed., 2007, section 5.7.

    Examples
    --------
    >>> from gradbook import numerical_gradient
    >>> def f(x):
    ...     return x[0] ** 2 + x[1] ** 2
    >>> numerical_gradient(f, [3, 4]).round(8)
    array([6., 8.])
    """
    require_callable("f", f)
    check_order(order)
    x = real_array("x", x)

    def central(step: Array) -> Array:
        ahead, back = x + step, x - step
        rise = np.empty(x.shape)
        for i in range(x.size):
            rise.flat[i] = _value_at(f, x, i, ahead) - _value_at(f, x, i, back)
        return rise / (ahead - back)

    gradient = extrapolate(central, step_for(x, h, order), order)
    if x.size and not np.count_nonzero(gradient) and _ignores_its_argument(f, x):
        warnings.warn(
            "f returned the same value whatever its argument, so the gradient is zero; "
            "let f use the array it is given",
            RuntimeWarning,
            stacklevel=2,
        )
    return gradient


def _value_at(f: Callable[[Array], Any], x: Array, i: int, shifted: Array) -> float:
    """Return f at x with entry i shifted, in a fresh array."""
    moved = x.copy()
    moved.flat[i] = shifted.flat[i]
    return real_number("f must return", f(moved))


def _ignores_its_argument(f: Callable[[Array], Any], x: Array) -> bool:
    """Tell a function that never looks at x from one that is flat there: nan goes through."""
    with suppress(Exception):  # a function that refuses nan has looked at it
        return bool(f(np.full_like(x, np.nan)) == f(x.copy()))
    return False
