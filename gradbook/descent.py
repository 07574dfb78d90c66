"""Descent: step after step against the gradient, and an account of where it led."""

from __future__ import annotations  # types are for readers and checkers, not for import

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from gradbook._arguments import (
    Array,
    integer,
    real_array,
    real_number,
    require_callable,
    tolerance_of,
)
from gradbook._optimizer import LearningRate, Optimizer, State
from gradbook.differentiation import numerical_gradient
from gradbook.optimizers import SGD

Ended = Literal[
    "converged", "ran out of steps", "diverged", "not positive definite", "no lower point"
]


@dataclass(frozen=True, eq=False)  # arrays are not equal or unequal as wholes
class Descent:
    """Where a descent went, and how it ended.

    Attributes
    ----------
    x : numpy.ndarray
        The last point at which f is finite.
    value : float
        f there.
    path : numpy.ndarray
        All points from the start on, of shape (steps + 1, *shape of x*).
    values : numpy.ndarray
        f at each, of shape (steps + 1,).
    steps : int
        How many steps were taken.
    converged : bool
        Whether it ended because no entry of the gradient was larger than the tolerance.
    ended : {"converged", "ran out of steps", "diverged", "not positive definite", "no lower point"}
        Why it ended; "diverged" where the next step would have led to a point or value that is not
        finite, or there is no such step, for the gradient or the Hessian is not finite. Newton's
        method ends where the Hessian is "not positive definite", a line search where it finds "no
        lower point".

    Examples
    --------
    >>> from gradbook import bowl, gradient_descent
    >>> print(gradient_descent(bowl, [-3, 4], lr=0.5, steps=10, gradient=bowl.gradient))
    converged after 1 step at x = [0. 0.], f(x) = 0
    """

    x: Array
    value: float
    path: Array
    values: Array
    steps: int
    ended: Ended

    @property
    def converged(self) -> bool:
        """Whether it ended because the gradient was within the tolerance."""
        return self.ended == "converged"

    def __str__(self) -> str:
        """Say how it ended, and where."""
        steps = "1 step" if self.steps == 1 else f"{self.steps} steps"
        return f"{self.ended} after {steps} at x = {self.x}, f(x) = {self.value:.6g}"


def minimize(
    f: Callable[[Array], Any],
    x0: npt.ArrayLike,
    optimizer: Optimizer,
    *,
    steps: int,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    tolerance: float = 0.0,
) -> Descent:
    """Start at x₀, and let the optimizer make a step of each gradient.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x0`, returns a real number.
    x0 : array_like
        The start, of any shape. It is not moved.
    optimizer : Optimizer
        SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam, AdamW.
    steps : int
        The most steps to take, 0 or more.
    gradient : callable, optional
        Takes an array of the shape of `x0`, returns ∇f there, of the same shape. Left out, it is
        found by `numerical_gradient`.
    tolerance : float
        Stop where no entry of the gradient is larger than this, in units of f per unit of x.

    Returns
    -------
    Descent
        The path, the values on it, and how it ended.

    Raises
    ------
    TypeError
        If `f` or `gradient` cannot be called, `x0` is not real, `f` returns no number, or
        `optimizer` is not an optimizer.
    ValueError
        If `f` returns an array, `gradient` returns another shape than that of `x0`, `x0` or `f`
        there is not finite, `steps` is no integer, 0 or more, or `tolerance` is negative.

    References
    ----------
    J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd ed., 2006, chapter 3.

    Examples
    --------
    >>> from gradbook import Momentum, minimize, ravine
    >>> result = minimize(ravine, [-7, 2], Momentum(lr=0.1), steps=500, tolerance=1e-6)
    >>> result.ended, result.value < 1e-9
    ('converged', True)
    """
    require_callable("f", f)
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"optimizer must be an Optimizer, as SGD(lr=0.1) is, got {optimizer!r}")
    state: State = {}

    def move(x: Array, g: Array, value: float) -> Array:
        nonlocal state
        moved, state = optimizer.step(x, g, state)
        return np.asarray(moved)

    return descend(f, x0, move, steps=steps, gradient=gradient, tolerance=tolerance)


