"""The book's landscapes: each value stands beside its gradient, its minima and its formula."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array
from gradbook._followed import Followed, followed_or_real


@dataclass(frozen=True)
class Landscape:
    """f(x₀, x₁), callable at one point and at many.

    Attributes
    ----------
    name : str
        The name of the function.
    tex : str
        Its formula, in TeX.
    minima : tuple of tuple of float
        The points of its global minima; empty where it has none.
    value : callable
        Takes arrays x₀ and x₁ of one shape, returns f entry by entry.
    slopes : callable
        Takes the same, returns ∂f/∂x₀ and ∂f/∂x₁.

    Examples
    --------
    A landscape of your own:

    >>> from gradbook import Landscape, check_gradient
    >>> trough = Landscape("trough", "x_0^4 + x_1^2", ((0.0, 0.0),),
    ...     lambda x0, x1: x0**4 + x1**2, lambda x0, x1: (4 * x0**3, 2 * x1))
    >>> check_gradient(trough, trough.gradient, [1.5, -2.0]).passed
    True

    One of the book's:

    >>> from gradbook import bowl
    >>> bowl([3, 4])
    np.float64(25.0)
    >>> bowl.gradient([3, 4])
    array([6., 8.])
    >>> bowl([[0, 1, 2], [0, 1, 2]])  # three points, coordinates first
    array([0., 2., 8.])
    """

    name: str
    tex: str
    minima: tuple[tuple[float, float], ...]
    value: Callable[[Array, Array], Array]
    slopes: Callable[[Array, Array], tuple[Array, Array]]

    def __call__(self, x: npt.ArrayLike) -> Array:
        """Return f at x, of shape (2,) or (2, *points*): one value a point.

        Raises
        ------
        TypeError
            If `x` is not real.
        ValueError
            If `x` has not two coordinates, or `value` does not return one number a point.
        """
        x0, x1 = _coordinates(x)
        with np.errstate(over="ignore", invalid="ignore"):  # far out, f is ∞
            return _fitting("value", self.value(x0, x1), x0)[..., 0][()]

    def gradient(self, x: npt.ArrayLike) -> Array:
        """Return ∇f at x, exact, of the shape of x.

        Raises
        ------
        TypeError
            If `x` is not real.
        ValueError
            If `x` has not two coordinates, or `slopes` does not return two numbers a point.
        """
        x0, x1 = _coordinates(x)
        with np.errstate(over="ignore", invalid="ignore"):
            slopes = [_fitting("slopes", slope, x0) for slope in self.slopes(x0, x1)]
        # np.stack can be followed; np.array takes a quarter of its time
        rows: Array = np.stack(slopes) if isinstance(x0, Followed) else np.array(slopes)
        return rows[..., 0]


def _coordinates(x: npt.ArrayLike) -> Array:
    """Return x₀ and x₁ with one more axis, so that a single point has arrays for coordinates too.

    NumPy squares an array by multiplying, but a single number by the C library's pow, whose last
    bit is wrong once in a thousand times; and one point gets what it gets among many.
    """
    points: Array = followed_or_real("x", x)
    if points.ndim == 0 or len(points) != 2:
        raise ValueError(f"x must have two coordinates, got shape {points.shape}")
    points = points[..., np.newaxis]
    if not isinstance(points, Followed):
        points.setflags(write=False)  # a view of the caller's, and the function may be anybody's
    return points


def _fitting(name: str, found: Array, x0: Array) -> Array:
    """Return what a landscape's function has found, where that is one number a point."""
    shape = getattr(found, "shape", ())
    if shape != x0.shape:
        raise ValueError(
            f"{name} must return arrays of the shape of x0, {x0.shape}, got {shape}; "
            "write 0 * x0 + 1 for a constant"
        )
    return found


def _finite_or(values: Array, others: Array) -> Array:
    """Return the values; where squares overflowed, the others, which are equal by algebra."""
    return np.where(np.isfinite(values), values, others)


bowl = Landscape(
    "bowl",
    r"x_0^2 + x_1^2",
    ((0.0, 0.0),),
    lambda x0, x1: x0**2 + x1**2,
    lambda x0, x1: (2 * x0, 2 * x1),
)

ravine = Landscape(
    "ravine",
    r"\frac{x_0^2}{20} + x_1^2",
    ((0.0, 0.0),),
    lambda x0, x1: x0**2 / 20 + x1**2,
    lambda x0, x1: (x0 / 10, 2 * x1),
)

saddle = Landscape(
    "saddle",
    r"x_0^2 - x_1^2",
    (),
    lambda x0, x1: _finite_or(x0**2 - x1**2, 2 * (x0 - x1) * (x0 / 2 + x1 / 2)),
    lambda x0, x1: (2 * x0, -2 * x1),
)

# Flat far out: the slope 2r·exp(−r²) is largest at r = 1/√2 and vanishes on both sides.
plateau = Landscape(
    "plateau",
    r"1 - e^{-(x_0^2 + x_1^2)}",
    ((0.0, 0.0),),
    lambda x0, x1: -np.expm1(-(x0**2 + x1**2)),
    lambda x0, x1: (
        2 * (x0 * np.exp(-(x0**2 + x1**2))),
        2 * (x1 * np.exp(-(x0**2 + x1**2))),
    ),
)

himmelblau = Landscape(
    "himmelblau",
    r"(x_0^2 + x_1 - 11)^2 + (x_0 + x_1^2 - 7)^2",
    (
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    ),
    lambda x0, x1: (x0**2 + x1 - 11) ** 2 + (x0 + x1**2 - 7) ** 2,
    lambda x0, x1: (
        4 * x0 * (x0**2 + x1 - 11) + 2 * (x0 + x1**2 - 7),
        2 * (x0**2 + x1 - 11) + 4 * x1 * (x0 + x1**2 - 7),
    ),
)

rosenbrock = Landscape(
    "rosenbrock",
    r"(1 - x_0)^2 + 100 (x_1 - x_0^2)^2",
    ((1.0, 1.0),),
    lambda x0, x1: (1 - x0) ** 2 + 100 * (x1 - x0**2) ** 2,
    lambda x0, x1: (
        -2 * (1 - x0) - 400 * x0 * (x1 - x0**2),
        200 * (x1 - x0**2),
    ),
)
