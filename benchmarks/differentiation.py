"""How accurate gradbook's gradients are, and what they cost beside the calls of f that they need.

usage: python benchmarks/differentiation.py

Everything is measured side by side in one run, and times are the best of several; only the ratios
mean something on another machine. Needs SciPy.
"""

import subprocess
import sys
import timeit
import tracemalloc
from collections.abc import Callable

import numpy as np
from scipy.optimize._numdiff import approx_derivative

from gradbook import (
    bowl,
    gradient_field,
    himmelblau,
    numerical_gradient,
    plateau,
    ravine,
    rosenbrock,
    saddle,
)

LANDSCAPES = [bowl, ravine, saddle, plateau, himmelblau, rosenbrock]
METHODS = {
    "order 2": numerical_gradient,
    "order 4": lambda f, x: numerical_gradient(f, x, order=4),
    "SciPy, 3-point": lambda f, x: approx_derivative(f, x, method="3-point"),
}


def seconds(action: Callable[[], object]) -> float:
    """The best time of one call, of seven rounds of about 30 ms each."""
    once = min(timeit.repeat(action, number=1, repeat=3))
    number = max(1, int(0.03 / once))
    return min(timeit.repeat(action, number=number, repeat=7)) / number


def accuracy() -> None:
    print("Accuracy at 20 random points of each of six landscapes: the largest error, over the")
    print("largest slope of the landscape's points, and over the slope at the point itself")
    points = np.random.default_rng(0).uniform(-2, 2, size=(20, 2))
    for name, method in METHODS.items():
        overall, pointwise = [], []
        for f in LANDSCAPES:
            exact = np.array([f.gradient(x) for x in points])
            error = np.abs(np.array([method(f, x) for x in points]) - exact).max(axis=1)
            slope = np.abs(exact).max(axis=1)
            overall.append(error.max() / slope.max())
            pointwise.append((error / slope).max())
        print(f"  {name:15} {max(overall):.1e}  {max(pointwise):.1e}")


def chain(x: np.ndarray) -> float:
    """Rosenbrock's function in n dimensions."""
    return np.sum(100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2)


def one_gradient() -> None:
    print("One gradient of Rosenbrock's function in n dimensions: time over that of its 2n calls,")
    print("and SciPy's time over ours")
    for n in (2, 10, 100, 1000):
        x = np.random.default_rng(0).normal(size=n)
        calls = 2 * n * seconds(lambda x=x: chain(x))
        ours = seconds(lambda x=x: numerical_gradient(chain, x))
        scipys = seconds(lambda x=x: approx_derivative(chain, x, method="3-point"))
        print(f"  n = {n:<5} {ours / calls:.2f}  {scipys / ours:.2f}")


def wave(x: np.ndarray) -> np.ndarray:
    """A function that costs what such functions cost: an exponential, a sine, a cosine."""
    return x[0] * np.exp(-(x[0] ** 2) - x[1] ** 2) + np.sin(3 * x[0]) * np.cos(2 * x[1])


def by_hand(f: Callable[[np.ndarray], np.ndarray], X0: np.ndarray, X1: np.ndarray) -> tuple:
    """The same central differences, with whole arrays: h = ε^(1/3)·max(1, |x|)."""
    h0, h1 = (np.finfo(float).eps ** (1 / 3) * np.maximum(np.abs(X), 1) for X in (X0, X1))
    return (
        (f(np.array([X0 + h0, X1])) - f(np.array([X0 - h0, X1]))) / (2 * h0),
        (f(np.array([X0, X1 + h1])) - f(np.array([X0, X1 - h1]))) / (2 * h1),
    )


def whole_field() -> None:
    print(
        "A field: time over that of the same differences by hand with whole arrays, for a wave of"
    )
    print("exp, sin and cos, and for a cheap function, x₀² + x₁²")
    for side in (18, 100, 1000):
        grid = np.meshgrid(np.linspace(-2, 2, side), np.linspace(-2, 2, side))
        ratios = []
        for f in (wave, lambda x: x[0] ** 2 + x[1] ** 2):
            hand = seconds(lambda f=f, grid=grid: by_hand(f, *grid))
            ratios.append(seconds(lambda f=f, grid=grid: gradient_field(f, *grid)) / hand)
        print(f"  {side**2:<8} {ratios[0]:.2f}  {ratios[1]:.2f}")
    grid = np.meshgrid(np.linspace(-2, 2, 18), np.linspace(-2, 2, 18))
    points = np.stack(grid).reshape(2, -1).T
    loop = seconds(lambda: [numerical_gradient(wave, x) for x in points])
    print(
        f"  a loop over 324 points takes {loop / seconds(lambda: gradient_field(wave, *grid)):.0f}"
    )


def memory() -> None:
    side = 1000
    grid = np.meshgrid(np.linspace(-2, 2, side), np.linspace(-2, 2, side))
    tracemalloc.start()
    field = gradient_field(wave, *grid)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    size = sum(a.nbytes for a in (*grid, *field))
    whole = (peak + sum(a.nbytes for a in grid)) / size
    print(f"Memory for a field of 10⁶ points, over its input and output: {whole:.2f}")


def importing() -> None:
    def fresh(module: str) -> float:
        return seconds(
            lambda: subprocess.run([sys.executable, "-c", f"import {module}"], check=True)
        )

    nothing, numpy, ours = fresh("sys"), fresh("numpy"), fresh("gradbook")
    print(f"import gradbook over import numpy: {(ours - nothing) / (numpy - nothing):.2f}")


if __name__ == "__main__":
    for measure in (accuracy, one_gradient, whole_field, memory, importing):
        measure()
