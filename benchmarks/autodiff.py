"""What gradbook's automatic differentiation costs, beside backpropagation by hand and autograd.

usage: python benchmarks/autodiff.py

The loss is that of a network of two layers on 1,437 digits. All are measured in turn, in one run,
in processor time of one core; only the ratios mean something on another machine. Needs autograd.
"""

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # NumPy reads it when imported

import time
from collections.abc import Callable

import autograd
import autograd.numpy as anp
import numpy as np

from gradbook import TwoLayerNet, grad, jvp, load_digits, numerical_gradient

ROUNDS = 200
x, t = load_digits(validation=0).training
net = TwoLayerNet(inputs=64, hidden=50, classes=10)
parameters = net.initial(rng=0)
W1, b1, W2, b2 = arrays = tuple(parameters.values())
everyone = np.arange(len(x))


def loss(W1, b1, W2, b2, numpy=np):
    """The loss by its operations, so that gradbook and autograd follow the same."""
    z = numpy.tanh(x @ W1 + b1) @ W2 + b2
    z = z - numpy.max(z, axis=1, keepdims=True)
    return numpy.mean(numpy.log(numpy.sum(numpy.exp(z), axis=1)) - z[everyone, t])


WAYS: dict[str, Callable[[], object]] = {
    "backpropagation by hand": lambda: net.gradient(parameters, x, t),
    "grad of net.loss": lambda: grad(lambda p: net.loss(p, x, t))(parameters),
    "grad of the operations": lambda: grad(loss)(*arrays),
    "autograd": lambda: autograd.grad(lambda p: loss(*p, numpy=anp))(arrays),
    "the loss alone": lambda: loss(*arrays),
    "jvp, for one direction": lambda: jvp(lambda W: loss(W, b1, W2, b2), W1, W1),
}


def agreement() -> None:
    exact = net.gradient(parameters, x, t).values()
    print("Largest difference from backpropagation, over the largest entry of the array")
    for name in ("grad of net.loss", "grad of the operations", "autograd"):
        found = WAYS[name]()
        found = found.values() if isinstance(found, dict) else found
        pairs = zip(found, exact, strict=True)
        print(f"  {name:25} {max(np.abs(a - b).max() / np.abs(b).max() for a, b in pairs):.1e}")


def processor_time(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def cost() -> None:
    rounds = np.array([[processor_time(way) for way in WAYS.values()] for _ in range(ROUNDS)])
    best, usual = rounds.min(axis=0), np.median(rounds, axis=0)
    print("Time over that of backpropagation by hand: the best of all rounds, and the median")
    for name, low, middle in zip(WAYS, best / best[0], usual / usual[0], strict=True):
        print(f"  {name:25} {low:.2f}  {middle:.2f}")


def against_differences() -> None:
    def of_b1(b):
        return loss(W1, b, W2, b2)

    slow = min(processor_time(lambda: numerical_gradient(of_b1, b1)) for _ in range(5))
    fast = min(processor_time(lambda: grad(of_b1)(b1)) for _ in range(20))
    print(f"Differences over grad, for the {b1.size} entries of b1 alone: {slow / fast:.0f}")


def small() -> None:
    """What it costs where arrays are small and Python's own time counts."""
    point = np.array([0.5, -0.3])

    def f(x, numpy=np):
        return numpy.sum(numpy.exp(x) * x**2 + numpy.tanh(x))

    ways = [lambda: grad(f)(point), lambda: autograd.grad(lambda x: f(x, anp))(point)]
    rounds = np.array([[processor_time(way) for way in ways] for _ in range(2000)])
    ours, theirs = rounds.min(axis=0)
    print(f"autograd over grad, for two numbers and six operations: {theirs / ours:.2f}")


if __name__ == "__main__":
    for measure in (agreement, cost, against_differences, small):
        measure()
