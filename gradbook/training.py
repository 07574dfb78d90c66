"""Training: mini-batch after mini-batch, epoch after epoch, a step against the gradient of each."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array
from gradbook._optimizer import Memory, Optimizer
from gradbook.networks import TwoLayerNet


def mini_batches(
    samples: int, size: int, *, rng: np.random.Generator | int | None = None
) -> Iterator[npt.NDArray[np.intp]]:
    """0, 1, …, n − 1 in random order, dealt out `size` at a time: one epoch.

    Parameters
    ----------
    samples : int
        How many samples there are, n, 0 or more.
    size : int
        How many go into a mini-batch, 1 or more. The last one may be smaller.
    rng : numpy.random.Generator or int, optional
        The source of randomness, or a seed for one.

    Yields
    ------
    numpy.ndarray
        The numbers of the samples of one mini-batch.

    Raises
    ------
    ValueError
        If `samples` is negative or `size` is less than 1.

    References
    ----------
    I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, section 8.1.3.

    Examples
    --------
    >>> from gradbook import mini_batches
    >>> [len(batch) for batch in mini_batches(10, 4, rng=0)]
    [4, 4, 2]
    """
    if samples < 0:
        raise ValueError(f"samples must be 0 or more, got {samples}")
    if size < 1:
        raise ValueError(f"size must be 1 or more, got {size}")
    order = np.random.default_rng(rng).permutation(samples)
    return (order[start : start + size] for start in range(0, samples, size))


def train(
    net: TwoLayerNet,
    x: npt.ArrayLike,
    t: npt.ArrayLike,
    optimizer: Optimizer,
    *,
    epochs: int,
    batch_size: int = 32,
    rng: np.random.Generator | int | None = None,
) -> list[dict[str, Array]]:
    """θ ← step(θ, ∇L(θ; mini-batch)), for every mini-batch of every epoch.

    Parameters
    ----------
    net : TwoLayerNet
        What is trained; it gives the first parameters and the gradients.
    x : array_like
        The training data, of shape (samples, inputs).
    t : array_like
        What is true: class numbers of shape (samples,), or one-hot rows.
    optimizer : Optimizer
        What makes steps of gradients.
    epochs : int
        How often to go through the data, 0 or more.
    batch_size : int
        How many samples a step looks at, 1 or more.
    rng : numpy.random.Generator or int, optional
        The source of randomness for the first parameters and the order, or a seed for one.

    Returns
    -------
    list of dict
        The parameters at the start and after each epoch: epochs + 1 of them, the trained ones last.

    Raises
    ------
    TypeError
        If `x` is not real or the class numbers are no integers.
    ValueError
        If `epochs` is negative, `batch_size` is less than 1, or shapes do not match.

    References
    ----------
    I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning*, 2016, section 8.3.1.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import Adam, TwoLayerNet, train
    >>> x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    >>> t = np.array([0, 1, 1, 0])  # exclusive or
    >>> net = TwoLayerNet(inputs=2, hidden=8, classes=2)
    >>> history = train(net, x, t, Adam(lr=0.1), epochs=50, batch_size=4, rng=0)
    >>> net.accuracy(history[-1], x, t)
    1.0
    """
    if epochs < 0:
        raise ValueError(f"epochs must be 0 or more, got {epochs}")
    x, t = np.asarray(x), np.asarray(t)
    if len(x) != len(t):
        raise ValueError(f"t must have a row for each of the {len(x)} rows of x, got {len(t)}")
    rng = np.random.default_rng(rng)
    parameters: dict[str, Any] = net.initial(rng=rng)
    memory: Memory = {}
    history = [parameters]
    for _ in range(epochs):
        for batch in mini_batches(len(x), batch_size, rng=rng):
            gradient = net.gradient(parameters, x[batch], t[batch])
            parameters, memory = optimizer.step(parameters, gradient, memory)
        history.append(parameters)
    return history
