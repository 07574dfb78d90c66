"""Line search: how far to go along a direction that leads down, so that no η has to be chosen."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, number_in, positive_number, real_array, real_number
from gradbook.descent import Descent, Ended, descend, gradient_of

LARGEST_SHRINK = 0.9
TRIALS = 1000  # 0.9¹⁰⁰⁰ is 1.7e-46: no step that short moves x


def backtracking(
    f: Callable[[Array], Any],
    x: npt.ArrayLike,
    direction: npt.ArrayLike,
    *,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    lr: float = 1.0,
    c: float = 1e-4,
    shrink: float = 0.5,
) -> float:
    """Return the first η of lr, lr·shrink, … with f(x + η d) ≤ f(x) + c η ∇f(x)·d.

    So f falls by at least the share c of what its slope at x promises (Armijo's condition).

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a real number.
    x : array_like
        The point, of any shape. It is not moved.
    direction : array_like
        d, of the shape of `x`, such as −∇f(x) or Newton's step; f must fall along it.
    gradient : callable, optional
        ∇f, as in `minimize`; left out, it is found numerically.
    lr : float
        The η to begin with, positive.
    c : float
        The share, in (0, 1).
    shrink : float
        By what η is multiplied where it was too large, in (0, 0.9].

    Returns
    -------
    float
        η, positive.

    Raises
    ------
    TypeError
        If `f` or `gradient` cannot be called, a value is not real, or `x` or `direction` is not.
    ValueError
        If an argument is out of its range, shapes do not match, f is not finite at `x`, f does not
        fall along `direction`, or no η is found: where the gradient is wrong, or `x` is a minimum
        to rounding.

    References
    ----------
    L. Armijo, "Minimization of functions having Lipschitz continuous first partial derivatives",
    1966; J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd ed., 2006, algorithm 3.1.

    Examples
    --------
    >>> from gradbook import backtracking, bowl
    >>> backtracking(bowl, [-3, 4], [6, -8])
    0.5
    """
    slope = gradient_of(f, gradient, point="x")
    x, d = real_array("x", x), real_array("direction", direction)
    if d.shape != x.shape:
        raise ValueError(f"direction must have the shape of x, {x.shape}, got {d.shape}")
    lr, c, shrink = _settings(lr, c, shrink)
    value = real_number("f", f(x.copy()), "return")
    if not np.isfinite(value):
        raise ValueError(f"x must be a point at which f is finite, got {x}, where f is {value}")
    falls = float(np.sum(slope(x) * d))
    if not falls < 0:
        raise ValueError(f"direction must be one along which f falls, got slope {falls}")
    eta = _search(f, x, d, value, falls, lr, c, shrink)
    if eta is None:
        raise ValueError(f"direction must lead to lower points of f, found none from {x} along {d}")
    return eta


def line_search_descent(
    f: Callable[[Array], Any],
    x0: npt.ArrayLike,
    *,
    steps: int,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    lr: float = 1.0,
    c: float = 1e-4,
    shrink: float = 0.5,
    tolerance: float = 0.0,
) -> Descent:
    """x ← x − η ∇f(x), with the η that `backtracking` finds for each step.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x0`, returns a real number.
    x0 : array_like
        The start, of any shape. It is not moved.
    steps : int
        The most steps to take, 0 or more.
    gradient : callable, optional
        ∇f, as in `minimize`; left out, it is found numerically.
    lr, c, shrink : float
        As in `backtracking`. Each step begins with `lr` again.
    tolerance : float
        Stop where no entry of the gradient is larger than this, as in `minimize`.

    Returns
    -------
    Descent
        The path, and how it ended: "no lower point" where no η was found.

    Raises
    ------
    TypeError
        As `minimize`.
    ValueError
        As `minimize`, and if `lr`, `c` or `shrink` is out of its range.

    References
    ----------
    L. Armijo, "Minimization of functions having Lipschitz continuous first partial derivatives",
    1966.

    Examples
    --------
    >>> from gradbook import line_search_descent, ravine
    >>> line_search_descent(ravine, [-7, 2], steps=200, tolerance=1e-6).converged
    True
    """
    lr, c, shrink = _settings(lr, c, shrink)

    def move(x: Array, g: Array, value: float) -> Array | Ended:
        if not np.isfinite(g).all():
            return "diverged"
        eta = _search(f, x, -g, value, -float(np.sum(g * g)), lr, c, shrink)
        return "no lower point" if eta is None else x - eta * g

    return descend(f, x0, move, steps=steps, gradient=gradient, tolerance=tolerance)


def _search(
    f: Callable[[Array], Any],
    x: Array,
    d: Array,
    value: float,
    falls: float,
    eta: float,
    c: float,
    shrink: float,
) -> float | None:
    """Return the first η that satisfies Armijo's condition, None where x no longer moves."""
    with np.errstate(over="ignore", invalid="ignore"):  # η may lead too far at first
        for _ in range(TRIALS):
            moved = x + eta * d
            if (moved == x).all():
                return None
            if real_number("f", f(moved), "return") <= value + c * eta * falls:
                return eta
            eta *= shrink
    return None


def _settings(lr: float, c: float, shrink: float) -> tuple[float, float, float]:
    c = number_in("c", positive_number("c", c), 0, 1, "between 0 and 1")
    shrink = positive_number("shrink", shrink)
    if shrink > LARGEST_SHRINK:
        raise ValueError(f"shrink must be between 0 and {LARGEST_SHRINK}, got {shrink}")
    return positive_number("lr", lr), c, shrink
