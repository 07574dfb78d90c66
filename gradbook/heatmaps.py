"""Heat maps: a matrix as colours with its numbers, weights beside their gradient."""

from __future__ import annotations  # types are for readers and checkers, not for import

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import real_array
from gradbook.plotting import new_axes

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def plot_matrix(matrix: npt.ArrayLike, *, ax: Axes | None = None, **image: Any) -> Axes:
    """Draw a matrix as a heat map with its numbers; white is 0, blue below, red above.

    Parameters
    ----------
    matrix : array_like
        The numbers, of shape (rows, columns).
    ax : matplotlib.axes.Axes, optional
        Where to draw; a new figure if left out.
    **image
        Handed to ``Axes.imshow``: cmap, vmin, vmax …

    Returns
    -------
    matplotlib.axes.Axes
        The axes, without ticks.

    Raises
    ------
    TypeError
        If `matrix` is not real.
    ValueError
        If `matrix` has not two dimensions, or no entry.

    Examples
    --------
    >>> from gradbook import plot_matrix
    >>> ax = plot_matrix([[0.2, -0.8, 1.5], [0.3, 0.0, 0.5]])
    """
    numbers = real_array("matrix", matrix)
    if numbers.ndim != 2 or not numbers.size:
        raise ValueError(f"matrix must have rows and columns, got shape {numbers.shape}")
    bound = float(np.max(np.abs(numbers), initial=0, where=np.isfinite(numbers))) or 1.0
    ax = new_axes() if ax is None else ax
    style: dict[str, Any] = {"cmap": "RdBu_r"}
    if "norm" not in image:
        style |= {"vmin": -bound, "vmax": bound}
    drawn = ax.imshow(numbers, **style | image)
    red, green, blue, _ = np.moveaxis(drawn.to_rgba(numbers), -1, 0) ** 2.2
    dark = (0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.19) & np.isfinite(numbers)
    for (row, column), number in np.ndenumerate(numbers):
        # nearly white and nearly black: a page may turn the pure ones to its own colours
        ink = "#fdfdfd" if dark[row, column] else "#111111"
        ax.text(column, row, f"{number:.4f}".replace("-", "−"), ha="center", va="center", color=ink)
    ax.set(xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return ax
