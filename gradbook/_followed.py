"""A value that is followed: NumPy hands it every operation, and the derivative goes along.

`Variable` of `grad` and `Dual` of `jvp` are such values. What they do with a derivative is theirs.
"""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import numpy as np

from gradbook._arguments import any_array, real_array
from gradbook._derivatives import DERIVATIVES, Linear, Map, entries

# Constant but where they jump: what they return is followed no further.
CONSTANT = {
    *(np.less, np.less_equal, np.greater, np.greater_equal, np.equal, np.not_equal),
    *(np.isfinite, np.isnan, np.isinf, np.sign, np.argmax, np.argmin, np.argsort),
    *(np.shape, np.ndim, np.size, np.zeros_like, np.ones_like),
}
OPERATORS = {"positive", "negative", "add", "subtract", "multiply", "divide", "power", "matmul"}
NAMES = sorted({operation.__name__ for operation in DERIVATIVES} - OPERATORS)


@contextmanager
def following() -> Iterator[None]:
    """Run f; where an entry of a plain array was set, raise our error and not NumPy's of it."""
    try:
        yield
    except ValueError as error:
        told = error.__cause__
        if isinstance(told, TypeError) and "followed" in str(told):
            raise told from None
        raise


class Followed(np.lib.mixins.NDArrayOperatorsMixin):
    """A value, the derivative that goes along, and whose it is."""

    __slots__ = ("origin", "value")
    value: Any
    origin: object  # one a call of grad or jvp: their values must not meet

    def _next(self, y: Any, derivatives: list[tuple[Any, Linear]]) -> Any:
        """Return y, followed; the derivatives are those in each input that is followed."""
        raise NotImplementedError

    def apply(self, y: Any, push: Map, pull: Map) -> Any:
        """Return y, a function of this value, followed with a derivative that is known."""
        return self._next(y, [(self, Linear(push, pull))])

    def _follow(self, name: str, y: Any, inputs: Any, rule: list[Linear]) -> Any:
        if not (type(y) is np.ndarray or isinstance(y, np.floating)) or y.dtype.kind != "f":
            kind = getattr(y, "dtype", type(y).__name__)
            raise TypeError(f"{name} must give real numbers to be followed, got {kind}")
        pairs = zip(inputs, rule, strict=True)
        derivatives = [(one, linear) for one, linear in pairs if isinstance(one, Followed)]
        if any(one.origin is not self.origin for one, _ in derivatives):
            raise TypeError(
                "grad and jvp cannot be followed by another grad or jvp, nor what they have left; "
                "for second derivatives use hessian"
            )
        return self._next(y, derivatives)

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **options: Any) -> Any:
        """Do what NumPy does with operators and functions of one entry each."""
        values = [_plain(one) for one in inputs]
        if ufunc in CONSTANT and method == "__call__" and not options:
            return ufunc(*values)
        if method != "__call__" or options:
            how = f".{method}" if method != "__call__" else f" with {', '.join(options)}"
            raise TypeError(
                f"np.{ufunc.__name__}{how} of a {type(self).__name__} cannot be followed; "
                "write x = x + y for x += y, and np.sum for np.add.reduce"
            )
        if ufunc not in DERIVATIVES:
            raise self._unknown(ufunc)
        # the operator ** has quicker ways for squares and roots than np.power
        y = values[0] ** values[1] if ufunc is np.power else ufunc(*values)
        return self._follow(f"np.{ufunc.__name__}", y, inputs, DERIVATIVES[ufunc](y, *values))

    def __array_function__(self, function: Any, types: Any, args: Any, options: Any) -> Any:
        """Do what NumPy does with functions of whole arrays."""
        if function in CONSTANT:
            settings = {name: _value(one) for name, one in options.items()}
            return function(*(_value(one) for one in args), **settings)
        if function not in DERIVATIVES:
            raise self._unknown(function)
        name, count = f"np.{function.__name__}", 3 if function is np.where else 1
        besides = (*args[count:], *options.values())
        try:
            if len(args) < count or any(isinstance(one, Followed) for one in besides):
                raise TypeError
            inputs = list(args[0]) if function is np.stack else args[:count]
            values = [_plain(one) for one in inputs]
            given = [values] if function is np.stack else values
            y = function(*given, *args[count:], **options)
            rule = DERIVATIVES[function](y, *given, *args[count:], **options)
        except TypeError:
            raise TypeError(
                f"{name} of a {type(self).__name__} cannot be followed in this form; "
                "let the arrays come first, and give axis and keepdims alone besides"
            ) from None
        return self._follow(name, y, inputs, rule)

    def __getitem__(self, index: Any) -> Any:
        """Return the entries at the index, followed."""
        return self._follow("x[…]", self.value[index][()], (self,), entries(self.value, index))

    def __setitem__(self, index: Any, value: Any) -> NoReturn:
        """Refuse, for nothing that is followed may change."""
        raise TypeError(
            f"entries of a {type(self).__name__} cannot be set; build a new array with np.where "
            "or np.stack"
        )

    def __iter__(self) -> Iterator[Any]:
        """Return the rows, one after the other."""
        return (self[i] for i in range(len(self)))

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.value)

    def __bool__(self) -> bool:
        """Tell what the value tells."""
        return bool(self.value)

    def __float__(self) -> NoReturn:
        """Refuse, for a plain number is not followed."""
        raise TypeError(
            f"a {type(self).__name__} cannot become a plain number and still be followed; "
            "drop float(…), write np.exp for math.exp, and np.stack for entries set one by one"
        )

    def __array__(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse, for a plain array is not followed."""
        raise TypeError(
            f"a {type(self).__name__} cannot become a plain array and still be followed; "
            "drop np.array(…), and write np.stack([a, b]) for an array of several"
        )

    def __getattr__(self, name: str) -> NoReturn:
        """Say what is there instead."""
        raise AttributeError(
            f"the attribute {name} of a {type(self).__name__} cannot be followed; "
            "there are T, shape, ndim, size, sum, mean, max, min, reshape"
        )

    def _unknown(self, function: Any) -> TypeError:
        return TypeError(
            f"{_name(function)} of a {type(self).__name__} cannot be followed; "
            f"use operators, @ among them, and np.{', '.join(NAMES)}"
        )

    T = property(lambda self: np.transpose(self))
    shape = property(lambda self: self.value.shape)
    ndim = property(lambda self: self.value.ndim)
    size = property(lambda self: self.value.size)

    def sum(self, axis: Any = None, *, keepdims: bool = False) -> Any:
        """Return np.sum."""
        return np.sum(self, axis=axis, keepdims=keepdims)

    def mean(self, axis: Any = None, *, keepdims: bool = False) -> Any:
        """Return np.mean."""
        return np.mean(self, axis=axis, keepdims=keepdims)

    def max(self, axis: Any = None, *, keepdims: bool = False) -> Any:
        """Return np.max."""
        return np.max(self, axis=axis, keepdims=keepdims)

    def min(self, axis: Any = None, *, keepdims: bool = False) -> Any:
        """Return np.min."""
        return np.min(self, axis=axis, keepdims=keepdims)

    def reshape(self, *shape: Any) -> Any:
        """Return np.reshape."""
        return np.reshape(self, shape[0] if len(shape) == 1 else shape)


def followed_or_real(name: str, value: Any) -> Any:
    """Return `value` itself where grad or jvp follows it, else as a float64 array."""
    return value if isinstance(value, Followed) else real_array(name, value)


def _name(function: Any) -> str:
    module = getattr(function, "__module__", None) or "numpy"
    return f"{module}.{function.__name__}".replace("numpy", "np", 1)


def _value(one: Any) -> Any:
    return one.value if isinstance(one, Followed) else one


def _plain(one: Any) -> Any:
    """Return the value of an input; of an array a copy, for f may change its own arrays later."""
    if isinstance(one, Followed):
        return one.value
    if isinstance(one, (int, float, complex, np.generic)):
        return one
    return any_array("a constant beside a variable", one).copy()
