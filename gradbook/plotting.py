"""Pictures of functions of two variables. Each function takes Axes and gives them back.

Matplotlib is imported when something is drawn, not when gradbook is.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array, require_callable, values_at

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_field(
    X0: npt.ArrayLike,
    X1: npt.ArrayLike,
    u: npt.ArrayLike,
    v: npt.ArrayLike,
    *,
    ax: Axes | None = None,
    **quiver: Any,
) -> Axes:
    """Draw the arrow (u, v) at every point (x₀, x₁), all to one scale.

    The longest arrow is drawn a little longer than the points are apart.

    Parameters
    ----------
    X0, X1 : array_like
        The points, as from ``numpy.meshgrid``.
    u, v : array_like
        The arrows' parts along x₀ and along x₁, of the same shape.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.
    **quiver
        Handed to ``Axes.quiver``: color, width, scale (units of the field that make one
        unit of the plane) …, but for angles and scale_units, which are those of the plane.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, with equal units on both, so that directions are true.

    Raises
    ------
    TypeError
        If an array is not real.
    ValueError
        If the four arrays differ in shape.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import bowl, plot_field
    >>> X0, X1 = np.meshgrid([-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0])
    >>> ax = plot_field(X0, X1, *-bowl.gradient([X0, X1]))
    """
    x0, x1, u, v = same_shape(X0=X0, X1=X1, u=u, v=v)
    style: dict[str, Any] = {"scale": _scale(x0, x1, u, v), "color": "C0"} | quiver
    ax = _plane(ax)
    ax.quiver(x0, x1, u, v, angles="xy", scale_units="xy", **style)
    tips = np.stack([x0 + u / style["scale"], x1 + v / style["scale"]], axis=-1)
    ax.update_datalim(tips[np.isfinite(tips).all(axis=-1)])  # make room for them
    ax.autoscale_view()
    return ax


def plot_contours(
    f: Callable[[Array], Any],
    X0: npt.ArrayLike,
    X1: npt.ArrayLike,
    *,
    ax: Axes | None = None,
    **contour: Any,
) -> Axes:
    """Draw the lines on which f(x₀, x₁) keeps one value.

    Parameters
    ----------
    f : callable
        Takes points stacked coordinates first, of shape (2, *shape*), and returns one value a
        point.
    X0, X1 : array_like
        The grid, as from ``numpy.meshgrid``, of shape *shape*.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.
    **contour
        Handed to ``Axes.contour``: levels, colors, linewidths …

    Returns
    -------
    matplotlib.axes.Axes
        The axes, with equal units on both.

    Raises
    ------
    TypeError
        If `f` cannot be called, or the grid or the values of `f` are not real.
    ValueError
        If the grid is not one of 2 × 2 points or more, its arrays differ in shape, or `f` does not
        return one value a point.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import bowl, plot_contours
    >>> X0, X1 = np.meshgrid(np.linspace(-2, 2, 41), np.linspace(-2, 2, 41))
    >>> ax = plot_contours(bowl, X0, X1, levels=[1, 2, 4])
    """
    require_callable("f", f)
    x0, x1 = grid(X0, X1)
    values = values_at(f, np.stack([x0, x1]), x0.shape)
    style: dict[str, Any] = {"levels": 10, "linewidths": 0.8}
    if "cmap" not in contour:
        style["colors"] = "0.6"
    ax = _plane(ax)
    ax.contour(x0, x1, values, **style | contour)
    return ax


def plot_path(path: npt.ArrayLike, *, ax: Axes | None = None, **line: Any) -> Axes:
    """Draw a path of points, joined in order.

    Parameters
    ----------
    path : array_like
        The points, of shape (n, 2), one a row, as in the `path` of a descent.
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.
    **line
        Handed to ``Axes.plot``: color, marker, label …

    Returns
    -------
    matplotlib.axes.Axes
        The axes, with equal units on both.

    Raises
    ------
    TypeError
        If `path` is not real.
    ValueError
        If `path` has not the shape (n, 2).

    Examples
    --------
    >>> from gradbook import bowl, gradient_descent, plot_path
    >>> ax = plot_path(gradient_descent(bowl, [-3, 4], lr=0.1, steps=20).path)
    """
    points = real_array("path", path)
    if points.ndim != 2 or points.shape[1] != 2:
        raise ValueError(f"path must have shape (n, 2), got {points.shape}")
    ax = _plane(ax)
    style: dict[str, Any] = {"marker": "o", "markersize": 3, "linewidth": 1.5}
    ax.plot(*points.T, **style | _long_names(line))
    return ax


def _scale(x0: Array, x1: Array, u: Array, v: Array) -> float:
    """Return how many units of the field make one unit of the plane."""
    lengths = np.hypot(u, v)
    longest = np.max(lengths, initial=0.0, where=np.isfinite(lengths))
    if x0.size < 2 or longest == 0:
        return 1.0
    apart = max(np.ptp(x0), np.ptp(x1)) / (np.sqrt(x0.size) - 1)
    return float(longest / (1.3 * apart)) if apart > 0 else 1.0


def grid(X0: npt.ArrayLike, X1: npt.ArrayLike) -> list[Array]:
    """Return the two arrays of a grid of 2 × 2 points or more."""
    x0, x1 = same_shape(X0=X0, X1=X1)
    if x0.ndim != 2 or min(x0.shape) < 2:
        raise ValueError(f"X0 must be a grid of 2 × 2 points or more, got shape {x0.shape}")
    return [x0, x1]


def _long_names(line: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a line under their long names: lw is linewidth."""
    from matplotlib.cbook import normalize_kwargs
    from matplotlib.lines import Line2D

    return normalize_kwargs(line, Line2D)


def same_shape(**arrays: npt.ArrayLike) -> list[Array]:
    """Return the arrays, all real and of the shape of the first."""
    real = {name: real_array(name, array) for name, array in arrays.items()}
    first, *others = real
    for name in others:
        if real[name].shape != real[first].shape:
            raise ValueError(
                f"{name} must have the shape of {first}, {real[first].shape}, "
                f"got shape {real[name].shape}"
            )
    return list(real.values())


def _plane(ax: Axes | None) -> Axes:
    """Return axes for the plane of x₀ and x₁: equal units, so that right angles look right."""
    ax = new_axes() if ax is None else ax
    ax.set_aspect("equal")
    ax.set_xlabel("x₀")
    ax.set_ylabel("x₁", rotation=0)
    return ax


def new_axes() -> Axes:
    """Return the axes of a new figure."""
    from matplotlib import pyplot as plt

    return plt.figure().add_subplot()
