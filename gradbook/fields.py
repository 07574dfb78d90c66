"""Gradient fields: the gradient of a function at many points at once."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array, require_callable, values_at
from gradbook._differences import Precision, checked_order, difference, fitting_step

PIECE = 16384  # points a call: many enough to be quick, few enough to stay in the cache


def gradient_field(
    f: Callable[[Array], Any],
    *coordinates: npt.ArrayLike,
    h: npt.ArrayLike | None = None,
    order: int | None = None,
) -> tuple[Array, ...]:
    r"""∇f at every point of a grid: one array of slopes for each array of coordinates.

    Parameters
    ----------
    f : callable
        Takes points stacked coordinates first, of shape (d, n), so that ``x[0]`` holds the first
        coordinate of each, and returns n values. It sees the points in pieces, flattened.
    *coordinates : array_like
        One array a coordinate, all of one shape, as from ``numpy.meshgrid``.
    h : float or array_like, optional
        The step, as in `numerical_gradient`; an array is broadcast to (d, *shape*).
    order : {2, 4}
        The order of the error, as in `numerical_gradient`; 2 if left out.

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
    order = checked_order("central", order)
    points, shape = _stack(coordinates)
    if h is not None:
        h = fitting_step(h, (len(points), *shape)).reshape(points.shape)
    if 0 < points.shape[1] <= PIECE:
        return tuple(_slopes(f, points, h, order).reshape(len(points), *shape))
    field = np.empty_like(points)
    for start in range(0, points.shape[1], PIECE):
        piece = slice(start, start + PIECE)
        steps = None if h is None else h[:, piece]
        field[:, piece] = _slopes(f, points[:, piece], steps, order)
    return tuple(field.reshape(len(points), *shape))


def _slopes(f: Callable[[Array], Any], points: Array, h: Array | None, order: int) -> Array:
    """Return ∂f/∂xᵢ at each of the points (d, n), moving the same coordinate of all at once."""
    shape = points.shape[1:]

    def central(step: Array, precision: Precision) -> Array:
        slopes = np.empty(points.shape)
        for i, (slope, x, h) in enumerate(zip(slopes, points, step, strict=True)):
            ahead, back = points.copy(), points.copy()
            run = np.add(x, h, out=ahead[i]) - np.subtract(x, h, out=back[i])
            values = values_at(f, ahead, shape)
            precision.of(values)
            slope[:] = values  # copied, for f may fill one array again and again
            slope -= values_at(f, back, shape)
            slope /= run
        return slopes

    return difference(central, points, h, "central", order)


def _stack(coordinates: tuple[npt.ArrayLike, ...]) -> tuple[Array, tuple[int, ...]]:
    """Return the coordinates as one array, a row each, and the shape that they had."""
    if not coordinates:
        raise ValueError("coordinates must be one array or more, got none")
    arrays = [real_array(f"coordinates[{i}]", c) for i, c in enumerate(coordinates)]
    shape = arrays[0].shape
    for array in arrays[1:]:
        if array.shape != shape:
            raise ValueError(f"coordinates must have one shape, got {shape} and {array.shape}")
    return np.concatenate(arrays, axis=None).reshape(len(arrays), -1), shape
