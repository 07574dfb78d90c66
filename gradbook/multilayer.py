"""A network of as many layers as you like, which shows its values and gradients layer by layer."""

from __future__ import annotations  # types are for readers and checkers, not for import

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, integer, positive_number, random_generator
from gradbook.activations import relu, sigmoid
from gradbook.losses import cross_entropy, softmax, true_rows
from gradbook.networks import Parameters, accuracy_of, batch_of, inputs_of, parameters_of

# h = φ(a) beside its derivative φ'(a), which is computed from h
ACTIVATIONS: dict[str, tuple[Callable[[Any], Any], Callable[[Array], Any]]] = {
    "sigmoid": (sigmoid, lambda h: h * (1 - h)),
    "tanh": (np.tanh, lambda h: 1 - h**2),
    "relu": (relu, lambda h: np.greater(h, 0)),
    "identity": (lambda a: a, lambda h: 1.0),
}
# one over the variance of the first weights of a layer of n inputs and m outputs
SCALES: dict[str, Callable[[int, int], float]] = {
    "lecun": lambda n, m: n,
    "glorot": lambda n, m: (n + m) / 2,
    "he": lambda n, m: n / 2,
}


@dataclass(frozen=True)
class Network:
    """a₁ = x W₁ + b₁, h₁ = φ(a₁), a₂ = h₁ W₂ + b₂, …: its last a is z, the scores of the classes.

    Its loss is the cross-entropy of softmax(z). With two sizes, it is one layer with a bias; with
    three and tanh, a `TwoLayerNet`.

    Attributes
    ----------
    sizes : tuple of int
        The inputs, the hidden layers, and the classes: two numbers or more. The parameters are W1,
        of shape (sizes[0], sizes[1]), b1, of shape (sizes[1],), and so on.
    activation : {"tanh", "sigmoid", "relu", "identity"}
        φ. The last layer has none.
    scale : {"lecun", "glorot", "he"} or float, optional
        Of the first weights of a layer with n inputs and m outputs, which are normal: the variance,
        1/n ("lecun"), 2/(n + m) ("glorot") or 2/n ("he"), or, as a number, the standard deviation.
        Left out, it is "he" for relu and "lecun" for all others.

    Raises
    ------
    TypeError
        If `sizes` is no sequence of integers, or `scale` neither a name nor a number.
    ValueError
        If there are fewer than two sizes, one is less than 1, or a name is not known.

    References
    ----------
    Y. LeCun et al., "Efficient backprop", 1998, section 4.6; X. Glorot and Y. Bengio,
    "Understanding the difficulty of training deep feedforward neural networks", 2010, section
    4.2.1; K. He et al., "Delving deep into rectifiers", 2015, section 2.2.

    Examples
    --------
    >>> from gradbook import Network
    >>> net = Network((2, 4, 4, 3), "relu")
    >>> parameters = net.initial(rng=0)
    >>> {name: array.shape for name, array in net.gradient(parameters, [[1, 2]], [0]).items()}
    {'W1': (2, 4), 'b1': (4,), 'W2': (4, 4), 'b2': (4,), 'W3': (4, 3), 'b3': (3,)}
    >>> [h.shape for h in net.forward(parameters, [[1, 2]])]
    [(1, 2), (1, 4), (1, 4), (1, 3)]
    """

    sizes: Sequence[int]
    activation: str = "tanh"
    scale: str | float | None = None

    def __post_init__(self) -> None:
        """Check the settings."""
        if isinstance(self.sizes, (str, bytes)) or not isinstance(self.sizes, Sequence):
            raise TypeError(f"sizes must be a tuple of two integers or more, got {self.sizes!r}")
        sizes = tuple(integer(f"sizes[{i}]", size, 1) for i, size in enumerate(self.sizes))
        if len(sizes) < 2:
            raise ValueError(f"sizes must be a tuple of two integers or more, got {self.sizes!r}")
        object.__setattr__(self, "sizes", sizes)  # frozen for all others
        _known("activation", self.activation, ACTIVATIONS)
        if isinstance(self.scale, str):
            _known("scale", self.scale, SCALES)
        elif self.scale is not None:
            object.__setattr__(self, "scale", positive_number("scale", self.scale))

    def initial(self, *, rng: np.random.Generator | int | None = None) -> dict[str, Array]:
        """Return parameters to start from: normal weights of the chosen scale, biases 0."""
        rng = random_generator(rng)
        parameters: dict[str, Array] = {}
        for k, (n, m) in enumerate(pairwise(self.sizes), start=1):
            scale = self.scale or ("he" if self.activation == "relu" else "lecun")
            W = rng.standard_normal((n, m))
            W = W / math.sqrt(SCALES[scale](n, m)) if isinstance(scale, str) else W * scale
            parameters |= {f"W{k}": W, f"b{k}": np.zeros(m)}
        return parameters

    def forward(self, parameters: Parameters, x: npt.ArrayLike) -> list[Array]:
        """Return the values layer by layer: [x, h₁, h₂, …, z].

        Raises ValueError if a parameter is missing or a shape does not match.
        """
        values = [inputs_of(x, self.sizes[0])]
        weights = self._weights(parameters)
        phi = ACTIVATIONS[self.activation][0]
        for W, b in weights[:-1]:
            values.append(phi(values[-1] @ W + b))
        W, b = weights[-1]
        return [*values, values[-1] @ W + b]

    def backward(self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike) -> list[Array]:
        """Return the gradients layer by layer: [∂L/∂a₁, ∂L/∂a₂, …, ∂L/∂z], rows for samples."""
        x, t = batch_of(x, t, self.sizes[0])
        return self._backward(parameters, self.forward(parameters, x), t)

    def _backward(self, parameters: Parameters, values: list[Array], t: Any) -> list[Array]:
        y = softmax(values[-1])
        gradients = [(y - true_rows(t, y.shape)) / len(y)]  # ∂L/∂z
        slope = ACTIVATIONS[self.activation][1]
        weights = self._weights(parameters)
        for h, (W, _) in zip(values[-2:0:-1], weights[:0:-1], strict=True):
            gradients.append(gradients[-1] @ W.T * slope(h))
        return gradients[::-1]

    def gradient(
        self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike
    ) -> dict[str, Array]:
        """Return ∂L/∂W = hᵀ ∂L/∂a and ∂L/∂b of each layer, where h is what comes into it."""
        x, t = batch_of(x, t, self.sizes[0])
        values = self.forward(parameters, x)
        gradient: dict[str, Array] = {}
        layers = zip(values, self._backward(parameters, values, t), strict=False)
        for k, (h, da) in enumerate(layers, start=1):
            gradient |= {f"W{k}": h.T @ da, f"b{k}": da.sum(axis=0)}
        return gradient

    def predict(self, parameters: Parameters, x: npt.ArrayLike) -> Array:
        """z: the scores, (classes,) or, for a batch, (n, classes). Raises as `forward`."""
        return self.forward(parameters, x)[-1]

    def loss(self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """L = cross_entropy(z, t); for a batch, the mean. Raises as `cross_entropy`."""
        return cross_entropy(self.predict(parameters, x), t)

    def accuracy(self, parameters: Parameters, x: npt.ArrayLike, t: npt.ArrayLike) -> float:
        """Return the share of the samples whose highest score is that of the true class."""
        return accuracy_of(self.predict(parameters, x), t)

    def _weights(self, parameters: Parameters) -> list[tuple[Array, Array]]:
        shapes: dict[str, tuple[int, ...]] = {}
        for k, (n, m) in enumerate(pairwise(self.sizes), start=1):
            shapes |= {f"W{k}": (n, m), f"b{k}": (m,)}
        flat = parameters_of(parameters, shapes)
        return list(zip(flat[::2], flat[1::2], strict=True))


def _known(name: str, value: Any, names: dict[str, Any]) -> None:
    if not isinstance(value, str) or value not in names:
        raise ValueError(f"{name} must be one of {list(names)}, got {value!r}")
