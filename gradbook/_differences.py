"""What all numerical derivatives share: how large a step to take, and how to gain two orders."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, real_array

EPS = float(np.finfo(np.float64).eps)


def step_for(x: Array, h: npt.ArrayLike | None, order: int) -> Array:
    """Return a step for each entry of x, for a rule whose error is of the given order.

    Truncation costs about hᵖ and rounding about ε/h. Their sum is least near h = ε^(1/(p + 1)).
    """
    if h is None:
        suited: Array = np.maximum(np.abs(x), 1.0) * EPS ** (1 / (order + 1))
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


def extrapolate(central: Callable[[Array], Array], step: Array, order: int) -> Array:
    """Return D(h), or (4 D(h) − D(2h)) / 3, in which the errors of order h² cancel.

    The second is the five-point rule, (f(x − 2h) − 8f(x − h) + 8f(x + h) − f(x + 2h)) / 12h.
    """
    with np.errstate(invalid="ignore"):  # infinite points and values give nan, without a word
        if order == 2:
            return central(step)
        return (4 * central(step) - central(2 * step)) / 3


def check_order(order: int) -> None:
    """Raise ValueError unless the order is one that there is a rule for."""
    if order not in (2, 4):
        raise ValueError(f"order must be 2 or 4, got {order!r}")
