"""Automatic differentiation, in reverse: what a function computes is recorded, and walked back."""

from __future__ import annotations  # types are for readers and checkers, not for import

import warnings
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from gradbook._arguments import Array, real_array, real_number, require_callable
from gradbook._closures import never_loads_its_argument
from gradbook._derivatives import Linear, Map
from gradbook._followed import Followed, following

# A tape frees megabytes a call. glibc hands them back to the system where they are more than twice
# the largest block that was ever freed: a larger one saves half of the time, spent in page faults.
np.empty(2**20)


class Node:
    """An entry of the record: from which it was computed, and how ∂L/∂y goes back to them.

    A node stands on the tape behind those that it was computed from. So the order of the tape is a
    topological order, and its reverse meets a node when all of its ∂L/∂y has been added up.
    """

    __slots__ = ("gradient", "sources")

    def __init__(self, sources: tuple[tuple[Node, Map], ...] = ()) -> None:
        self.sources = sources
        self.gradient: Any = None  # ∂L/∂y, as far as it has been added up


class Variable(Followed):
    """A value and its node. The tape holds nodes, and so no values but those a derivative needs."""

    __slots__ = ("node",)
    origin: list[Node]  # the tape

    def __init__(self, value: Any, tape: list[Node], node: Node) -> None:
        self.value, self.origin, self.node = value, tape, node

    def _next(self, y: Any, derivatives: list[tuple[Any, Linear]]) -> Variable:
        node = Node(tuple((source.node, linear.pull) for source, linear in derivatives))
        self.origin.append(node)
        return Variable(y, self.origin, node)

    def __repr__(self) -> str:
        """Show the value."""
        return f"Variable({self.value!r})"


def grad(f: Callable[..., Any]) -> Callable[..., Any]:
    """∇f, exact but for rounding: f is run once, and what it computed is walked back once.

    Each operation hands ∂L/∂y back to its inputs by the chain rule; where paths meet, they add.
    That takes a few times as long as `f` itself, however many entries the gradient has.

    Parameters
    ----------
    f : callable
        Takes one array or several, or dictionaries of arrays, and returns a real number. It gets
        variables in their place, which can be used as arrays are, with operators, indices and the
        functions of NumPy that have a derivative here, but not changed in place.

    Returns
    -------
    callable
        Takes what `f` takes. Returns its gradient, float64: an array of the shape of the argument,
        for a dictionary a dictionary, for several arguments a tuple.

    Raises
    ------
    TypeError
        If `f` cannot be called; and when the gradient is taken, if an argument is not real, or `f`
        does what cannot be followed: it changes a variable in place, makes a plain number or array
        of it, calls a function that has no derivative here, or takes another gradient.
    ValueError
        When the gradient is taken, if `f` returns an array.

    Warns
    -----
    RuntimeWarning
        If the gradient is zero because `f` never uses its argument, as in `numerical_gradient`.

    Notes
    -----
    Where there is a kink, one slope of several is returned: `abs` and `relu` have slope 0 at 0;
    entries that are equal share the slope of `np.max` and `np.maximum`.

    References
    ----------
    A. G. Baydin et al., "Automatic differentiation in machine learning: a survey", 2018,
    section 3.2.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook import grad
    >>> def f(x):
    ...     return x[0] ** 2 + np.exp(x[0] * x[1])
    >>> grad(f)([3.0, 0.0])
    array([6., 3.])
    >>> W, b = grad(lambda W, b: np.sum(np.tanh([1.0, 2.0] @ W + b)))(np.zeros((2, 3)), np.zeros(3))
    >>> W
    array([[1., 1., 1.],
           [2., 2., 2.]])
    """
    require_callable("f", f)

    def gradient(*x: Any) -> Any:
        if not x:
            raise TypeError("x must be one array or more, got none")
        tape: list[Node] = []
        names = ["x"] if len(x) == 1 else [f"x[{i}]" for i in range(len(x))]
        arguments = [_variables(name, one, tape) for name, one in zip(names, x, strict=True)]
        with following():
            y = f(*arguments)
        if isinstance(y, Followed):
            _walk_back(y, tape)
        else:
            real_number("f", y, "return")  # it does not depend on x
            if never_loads_its_argument(f):
                warnings.warn(
                    "f returned the same value whatever its argument, so the gradient is zero; "
                    "let f use the array it is given",
                    RuntimeWarning,
                    stacklevel=2,
                )
        gradients = tuple(_gradients(one) for one in arguments)
        return gradients if len(gradients) > 1 else gradients[0]

    return gradient


def _walk_back(y: Followed, tape: list[Node]) -> None:
    """From ∂y/∂y = 1 on, hand the gradient of each value back to those it was computed from."""
    if not isinstance(y, Variable) or y.origin is not tape:
        raise TypeError("f must return what it computed from its arguments, got another's variable")
    if y.shape != ():
        raise ValueError(f"f must return a real number, got shape {y.shape}")
    y.node.gradient = np.float64(1.0)
    with np.errstate(all="ignore"):  # infinite slopes are told in the result
        while tape:
            node = tape.pop()
            if node.gradient is None:  # y was not computed from it
                continue
            for source, pull in node.sources:
                share = pull(node.gradient)
                source.gradient = share if source.gradient is None else source.gradient + share


def _variables(name: str, x: Any, tape: list[Node]) -> Any:
    if isinstance(x, Mapping):
        return {key: _variables(f"{name}[{key!r}]", one, tape) for key, one in x.items()}
    return Variable(real_array(name, x).copy()[()], tape, Node())


def _gradients(x: Any) -> Any:
    if isinstance(x, Mapping):
        return {key: _gradients(one) for key, one in x.items()}
    g = x.node.gradient
    found: Array = np.zeros(x.shape) if g is None else np.array(g, np.float64)
    return found
