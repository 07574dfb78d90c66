"""Every operation beside its derivative: `jvp` reads the table forwards, `grad` backwards.

For y = operation(inputs), an entry gives two linear maps an input x. `push` takes the slope of x to
that of y, as the Jacobian does. `pull` takes ∂L/∂y to what it adds to ∂L/∂x, as its transpose does.
The maps hold what they need and no more, for a tape keeps them.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

import numpy as np

Map = Callable[[Any], Any]


class Linear(NamedTuple):
    """The derivative in one input: by the Jacobian, and by its transpose."""

    push: Map
    pull: Map


def _elementwise(factors: Callable[..., tuple[Map, ...]]) -> Callable[..., list[Linear]]:
    """Make a rule of factors: of a map entry by entry, the Jacobian is diagonal, as its transpose.

    Where an input is broadcast, its slopes are repeated by `Dual` on the way forwards, and on the
    way back they are summed here.
    """

    def one(times: Map, shape: tuple[int, ...]) -> Linear:
        return Linear(times, lambda d: _unbroadcast(times(d), shape))

    def rule(y: Any, *inputs: Any) -> list[Linear]:
        pairs = zip(factors(y, *inputs), inputs, strict=True)
        return [one(times, np.shape(x)) for times, x in pairs]

    return rule


def _unbroadcast(d: Any, shape: tuple[int, ...]) -> Any:
    """Return the sum of d over the axes along which an array of this shape was repeated."""
    if d.shape == shape:
        return d
    d = d.sum(axis=tuple(range(d.ndim - len(shape))))
    repeated = tuple(i for i, length in enumerate(shape) if length == 1 != d.shape[i])
    return d.sum(axis=repeated, keepdims=True)


def _larger(a: Any, b: Any) -> Any:
    """Return 1 where a > b, and 1/2 where both are equal: they share the slope."""
    return np.where(np.equal(a, b), 0.5, np.greater(a, b))


def _matmul(y: Any, a: Any, b: Any) -> list[Linear]:
    rows = a if a.ndim > 1 else a[np.newaxis, :]
    columns = b if b.ndim > 1 else b[:, np.newaxis]

    def whole(d: Any) -> Any:  # with the axes that the product of vectors lacks
        d = d if b.ndim > 1 else np.expand_dims(d, -1)
        return d if a.ndim > 1 else np.expand_dims(d, -2)

    return [
        Linear(
            lambda d: d @ b,
            lambda d: _unbroadcast(whole(d) @ columns.mT, rows.shape).reshape(a.shape),
        ),
        Linear(
            lambda d: a @ d,
            lambda d: _unbroadcast(rows.mT @ whole(d), columns.shape).reshape(b.shape),
        ),
    ]


def _spread(d: Any, shape: tuple[int, ...], axis: Any, keepdims: bool) -> Any:
    """Return d repeated along the axes that were summed over."""
    if axis is not None and not keepdims:
        d = np.expand_dims(d, axis)
    return np.broadcast_to(d, shape)


def _sum(y: Any, x: Any, axis: Any = None, *, keepdims: bool = False) -> list[Linear]:
    shape = x.shape
    return [
        Linear(
            lambda d: np.sum(d, axis=axis, keepdims=keepdims),
            lambda d: _spread(d, shape, axis, keepdims),
        )
    ]


def _mean(y: Any, x: Any, axis: Any = None, *, keepdims: bool = False) -> list[Linear]:
    n, shape = x.size / max(1, y.size), x.shape
    return [
        Linear(
            lambda d: np.mean(d, axis=axis, keepdims=keepdims),
            lambda d: _spread(d / n, shape, axis, keepdims),
        )
    ]


def _extreme(y: Any, x: Any, axis: Any = None, *, keepdims: bool = False) -> list[Linear]:
    top = np.equal(x, _spread(y, x.shape, axis, keepdims))
    with np.errstate(invalid="ignore"):  # nan is equal to none
        share = top / np.count_nonzero(top, axis=axis, keepdims=True)  # equal entries share
    return [
        Linear(
            lambda d: np.sum(d * share, axis=axis, keepdims=keepdims),
            lambda d: _spread(d, share.shape, axis, keepdims) * share,
        )
    ]


def _reshape(y: Any, x: Any, shape: Any) -> list[Linear]:
    before, after = x.shape, y.shape
    return [Linear(lambda d: np.reshape(d, after), lambda d: np.reshape(d, before))]


def _transpose(y: Any, x: Any) -> list[Linear]:
    return [Linear(np.transpose, np.transpose)]


def _stack(y: Any, inputs: list[Any], axis: int = 0) -> list[Linear]:
    shape = y.shape

    def one(i: int) -> Linear:
        def push(d: Any) -> Any:
            slope = np.zeros(shape)
            np.moveaxis(slope, axis, 0)[i] = d
            return slope

        return Linear(push, lambda d: np.take(d, i, axis=axis))

    return [one(i) for i in range(len(inputs))]


def entries(x: Any, index: Any) -> list[Linear]:
    """Return the derivative of x[index] in x."""
    parts = index if isinstance(index, tuple) else (index,)
    shape = x.shape
    once = all(isinstance(part, (int, np.integer, slice, type(None), type(...))) for part in parts)
    index = index if once else deepcopy(index)  # which f may change later

    def pull(d: Any) -> Any:
        share = np.zeros(shape)
        if once:
            share[index] = d
        else:
            np.add.at(share, index, d)  # an entry may be taken many times
        return share

    return [Linear(lambda d: d[index], pull)]


ELEMENTWISE: dict[Any, Callable[..., tuple[Map, ...]]] = {
    np.positive: lambda y, x: (lambda d: d,),
    np.negative: lambda y, x: (lambda d: -d,),
    np.add: lambda y, a, b: (lambda d: d, lambda d: d),
    np.subtract: lambda y, a, b: (lambda d: d, lambda d: -d),
    np.multiply: lambda y, a, b: (lambda d: d * b, lambda d: d * a),
    np.divide: lambda y, a, b: (lambda d: d / b, lambda d: -d * y / b),
    np.power: lambda y, a, b: (
        lambda d: d * b * a ** (b - 1.0 * (b != 0)),  # a⁰ is constant, also at 0
        lambda d: d * y * np.log(np.where(np.equal(a, 0), 1.0, a)),  # as is 0ᵇ
    ),
    np.square: lambda y, x: (lambda d: d * 2 * x,),
    np.sqrt: lambda y, x: (lambda d: d / (2 * y),),
    np.exp: lambda y, x: (lambda d: d * y,),
    np.expm1: lambda y, x: (lambda d: d * (y + 1),),
    np.log: lambda y, x: (lambda d: d / x,),
    np.log1p: lambda y, x: (lambda d: d / (1 + x),),
    np.sin: lambda y, x: (lambda d: d * np.cos(x),),
    np.cos: lambda y, x: (lambda d: -d * np.sin(x),),
    np.tanh: lambda y, x: (lambda d: d * (1 - y * y),),
    np.absolute: lambda y, x: (lambda d: d * np.sign(x),),
    np.maximum: lambda y, a, b: (lambda d: d * _larger(a, b), lambda d: d * _larger(b, a)),
    np.minimum: lambda y, a, b: (lambda d: d * _larger(b, a), lambda d: d * _larger(a, b)),
    np.where: lambda y, c, a, b: (
        lambda d: np.zeros(y.shape),
        lambda d: np.where(c, d, 0.0),
        lambda d: np.where(c, 0.0, d),
    ),
}

DERIVATIVES: dict[Any, Callable[..., list[Linear]]] = {
    **{operation: _elementwise(factors) for operation, factors in ELEMENTWISE.items()},
    np.matmul: _matmul,
    np.sum: _sum,
    np.mean: _mean,
    np.max: _extreme,
    np.min: _extreme,
    np.reshape: _reshape,
    np.transpose: _transpose,
    np.stack: _stack,
}
