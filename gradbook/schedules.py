"""Learning-rate schedules: η as a function of the step number k = 0, 1, ….

An optimizer takes what these return in place of a number: ``SGD(lr=step_decay(0.1, every=50))``.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

import math
from collections.abc import Callable

from gradbook._arguments import integer, not_negative, number_in, positive_number

Schedule = Callable[[int], float]


def step_decay(lr: float, every: int, factor: float = 0.1) -> Schedule:
    """ηₖ = η₀ · factor^⌊k / every⌋: the same for a while, then a fraction of it.

    Parameters
    ----------
    lr : float
        The first learning rate η₀, positive.
    every : int
        After how many steps it is multiplied, 1 or more.
    factor : float
        By what it is multiplied, in (0, 1].

    Returns
    -------
    callable
        Takes the step number k and returns ηₖ.

    Raises
    ------
    TypeError
        If an argument is no number.
    ValueError
        If an argument is out of its range.

    References
    ----------
    I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, section 8.3.1.

    Examples
    --------
    >>> from gradbook import step_decay
    >>> [step_decay(0.8, every=2, factor=0.5)(k) for k in range(6)]
    [0.8, 0.8, 0.4, 0.4, 0.2, 0.2]
    """
    lr, every = positive_number("lr", lr), integer("every", every, 1)
    factor = positive_number("factor", factor)
    if factor != 1:  # which is in the range, too
        factor = number_in("factor", factor, 0, 1, "in (0, 1]")
    return lambda k: lr * factor ** (k // every)


def cosine_decay(lr: float, steps: int, end: float = 0.0) -> Schedule:
    """ηₖ = end + (η₀ − end)(1 + cos(π k / K)) / 2 for K steps: half a wave down, then `end`.

    Parameters
    ----------
    lr : float
        The first learning rate η₀, positive.
    steps : int
        K, 1 or more. From step K on the rate is `end`.
    end : float
        The last learning rate, 0 or more.

    Returns
    -------
    callable
        Takes the step number k and returns ηₖ.

    Raises
    ------
    TypeError
        If an argument is no number.
    ValueError
        If an argument is out of its range.

    References
    ----------
    I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017,
    equation 5.

    Examples
    --------
    >>> from gradbook import cosine_decay
    >>> [round(cosine_decay(0.8, steps=4)(k), 3) for k in range(6)]
    [0.8, 0.683, 0.4, 0.117, 0.0, 0.0]
    """
    lr, steps, end = positive_number("lr", lr), integer("steps", steps, 1), not_negative("end", end)
    return lambda k: end + (lr - end) * (1 + math.cos(math.pi * (min(k, steps) / steps))) / 2


def inverse_decay(lr: float, rate: float) -> Schedule:
    """ηₖ = η₀ / (1 + rate · k): falls as 1/k, whose sum is infinite and whose squares' sum is not.

    Parameters
    ----------
    lr : float
        The first learning rate η₀, positive.
    rate : float
        How fast it falls, positive: after 1/rate steps it is half.

    Returns
    -------
    callable
        Takes the step number k and returns ηₖ.

    Raises
    ------
    TypeError
        If an argument is no number.
    ValueError
        If an argument is not positive.

    References
    ----------
    H. Robbins and S. Monro, "A stochastic approximation method", 1951.

    Examples
    --------
    >>> from gradbook import inverse_decay
    >>> [inverse_decay(0.8, rate=1)(k) for k in (0, 1, 3)]
    [0.8, 0.4, 0.2]
    """
    lr, rate = positive_number("lr", lr), positive_number("rate", rate)
    return lambda k: lr / (1 + rate * k)


def warm_up(lr: float | Schedule, steps: int) -> Schedule:
    """min(1, (k + 1) / K) · ηₖ: a schedule that begins with K small steps.

    Parameters
    ----------
    lr : float or callable
        The learning rate η, positive, or a schedule that takes k and returns ηₖ.
    steps : int
        K, 1 or more.

    Returns
    -------
    callable
        Takes the step number k and returns the rate.

    Raises
    ------
    TypeError
        If `lr` is neither a number nor a schedule, or `steps` is no number.
    ValueError
        If an argument is out of its range.

    References
    ----------
    P. Goyal et al., "Accurate, large minibatch SGD: training ImageNet in 1 hour", 2017,
    section 2.2.

    Examples
    --------
    >>> from gradbook import cosine_decay, warm_up
    >>> [warm_up(0.8, steps=4)(k) for k in range(5)]
    [0.2, 0.4, 0.6000000000000001, 0.8, 0.8]
    >>> SCHEDULE = warm_up(cosine_decay(0.8, steps=100), steps=10)
    >>> SCHEDULE(0) < SCHEDULE(9) > SCHEDULE(99)
    True
    """
    steps = integer("steps", steps, 1)
    if callable(lr):
        return lambda k: min(1.0, (k + 1) / steps) * lr(k)
    fixed = positive_number("lr", lr)
    return lambda k: min(1.0, (k + 1) / steps) * fixed
