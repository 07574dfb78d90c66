"""Networks small enough to see through. A loss is a function of the weights it has a gradient in.

A network here is its sizes and its formulas. It keeps no weights: they go in as arguments, so that
what a gradient is taken of stands in the code.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, any_array, integer, random_generator
from gradbook._followed import followed_or_real
from gradbook.losses import cross_entropy, softmax, true_rows

Parameters = Mapping[str, npt.ArrayLike]


@dataclass(frozen=True)
class SimpleNet:
    """z = x W: one layer of weights, no bias; its loss is the cross-entropy of softmax(z).

    Attributes
    ----------
    inputs, classes : int
        The shape of W.

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, section 4.3.4.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import SimpleNet
    >>> net = SimpleNet(inputs=2, classes=3)
    >>> W = net.initial(rng=np.random.default_rng(0))
    >>> W.shape, net.gradient(W, x=[0.6, 0.9], t=2).shape
    ((2, 3), (2, 3))
    """

    inputs: int = 2
    classes: int = 3

    def __post_init__(self) -> None:
        """Check the sizes."""
        _check_sizes(inputs=self.inputs, classes=self.classes)

    def initial(self, *, rng: np.random.Generator | int | None = None) -> Array:
        """Return weights W, of shape (inputs, classes), from the standard normal distribution."""
        return random_generator(rng).standard_normal((self.inputs, self.classes))

    def predict(self, W: npt.ArrayLike, x: npt.ArrayLike) -> Array:
        """z = x W: the scores, (classes,) for x of shape (inputs,), (n, classes) for (n, inputs).

        Raises ValueError if a shape does not match.
        """
        return inputs_of(x, self.inputs) @ _weights("W", W, (self.inputs, self.classes))

    def loss(self, W: npt.ArrayLike, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """L(W) = cross_entropy(x W, t); for a batch, the mean. Raises as `cross_entropy`."""
        return cross_entropy(self.predict(W, x), t)

    def gradient(self, W: npt.ArrayLike, x: npt.ArrayLike, t: npt.ArrayLike) -> Array:
        """∂L/∂W = xᵀ (y − t) / n, of the shape of W, for n samples."""
        x, t = batch_of(x, t, self.inputs)
        y = softmax(self.predict(W, x))
        return x.T @ (y - true_rows(t, y.shape)) / len(x)


@dataclass(frozen=True)
class TwoLayerNet:
    """h = tanh(x W1 + b1), z = h W2 + b2; its loss is the cross-entropy of softmax(z).

    Attributes
    ----------
    inputs, hidden, classes : int
        The sizes of the layers. The parameters are W1 (inputs, hidden), b1 (hidden,),
        W2 (hidden, classes) and b2 (classes,).

    References
    ----------
    C. M. Bishop, *Pattern Recognition and Machine Learning*, 2006, sections 5.1 and 5.3.

    Examples
    --------
    >>> from gradbook import TwoLayerNet
    >>> net = TwoLayerNet(inputs=2, hidden=4, classes=3)
    >>> parameters = net.initial(rng=0)
    >>> {name: array.shape for name, array in net.gradient(parameters, [[1, 2]], [0]).items()}
    {'W1': (2, 4), 'b1': (4,), 'W2': (4, 3), 'b2': (3,)}
    """

    inputs: int
    hidden: int
    classes: int

    def __post_init__(self) -> None:
        """Check the sizes."""
        _check_sizes(inputs=self.inputs, hidden=self.hidden, classes=self.classes)

    def initial(self, *, rng: np.random.Generator | int | None = None) -> dict[str, Array]:
        """Return parameters to start from: normal weights of variance 1/(inputs of the layer).

        With it, the sums that enter a layer are about as large as the values (Glorot and Bengio,
        2010, section 4.2). Biases are 0.
        """
        rng = random_generator(rng)
        W1 = rng.standard_normal((self.inputs, self.hidden)) / np.sqrt(self.inputs)
        W2 = rng.standard_normal((self.hidden, self.classes)) / np.sqrt(self.hidden)
        return {"W1": W1, "b1": np.zeros(self.hidden), "W2": W2, "b2": np.zeros(self.classes)}

    def predict(self, parameters: Parameters, x: npt.ArrayLike) -> Array:
        """z = tanh(x W1 + b1) W2 + b2: the scores, (classes,) or, for a batch, (n, classes).

        Raises ValueError if a parameter is missing or a shape does not match.
        """
        W1, b1, W2, b2 = self._checked(parameters)
        return np.tanh(inputs_of(x, self.inputs) @ W1 + b1) @ W2 + b2

    def loss(self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """L = cross_entropy(z, t); for a batch, the mean. Raises as `cross_entropy`."""
        return cross_entropy(self.predict(parameters, x), t)

    def accuracy(self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """Return the share of the samples whose highest score is that of the true class."""
        return accuracy_of(self.predict(parameters, x), t)

    def gradient(
        self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike
    ) -> dict[str, Array]:
        """Return ∂L/∂W1, ∂L/∂b1, ∂L/∂W2, ∂L/∂b2, by the chain rule from the loss back to x."""
        W1, b1, W2, b2 = self._checked(parameters)
        x, t = batch_of(x, t, self.inputs)
        h = np.tanh(x @ W1 + b1)
        y = softmax(h @ W2 + b2)
        dz = (y - true_rows(t, y.shape)) / len(x)  # ∂L/∂z
        da = (dz @ W2.T) * (1 - h**2)  # ∂L/∂a at a = x W1 + b1, as tanh' = 1 − tanh²
        return {"W1": x.T @ da, "b1": da.sum(axis=0), "W2": h.T @ dz, "b2": dz.sum(axis=0)}

    def _checked(self, parameters: Parameters) -> list[Array]:
        shapes = {
            "W1": (self.inputs, self.hidden),
            "b1": (self.hidden,),
            "W2": (self.hidden, self.classes),
            "b2": (self.classes,),
        }
        return parameters_of(parameters, shapes)


def _check_sizes(**sizes: int) -> None:
    for name, size in sizes.items():
        integer(name, size, 1)


def _weights(name: str, value: npt.ArrayLike, shape: tuple[int, ...]) -> Array:
    array: Array = followed_or_real(name, value)
    if array.shape != shape:
        raise ValueError(f"{name} must have shape {shape}, got {array.shape}")
    return array


def parameters_of(parameters: Parameters, shapes: Mapping[str, tuple[int, ...]]) -> list[Array]:
    """Return the parameters in the order of the shapes, which they must have."""
    if not isinstance(parameters, Mapping):
        kind = type(parameters).__name__
        raise TypeError(f"parameters must be arrays by name, {list(shapes)}, got a {kind}")
    if parameters.keys() != shapes.keys():
        raise ValueError(f"parameters must be {list(shapes)}, got {list(parameters)}")
    return [_weights(name, parameters[name], shape) for name, shape in shapes.items()]


def accuracy_of(z: Array, t: npt.ArrayLike) -> float:
    """Return the share of the rows of scores that are highest where t is true."""
    if not z.size:
        raise ValueError(f"scores must have a sample or more, got shape {z.shape}")
    right = z.argmax(axis=-1) == true_rows(t, z.shape).argmax(axis=-1)
    return float(np.mean(right & ~np.isnan(z).any(axis=-1)))  # beside nan none is the highest


def inputs_of(value: npt.ArrayLike, inputs: int) -> Array:
    """Return x, one sample or a batch of rows, of the right width."""
    x: Array = followed_or_real("x", value)
    if x.ndim not in (1, 2) or x.shape[-1] != inputs:
        raise ValueError(f"x must have shape ({inputs},) or (n, {inputs}), got {x.shape}")
    return x


def batch_of(
    x: npt.ArrayLike, t: npt.ArrayLike, inputs: int
) -> tuple[Array, npt.NDArray[np.generic]]:
    """Return x and t as a batch; one sample is a batch of one."""
    samples, truth = inputs_of(x, inputs), any_array("t", t)
    if not len(samples):
        raise ValueError(f"x must have a sample or more, got shape {samples.shape}")
    return (samples, truth) if samples.ndim == 2 else (samples[np.newaxis], truth[np.newaxis])
