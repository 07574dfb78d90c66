"""Training: mini-batch after mini-batch, epoch after epoch, a step against the gradient of each."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Iterator
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, any_array, integer, random_generator
from gradbook._optimizer import Optimizer, State


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
    TypeError
        If `samples` or `size` is no number, or `rng` is no source of randomness.
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
    samples, size = integer("samples", samples), integer("size", size, 1)
    order = random_generator(rng).permutation(samples)
    return (order[start : start + size] for start in range(0, samples, size))


class Trainable(Protocol):
    """What can be trained: parameters to start from, by name, and the gradient of a loss in them.

    `TwoLayerNet` is one; so is any class with these two methods.

    Examples
    --------
    A line through points, w₀ + w₁ x, by least squares:

    >>> import numpy as np
    >>> from gradbook import Momentum, train
    >>> class Line:
    ...     def initial(self, *, rng=None):
    ...         return {"w": np.zeros(2)}
    ...
    ...     def gradient(self, parameters, x, t):
    ...         X = np.stack([np.ones(len(x)), x], axis=1)
    ...         return {"w": 2 * X.T @ (X @ parameters["w"] - t) / len(x)}
    >>> x = np.linspace(0, 1, 20)
    >>> train(Line(), x, 1 + 3 * x, Momentum(0.1), epochs=200, rng=0)[-1]["w"].round(3)
    array([1., 3.])
    """

    def initial(self, *, rng: np.random.Generator | int | None = None) -> dict[str, Array]:
        """Return the parameters to start from."""
        ...

    def gradient(self, parameters: dict[str, Array], x: Any, t: Any) -> dict[str, Array]:
        """Return the gradient of the loss over a mini-batch, by the names of the parameters."""
        ...


def train(
    net: Trainable,
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
    net : Trainable
        What is trained, such as `TwoLayerNet`: its method `initial` gives the first parameters,
        its method `gradient` the gradients.
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
        If `optimizer` is not an optimizer, `net` has not both methods, `x` is not real, the class
        numbers are no integers, or `rng` is no source of randomness.
    ValueError
        If `epochs` or `batch_size` is no integer or out of range, or shapes do not match.

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
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"optimizer must be an Optimizer, as SGD(lr=0.1) is, got {optimizer!r}")
    if isinstance(net, type) or not all(hasattr(net, name) for name in ("initial", "gradient")):
        raise TypeError(f"net must have the methods initial and gradient, got {net!r}")
    epochs, batch_size = integer("epochs", epochs), integer("batch_size", batch_size, 1)
    x, t = any_array("x", x), any_array("t", t)
    if x.ndim == 0 or t.ndim == 0:
        raise ValueError(f"x and t must have a row a sample, got shapes {x.shape} and {t.shape}")
    if len(x) != len(t):
        raise ValueError(f"t must have a row for each of the {len(x)} rows of x, got {len(t)}")
    rng = random_generator(rng)
    parameters: dict[str, Any] = net.initial(rng=rng)
    state: State = {}
    history = [{name: np.array(one) for name, one in parameters.items()}]
    for _ in range(epochs):
        for batch in mini_batches(len(x), batch_size, rng=rng):
            gradient = net.gradient(parameters, x[batch], t[batch])
            parameters, state = optimizer.step(parameters, gradient, state)
        history.append(parameters)
    return history
