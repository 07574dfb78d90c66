"""Surfaces: a function of two variables as a landscape in three dimensions."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, require_callable, values_at
from gradbook.plotting import grid

if TYPE_CHECKING:
    from mpl_toolkits.mplot3d import Axes3D  # type: ignore[import-untyped]


def plot_surface(
    f: Callable[[Array], Any],
    X0: npt.ArrayLike,
    X1: npt.ArrayLike,
    *,
    ax: Axes3D | None = None,
    **surface: Any,
) -> Axes3D:
    """Draw the graph of f over the plane of x₀ and x₁: a net through which one can see.

    Parameters
    ----------
    f : callable
        Takes points stacked coordinates first, of shape (2, *shape*), and returns one value a
        point.
    X0, X1 : array_like
        The grid, as from ``numpy.meshgrid``, of shape *shape*, a mesh of the net between four of
        its points.
    ax : mpl_toolkits.mplot3d.Axes3D, optional
        Where to draw; a new figure if left out.
    **surface
        Handed to ``Axes3D.plot_surface``: color, alpha, linewidth …

    Returns
    -------
    mpl_toolkits.mplot3d.Axes3D
        The axes, on which ``view_init`` moves the eye.

    Raises
    ------
    TypeError
        If `f` cannot be called, the grid or the values of `f` are not real, or `ax` is flat.
    ValueError
        If the grid is not one of 2 × 2 points or more, its arrays differ in shape, or `f` does not
        return one value a point.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import plot_surface, saddle
    >>> ax = plot_surface(saddle, *np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9)))
    """
    require_callable("f", f)
    x0, x1 = grid(X0, X1)
    values = values_at(f, np.stack([x0, x1]), x0.shape)
    ax = _space() if ax is None else ax
    if not hasattr(ax, "plot_surface"):
        raise TypeError(f"ax must be in three dimensions (projection='3d'), got {ax!r}")
    rows, columns = x0.shape
    style: dict[str, Any] = {"alpha": 0.3, "linewidth": 0.4, "shade": False}
    style |= {"color": "C0", "rcount": rows, "ccount": columns}
    style |= {"edgecolor": surface.get("color", style["color"])}
    ax.plot_surface(x0, x1, values, **style | surface)
    ax.set(xlabel="x₀", ylabel="x₁", zlabel="f")
    ax.locator_params(nbins=3)
    ax.grid(False)
    for axis in (ax.xaxis, ax.yaxis, ax.zaxis):
        axis.set_pane_color((0, 0, 0, 0))  # the page's own paper, light or dark
    return ax


def _space() -> Axes3D:
    """Return the axes of a new figure, in three dimensions."""
    from matplotlib import pyplot as plt

    return plt.figure().add_subplot(projection="3d")
