"""Numerical differentiation: slopes from nothing but values of a function.

Everything here is one idea. Look a step h ahead, look a step h back, divide the difference of the
two values by the distance between the two points.
"""

import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array, real_number, require_callable

EPS = float(np.finfo(np.float64).eps)
PIECE = 2**15  # points a call in gradient_field: many enough to be quick, few enough to be small


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
        truncation error and rounding error are about equal (ε = 2.2e-16).
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
    x = real_array("x", x)

    def central(step: Array) -> Array:
        ahead, back = x + step, x - step
        rise = np.empty(x.shape)
        for i in np.ndindex(x.shape):
            rise[i] = _value_at(f, x, i, ahead[i]) - _value_at(f, x, i, back[i])
        return rise / (ahead - back)

    gradient = _extrapolate(central, _step(x, h, order), order)
    if x.size and not gradient.any() and _ignores_its_argument(f, x):
        warnings.warn(
            "f returned the same value whatever its argument, so the gradient is zero; "
            "let f use the array it is given",
            RuntimeWarning,
            stacklevel=2,
        )
    return gradient


def gradient_field(
    f: Callable[[Array], Any],
    *coordinates: npt.ArrayLike,
    h: npt.ArrayLike | None = None,
    order: int = 2,
) -> tuple[Array, ...]:
    r"""∇f at every point of a grid: one array of slopes for each array of coordinates.

    Parameters
    ----------
    f : callable
        Takes points stacked coordinates first, of shape (d, n), so that ``x[0]`` holds the first
        coordinate of each, and returns n values. It sees the points in pieces, flattened.
    *coordinates : array_like
        One array a coordinate, all of one shape, as from ``numpy.meshgrid``.
    h, order
        As in :func:`numerical_gradient`; an array `h` is broadcast to (d, *shape*).

    Returns
    -------
    tuple of numpy.ndarray
        The d partial derivatives, float64, each of the shape of the coordinates.

    Raises
    ------
    TypeError
        If `f` cannot be called or its values are not real, or a coordinate is not real.
    ValueError
        If the coordinates differ in shape, `f` does not return one value a point, `h` is not
        positive or too small to move a point, or `order` is neither 2 nor 4.

    References
    ----------
    W. H. Press et al., *Numerical Recipes*, 3rd ed., 2007, section 5.7.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import gradient_field
    >>> def f(x):
    ...     return x[0] ** 2 + x[1] ** 2
    >>> X0, X1 = np.meshgrid([0.0, 1.0, 2.0], [0.0, 3.0])
    >>> u, v = gradient_field(f, X0, X1)
    >>> u.round(8)
    array([[0., 2., 4.],
           [0., 2., 4.]])
    """
    require_callable("f", f)
    points = _stack(coordinates)
    shape = points.shape[1:]
    if h is not None:
        h = _fitting(h, points.shape).reshape(len(points), -1)
    points = points.reshape(len(points), -1)
    field = np.empty_like(points)
    for start in range(0, points.shape[1], PIECE):
        piece = slice(start, start + PIECE)
        step = _step(points[:, piece], None if h is None else h[:, piece], order)
        field[:, piece] = _slopes(f, points[:, piece], step, order)
    return tuple(field.reshape(-1, *shape))


def _slopes(f: Callable[[Array], Any], points: Array, step: Array, order: int) -> Array:
    """Return ∂f/∂xᵢ at each of the points (d, n), moving the same coordinate of all at once."""

    def central(step: Array) -> Array:
        rise, run = np.empty_like(points), np.empty_like(points)
        for i in range(len(points)):
            ahead, back = points.copy(), points.copy()
            ahead[i] += step[i]
            back[i] -= step[i]
            run[i] = ahead[i] - back[i]
            rise[i] = _values_at(f, ahead) - _values_at(f, back)
        return rise / run

    return _extrapolate(central, step, order)


def _extrapolate(central: Callable[[Array], Array], step: Array, order: int) -> Array:
    """Return D(h), or (4 D(h) − D(2h)) / 3, in which the errors of order h² cancel."""
    with np.errstate(invalid="ignore"):  # infinite points and values give nan, without a word
        if order == 2:
            return central(step)
        return (4 * central(step) - central(2 * step)) / 3


def _step(x: Array, h: npt.ArrayLike | None, order: int) -> Array:
    """Return a step for each entry of x, and make sure that it moves the entry."""
    if order not in (2, 4):
        raise ValueError(f"order must be 2 or 4, got {order!r}")
    if h is None:
        step: Array = EPS ** (1 / (order + 1)) * np.maximum(1.0, np.abs(x))
        return step
    step = _fitting(h, x.shape)
    stuck = (x + step == x) & np.isfinite(x)
    if stuck.any():
        raise ValueError(
            f"h must be large enough to move x, got {step[stuck][0]}: "
            f"{x[stuck][0]} + {step[stuck][0]} rounds back to {x[stuck][0]}"
        )
    return step


def _fitting(h: npt.ArrayLike, shape: tuple[int, ...]) -> Array:
    """Return h, positive and finite, broadcast to the shape."""
    step = real_array("h", h)
    wrong = ~((step > 0) & np.isfinite(step))
    if wrong.any():
        raise ValueError(f"h must be positive, got {step[wrong].flat[0]}")
    try:
        return np.broadcast_to(step, shape)
    except ValueError:
        raise ValueError(
            f"h must be a number or fit the shape of x, {shape}, got shape {step.shape}"
        ) from None


def _stack(coordinates: tuple[npt.ArrayLike, ...]) -> Array:
    """Return the coordinates as one array, coordinates first."""
    if not coordinates:
        raise ValueError("coordinates must be one array or more, got none")
    arrays = [real_array(f"coordinates[{i}]", c) for i, c in enumerate(coordinates)]
    for array in arrays:
        if array.shape != arrays[0].shape:
            raise ValueError(
                f"coordinates must have one shape, got {arrays[0].shape} and {array.shape}"
            )
    return np.stack(arrays)


def _value_at(f: Callable[[Array], Any], x: Array, i: tuple[int, ...], entry: Any) -> float:
    """Return f at x with entry i replaced, in a fresh array."""
    moved = x.copy()
    moved[i] = entry
    return real_number("f must return", f(moved))


def _values_at(f: Callable[[Array], Any], points: Array) -> Array:
    """Return f at n points (d, n), and make sure that it gives n values."""
    values = real_array("values of f", f(points))
    if values.shape != points.shape[1:]:
        raise ValueError(
            f"f must return one value a point, shape {points.shape[1:]}, got shape {values.shape}"
        )
    return values


def _ignores_its_argument(f: Callable[[Array], Any], x: Array) -> bool:
    """Tell a function that never looks at x from one that is flat there: nan goes through."""
    with suppress(Exception):  # a function that refuses nan has looked at it
        return bool(f(np.full_like(x, np.nan)) == f(x.copy()))
    return False
