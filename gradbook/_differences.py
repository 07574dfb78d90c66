"""What all numerical derivatives share: the step, the rule, and the precision of the function."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array

Method = Literal["central", "forward"]
EPS = float(np.finfo(np.float64).eps)
ORDERS = {"central": (2, 4), "forward": (1, 2)}  # of the error, by method


def difference(
    slopes: Callable[[Array, Precision], Array],
    x: Array,
    h: npt.ArrayLike | None,
    method: Method,
    order: int,
) -> Array:
    """Return D(h), or of the higher order, the sum of D(h) and D(2h) in which errors cancel.

    For the central difference that is (4 D(h) − D(2h)) / 3, the five-point rule; for the forward
    difference, 2 D(h) − D(2h).
    """
    precision = Precision(fixed=h is not None)
    while True:
        step = step_for(x, h, order, precision.eps)
        try:
            with np.errstate(invalid="ignore", over="ignore"):  # infinite points and values: nan
                near = slopes(step, precision)
                if order == ORDERS[method][0]:
                    return np.asarray(near)
                far = slopes(2 * step, precision)
                return np.asarray((4 * near - far) / 3 if method == "central" else 2 * near - far)
        except Coarser:
            continue


class Coarser(Exception):
    """A function answers in a lower precision than the step was chosen for."""


class Precision:
    """The relative precision ε in which a function answers: float64's until it shows another."""

    def __init__(self, fixed: bool) -> None:
        self.eps = EPS
        self._fixed = fixed  # a step that was given is not for us to choose

    def of(self, values: Any) -> None:
        """Look at values of the function; raise Coarser where a step has to be chosen anew."""
        kind = getattr(values, "dtype", None)
        if self._fixed or kind is None or kind.kind != "f":
            return
        if kind.itemsize < 8 and (eps := float(np.finfo(kind).eps)) > self.eps:
            self.eps = eps
            raise Coarser


def step_for(x: Array, h: npt.ArrayLike | None, order: int, eps: float = EPS) -> Array:
    """Return a step for each entry of x, for a rule whose error is of the given order.

    Truncation costs about hᵖ and rounding about ε/h. Their sum is least near h = ε^(1/(p + 1)).
    """
    if h is None:
        suited = np.asarray(np.abs(x))
        np.maximum(suited, 1.0, out=suited)
        suited *= eps ** (1 / (order + 1))
        return suited
    step = fitting_step(h, x.shape)
    stuck = (x + step == x) & np.isfinite(x)
    if stuck.any():
        raise ValueError(
            f"h must be large enough to move x, got {step[stuck][0]}: "
            f"{x[stuck][0]} + {step[stuck][0]} rounds back to {x[stuck][0]}"
        )
    return step


def fitting_step(h: npt.ArrayLike, shape: tuple[int, ...]) -> Array:
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


def checked_order(method: Method, order: int | None) -> int:
    """Return the order, or the method's lower one where none is given."""
    if not isinstance(method, str) or method not in ORDERS:
        raise ValueError(f"method must be 'central' or 'forward', got {method!r}")
    lower, higher = ORDERS[method]
    if order is None:
        return lower
    known = isinstance(order, (int, np.integer)) and not isinstance(order, bool)
    if not known or order not in (lower, higher):
        raise ValueError(
            f"order must be {lower} or {higher} for the {method} difference, got {order!r}"
        )
    return int(order)