def descend(
    f: Callable[[Array], Any],
    x0: npt.ArrayLike,
    move: Callable[[Array, Array, float], Array | Ended],
    *,
    steps: int,
    gradient: Callable[[Array], npt.ArrayLike] | None,
    tolerance: float,
) -> Descent:
    """Start at x₀, and go where `move` leads from x, ∇f(x) and f(x), or end as it says."""
    slope = gradient_of(f, gradient)
    steps = integer("steps", steps)
    tolerance = tolerance_of(tolerance)
    x = real_array("x0", x0).copy()
    if not np.isfinite(x).all():
        raise ValueError(f"x0 must be finite, got {x}")
    value = real_number("f", f(x.copy()), "return")
    if not np.isfinite(value):
        raise ValueError(f"x0 must be a point at which f is finite, got {x}, where f is {value}")
    path, values = [x], [value]
    ended: Ended = "ran out of steps"
    with np.errstate(over="ignore", invalid="ignore"):  # divergence is told in the result
        while True:
            g = slope(x)
            if (np.abs(g) <= tolerance).all():
                ended = "converged"
                break
            if len(path) > steps:
                break
            moved = move(x, g, value)
            if isinstance(moved, str):
                ended = moved
                break
            x = moved
            value = real_number("f", f(x.copy()), "return")
            if not (math.isfinite(value) and np.isfinite(x).all()):
                ended = "diverged"
                break
            path.append(x)
            values.append(value)
    return Descent(path[-1], values[-1], np.array(path), np.array(values), len(path) - 1, ended)


def gradient_descent(
    f: Callable[[Array], Any],
    x0: npt.ArrayLike,
    *,
    lr: LearningRate,
    steps: int,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    tolerance: float = 0.0,
) -> Descent:
    """x ← x − η ∇f(x), all entries of x at once, from x₀ on.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x0`, returns a real number.
    x0 : array_like
        The start, of any shape. It is not moved.
    lr : float or callable
        The learning rate η, positive, in units of x² per unit of f; or a function of the number of
        the step that returns it, such as `cosine_decay`.
    steps : int
        The most steps to take, 0 or more.
    gradient : callable, optional
        ∇f, as in `minimize`; left out, it is found numerically.
    tolerance : float
        Stop where no entry of the gradient is larger than this, as in `minimize`.

    Returns
    -------
    Descent
        The path, the values on it, and how it ended.

    Raises
    ------
    TypeError
        As `minimize`.
    ValueError
        As `minimize`, and if `lr` is not positive.

    References
    ----------
    A. Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847.

    Examples
    --------
    >>> from gradbook import bowl, gradient_descent
    >>> gradient_descent(bowl, [-3, 4], lr=0.1, steps=2).path.round(6)
    array([[-3.  ,  4.  ],
           [-2.4 ,  3.2 ],
           [-1.92,  2.56]])
    """
    return minimize(f, x0, SGD(lr), steps=steps, gradient=gradient, tolerance=tolerance)


def gradient_of(
    f: Callable[[Array], Any],
    gradient: Callable[[Array], npt.ArrayLike] | None,
    *,
    order: int | None = None,
    point: str = "x0",
) -> Callable[[Array], Array]:
    """Return the gradient of f as a function that gives the shape it gets, whole and float64."""
    require_callable("f", f)
    if gradient is None:
        return lambda x: numerical_gradient(f, x, order=order)
    require_callable("gradient", gradient)

    def checked(x: Array) -> Array:
        g = real_array("gradient", gradient(x.copy()))
        if g.shape != x.shape:
            raise ValueError(
                f"gradient must return the shape of {point}, {x.shape}, got shape {g.shape}"
            )
        return g

    return checked
