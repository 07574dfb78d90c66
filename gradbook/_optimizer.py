"""The frame of all optimizers: settings checked, one array or many, nothing changed in place."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, fields
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, not_negative, number_in, positive_number, real_array

State = dict[str, Any]
LearningRate: TypeAlias = Any  # a number, or a function that gives one for the step number, 0, 1, …
FRACTIONS = ("beta", "beta1", "beta2", "rho")


@dataclass(frozen=True)
class Optimizer:
    """x, state ← step(x, g, state): what every optimizer does, each by a formula of its own.

    An optimizer is its settings. What it remembers is the state, which goes into and comes out of
    every step, so that one optimizer serves many descents. For one of your own, write a frozen
    dataclass with its settings and the method `update`.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive; or a function that takes the number of the step, from 0 on,
        and returns its rate, 0 or more, such as `cosine_decay`. In `update`, it is the rate of the
        step.

    Raises
    ------
    TypeError
        If a setting is no number, or when a step is made, the rate that `lr` returns is none.
    ValueError
        If `lr` or `eps` is not positive, `weight_decay` is negative, or `beta`, `beta1`, `beta2`
        or `rho` is not in [0, 1). Other settings are yours to check, in `__post_init__`.

    Examples
    --------
    Every third step, twice as far:

    >>> from dataclasses import dataclass
    >>> from gradbook import Optimizer, bowl, minimize
    >>> @dataclass(frozen=True)
    ... class Skip(Optimizer):
    ...     every: int = 3
    ...
    ...     def update(self, x, g, state):
    ...         k = state.get("k", 0) + 1
    ...         far = 2 if k % self.every == 0 else 1
    ...         return x - far * self.lr * g, {"k": k}
    >>> minimize(bowl, [3, 4], Skip(lr=0.1), steps=100, tolerance=1e-6).converged
    True
    """

    lr: LearningRate

    def __post_init__(self) -> None:
        """Make floats of the settings of the book's optimizers, by their names."""
        for name in (setting.name for setting in fields(self)):
            value = getattr(self, name)
            if name == "lr" and callable(value):
                continue
            if name in ("lr", "eps"):
                value = positive_number(name, value)
            elif name == "weight_decay":
                value = not_negative(name, value)
            elif name in FRACTIONS:
                value = number_in(name, value, 0, 1, "at least 0 and less than 1")
            object.__setattr__(self, name, value)  # frozen for all others

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """Return the new x and the new state: the formula of this optimizer.

        Parameters
        ----------
        x, g : numpy.ndarray
            Where we are and the gradient there, float64, of one shape. They cannot be changed.
        state : dict
            What the last update returned; empty before the first. Not to be changed.
        """
        raise NotImplementedError

    def step(self, x: Any, gradient: Any, state: State | None = None) -> tuple[Any, State]:
        """Return where the step leads, and what to hand to the next step.

        Parameters
        ----------
        x : array_like or mapping of str to array_like
            Where we are: one array, or the parameters of a network by name. Never changed.
        gradient : array_like or mapping of str to array_like
            The gradient at `x`, of the same shapes and names.
        state : dict, optional
            What the last step returned; nothing before the first.

        Returns
        -------
        x : numpy.ndarray or dict of str to numpy.ndarray
            The new point.
        state : dict
            What the optimizer remembers: arrays of the shape of `x`, by the letter of its formula,
            and "step", the number of the next step, where `lr` is a function of it; for a mapping,
            one such dictionary a name.

        Raises
        ------
        TypeError
            If `x` or `gradient` is not real, or `state` is no dictionary.
        ValueError
            If they differ in shape or in names, the state is not one that this optimizer leaves
            for such an `x`, or `update` returns another shape.
        """
        if not isinstance(state, (Mapping, type(None))):
            raise TypeError(f"state must be what the last step returned, got {state!r}")
        if isinstance(x, Mapping):
            return self._step_each(x, gradient, state or {})
        x, gradient = real_array("x", x), real_array("gradient", gradient)
        if gradient.shape != x.shape:
            raise ValueError(f"gradient must have the shape of x, {x.shape}, got {gradient.shape}")
        return self._step(x, gradient, state or {})

    def _step_each(
        self, x: Mapping[str, npt.ArrayLike], gradient: Any, state: State
    ) -> tuple[dict[str, Array], State]:
        for what, names in (("gradient", gradient), ("state", state or x)):
            if not isinstance(names, Mapping) or names.keys() != x.keys():
                got = [*names] if isinstance(names, Mapping) else type(names).__name__
                raise ValueError(f"{what} must have the names of x, {[*x]}, got {got}")
        steps = {name: self.step(x[name], gradient[name], state.get(name)) for name in x}
        return {n: step[0] for n, step in steps.items()}, {n: step[1] for n, step in steps.items()}

    def _step(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """Make the step; hold the state against the new one, which has its names and shapes."""
        given = _shapes(state)
        memory = state if {*given.values()} <= {(), x.shape} else {}
        k = memory.get("step", 0) if callable(self.lr) else 0
        x, g = x.view(), g.view()
        x.setflags(write=False)  # the formula may be anybody's
        g.setflags(write=False)
        with np.errstate(over="ignore", invalid="ignore"):  # a step too large leads to ∞
            after, new = self._at(k).update(x, g, memory)
        if (shape := getattr(after, "shape", ())) != x.shape:
            raise ValueError(f"update must return the shape of x, {x.shape}, got {shape}")
        if callable(self.lr):
            new = {**new, "step": k + 1}
        wanted = _shapes(new)
        if state and given != wanted:
            raise ValueError(
                f"state must be one of {type(self).__name__} for x of shape {x.shape}, "
                f"with shapes {wanted}, got shapes {given}"
            )
        return after, new

    def _at(self, k: int) -> Optimizer:
        """Return this optimizer with the learning rate of step k."""
        if not callable(self.lr):
            return self
        now = copy(self)
        object.__setattr__(now, "lr", not_negative(f"lr({k})", self.lr(k)))
        return now


def _shapes(state: State) -> dict[str, tuple[int, ...]]:
    """Return the shape of each entry; numbers such as the step's have ()."""
    return {name: getattr(value, "shape", ()) for name, value in state.items()}
