"""Optimizers: what to do with a gradient, and what to remember of those before.

x is where we are, g the gradient there, η the learning rate `lr`. Squares, roots and quotients of
arrays are taken entry by entry. A setting out of its range raises ValueError.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from dataclasses import dataclass

import numpy as np

from gradbook._arguments import Array
from gradbook._optimizer import Optimizer, State


@dataclass(frozen=True)
class SGD(Optimizer):
    """x ← x − η g: gradient descent.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.

    References
    ----------
    H. Robbins and S. Monro, "A stochastic approximation method", 1951.

    Examples
    --------
    >>> from gradbook import SGD
    >>> x, state = SGD(lr=0.1).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x
    array([-2.4,  3.2])
    """

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """x − η g."""
        return x - self.lr * g, {}


@dataclass(frozen=True)
class Momentum(Optimizer):
    """v ← β v + g, x ← x − η v: a heavy ball, which keeps most of its velocity.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    beta : float
        How much velocity is kept, β, in [0, 1).

    References
    ----------
    B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.

    Examples
    --------
    >>> from gradbook import Momentum
    >>> x, state = Momentum(lr=0.1).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> state["v"]
    array([-6.,  8.])
    """

    beta: float = 0.9

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """v ← β v + g, x − η v."""
        v = self.beta * state.get("v", 0.0) + g
        return x - self.lr * v, {"v": v}


@dataclass(frozen=True)
class Nesterov(Optimizer):
    """v ← β v + g, x ← x − η (g + β v): a heavy ball that looks one step of v ahead.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    beta : float
        How much velocity is kept, β, in [0, 1).

    References
    ----------
    I. Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013,
    section 2, written for the point looked at, as PyTorch does.

    Examples
    --------
    >>> from gradbook import Nesterov
    >>> x, state = Nesterov(lr=0.1).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x
    array([-1.86,  2.48])
    """

    beta: float = 0.9

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """v ← β v + g, x − η (g + β v)."""
        v = self.beta * state.get("v", 0.0) + g
        return x - self.lr * (g + self.beta * v), {"v": v}


@dataclass(frozen=True)
class AdaGrad(Optimizer):
    """s ← s + g², x ← x − η g / (√s + ε): a shorter step where slopes have been steep.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    eps : float
        ε, positive: keeps the division from 0.

    References
    ----------
    J. Duchi, E. Hazan and Y. Singer, "Adaptive subgradient methods for online learning and
    stochastic optimization", 2011.

    Examples
    --------
    >>> from gradbook import AdaGrad
    >>> x, state = AdaGrad(lr=0.1).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x
    array([-2.9,  3.9])
    """

    eps: float = 1e-10

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """s ← s + g², x − η g / (√s + ε)."""
        s = state.get("s", 0.0) + g**2
        return x - self.lr * g / (np.sqrt(s) + self.eps), {"s": s}


@dataclass(frozen=True)
class RMSProp(Optimizer):
    """s ← ρ s + (1 − ρ) g², x ← x − η g / (√s + ε): AdaGrad that forgets.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    rho : float
        How much of the past is kept, ρ, in [0, 1).
    eps : float
        ε, positive: keeps the division from 0.

    References
    ----------
    G. Hinton, *Neural Networks for Machine Learning*, lecture 6e, 2012.

    Examples
    --------
    >>> from gradbook import RMSProp
    >>> x, state = RMSProp(lr=0.1, rho=0.75).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x.round(6)
    array([-2.8,  3.8])
    """

    rho: float = 0.99
    eps: float = 1e-8

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """s ← ρ s + (1 − ρ) g², x − η g / (√s + ε)."""
        s = self.rho * state.get("s", 0.0) + (1 - self.rho) * g**2
        return x - self.lr * g / (np.sqrt(s) + self.eps), {"s": s}


@dataclass(frozen=True)
class Adam(Optimizer):
    """m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², x ← x − η m̂ / (√ŝ + ε).

    Velocity and scale at once. m and s begin at 0 and are too small at first; after k steps
    m̂ = m / (1 − β₁ᵏ) and ŝ = s / (1 − β₂ᵏ) make up for it.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    beta1, beta2 : float
        How much of the mean and of the mean square is kept, β₁ and β₂, in [0, 1).
    eps : float
        ε, positive: keeps the division from 0.

    References
    ----------
    D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.

    Examples
    --------
    >>> from gradbook import Adam
    >>> x, state = Adam(lr=0.1).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x.round(6)
    array([-2.9,  3.9])
    """

    beta1: float = 0.9
    beta2: float = 0.999
    eps: float = 1e-8

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """m̂ and ŝ of this step, x − η m̂ / (√ŝ + ε)."""
        t = state.get("t", 0) + 1
        m = self.beta1 * state.get("m", 0.0) + (1 - self.beta1) * g
        s = self.beta2 * state.get("s", 0.0) + (1 - self.beta2) * g**2
        m_hat, s_hat = m / (1 - self.beta1**t), s / (1 - self.beta2**t)
        return x - self.lr * m_hat / (np.sqrt(s_hat) + self.eps), {"m": m, "s": s, "t": t}


@dataclass(frozen=True)
class AdamW(Adam):
    """x ← x − η (m̂ / (√ŝ + ε) + λ x): Adam, with weight decay beside the step and not in it.

    Were λ x part of the gradient, Adam would divide it by √ŝ: weights with steep gradients would
    decay less. Here each decays by the same share.

    Attributes
    ----------
    lr : float or callable
        The learning rate η, positive.
    beta1, beta2 : float
        How much of the mean and of the mean square is kept, β₁ and β₂, in [0, 1).
    eps : float
        ε, positive: keeps the division from 0.
    weight_decay : float
        λ, 0 or more. A step takes the share η λ off each entry of x: of a network's biases, too.

    References
    ----------
    I. Loshchilov and F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2, with
    the decay multiplied by η, as PyTorch does.

    Examples
    --------
    >>> from gradbook import AdamW
    >>> x, state = AdamW(lr=0.1, weight_decay=0.5).step([-3.0, 4.0], gradient=[-6.0, 8.0])
    >>> x.round(6)
    array([-2.75,  3.7 ])
    """

    weight_decay: float = 0.01

    def update(self, x: Array, g: Array, state: State) -> tuple[Array, State]:
        """Adam's step from x, − η λ x."""
        moved, state = super().update(x, g, state)
        return moved - self.lr * self.weight_decay * x, state
