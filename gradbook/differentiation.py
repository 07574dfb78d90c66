"""Numerical differentiation: slopes from nothing but values of a function.

Look a step h ahead, look a step h back, and divide the difference of the two values by the
distance between the two points. That is all; the rest is care.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array, real_number, require_callable, values_at
from gradbook._closures import never_loads_its_argument
from gradbook._differences import Method, Precision, checked_order, difference


def derivative(
    f: Callable[[Any], Any],
    x: npt.ArrayLike,
    *,
    h: npt.ArrayLike | None = None,
    method: Method = "central",
    order: int | None = None,
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
        Left out: max(1, |x|) times the (p + 1)-th root of ε, for order p, where truncation error
        and rounding error are about equal; ε is the precision in which `f` answers, 2.2e-16 for
        float64. That suits an `f` that changes over a distance of about max(1, |x|). Give a
        smaller one where it changes faster, as 1/x does near 0 and sin x at x = 10⁶.
    method : {"central", "forward"}
        The central difference looks both ways; the forward difference, (f(x + h) − f(x)) / h,
        looks ahead only.
    order : int, optional
        The error shrinks with this power of h: 2 or 4 for the central difference, 1 or 2 for the
        forward difference. Left out, the lower one.

    Returns
    -------
    numpy.ndarray
        The derivative at each x, float64, of the shape of `x`: () where `x` is a number.

    Raises
    ------
    TypeError
        If `f` cannot be called, or `x` or the values of `f` are not real.
    ValueError
        If `f` does not return one value for each x, `h` is not positive or too small to move `x`,
        or there is no rule of this method and order.

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
    order = checked_order(method, order)
    x = real_array("x", x)

    def at(points: Array, precision: Precision) -> Array:
        values = values_at(f, points.copy(), x.shape)  # which f may change
        precision.of(values)
        return values.astype(np.float64)  # copied, for f may fill one array again and again

    def slopes(step: Array, precision: Precision) -> Array:
        ahead, back = x + step, x if method == "forward" else x - step
        slope: Array = (at(ahead, precision) - at(back, precision)) / (ahead - back)
        return slope

    return difference(slopes, x, h, method, order)


def numerical_gradient(
    f: Callable[[Array], Any],
    x: npt.ArrayLike,
    *,
    h: npt.ArrayLike | None = None,
    method: Method = "central",
    order: int | None = None,
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
        Left out: max(1, |xᵢ|) times the (p + 1)-th root of ε, for order p, as in `derivative`. Give
        a smaller one where `f` changes within a distance much smaller than max(1, |xᵢ|).
    method : {"central", "forward"}
        The central difference looks both ways along each axis, the forward difference ahead only.
    order : int, optional
        The error shrinks with this power of h, as in `derivative`: 2 or 4, forward 1 or 2. The
        central difference calls `f` twice an entry, of order 4 four times; the forward
        difference once an entry, of order 2 twice, and once or twice more at `x` itself.

    Returns
    -------
    numpy.ndarray
        The gradient, float64, of the shape of `x`.

    Raises
    ------
    TypeError
        If `f` cannot be called or returns no number, or `x` is not real.
    ValueError
        If `f` returns an array, `h` is not positive or too small to move `x`, or there is no rule
        of this method and order.

    Warns
    -----
    RuntimeWarning
        If the gradient is zero and the code of `f` never uses its argument, as that of
        ``lambda w: net.loss(x, t)``: surely not what was meant.

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
    order = checked_order(method, order)
    x = real_array("x", x)

    flat, whole = x.reshape(-1), x.ndim == 1

    def at(i: int, moved_to: float, precision: Precision) -> float:
        """Return f at x with entry i moved, in a fresh array."""
        moved = flat.copy()
        moved[i] = moved_to
        value = f(moved if whole else moved.reshape(x.shape))
        if isinstance(value, float):  # NumPy's float64 is one: the everyday case
            return value
        precision.of(value)
        return real_number("f", value, "return")

    def slopes(step: Array, precision: Precision) -> Array:
        # lists, for they are quicker than arrays where entries are taken one by one
        ahead = (x + step).ravel().tolist()
        if method == "forward":
            here, back = at(0, flat[0], precision) if x.size else 0.0, flat.tolist()
            slope = [(at(i, to, precision) - here) / (to - back[i]) for i, to in enumerate(ahead)]
        else:
            back = (x - step).ravel().tolist()
            slope = [
                (at(i, to, precision) - at(i, back[i], precision)) / (to - back[i])
                for i, to in enumerate(ahead)
            ]
        return np.array(slope, dtype=np.float64).reshape(x.shape)

    gradient = difference(slopes, x, h, method, order)
    if x.size and not np.count_nonzero(gradient) and never_loads_its_argument(f):
        warnings.warn(
            "f returned the same value whatever its argument, so the gradient is zero; "
            "let f use the array it is given",
            RuntimeWarning,
            stacklevel=2,
        )
    return gradient
