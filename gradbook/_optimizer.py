"""The frame of all optimizers: settings checked, one array or many, nothing changed in place."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy.typing as npt

from gradbook._arguments import Array, real_array, require_positive, require_range

Memory = dict[str, Any]


@dataclass(frozen=True)
class Optimizer:
    """x, memory ← step(x, g, memory): what every optimizer does, each by a formula of its own.

    An optimizer is its settings. What it remembers goes into and comes out of every step, so that
    one optimizer serves many descents.

    Attributes
    ----------
    lr : float
        The learning rate η, positive.

    Examples
    --------
    >>> from gradbook import SGD, Optimizer
    >>> isinstance(SGD(lr=0.1), Optimizer)
    True
    """

    lr: float

    def __post_init__(self) -> None:
        """Check every setting by its name."""
        for setting in fields(self):
            value = getattr(self, setting.name)
            if setting.name in ("lr", "eps"):
                require_positive(setting.name, value)
            else:
                require_range(setting.name, value, 0, 1, "at least 0 and less than 1")

    def step(self, x: Any, gradient: Any, memory: Memory | None = None) -> tuple[Any, Memory]:
        """Return where the step leads, and what to hand to the next step.

        Parameters
        ----------
        x : array_like or mapping of str to array_like
            Where we are: one array, or the parameters of a network by name. Never changed.
        gradient : array_like or mapping of str to array_like
            The gradient at `x`, of the same shapes and names.
        memory : dict, optional
            What the last step returned; nothing before the first.

        Returns
        -------
        x : numpy.ndarray or dict of str to numpy.ndarray
            The new point.
        memory : dict
            What the optimizer remembers: arrays of the shape of `x`, by the letter of its formula;
            for a mapping, one such dictionary a name.

        Raises
        ------
        TypeError
            If `x` or `gradient` is not real.
        ValueError
            If they differ in shape or in names.
        """
        if isinstance(x, Mapping):
            return self._step_each(x, gradient, memory or {})
        x, gradient = real_array("x", x), real_array("gradient", gradient)
        if gradient.shape != x.shape:
            raise ValueError(f"gradient must have the shape of x, {x.shape}, got {gradient.shape}")
        return self._step(x, gradient, memory or {})

    def _step_each(
        self, x: Mapping[str, npt.ArrayLike], gradient: Any, memory: Memory
    ) -> tuple[dict[str, Array], Memory]:
        if not isinstance(gradient, Mapping) or gradient.keys() != x.keys():
            names = sorted(gradient) if isinstance(gradient, Mapping) else type(gradient).__name__
            raise ValueError(f"gradient must have the names of x, {sorted(x)}, got {names}")
        steps = {name: self.step(x[name], gradient[name], memory.get(name)) for name in x}
        return {n: step[0] for n, step in steps.items()}, {n: step[1] for n, step in steps.items()}

    def _step(self, x: Array, g: Array, memory: Memory) -> tuple[Array, Memory]:
        raise NotImplementedError
