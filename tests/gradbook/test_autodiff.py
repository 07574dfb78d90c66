"""Automatic differentiation: PyTorch's gradients and differences' too, or one sentence."""

import gc
import json
import math
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gradbook
from gradbook import (
    Adam,
    Network,
    SimpleNet,
    TwoLayerNet,
    check_gradient,
    cross_entropy,
    grad,
    jvp,
    minimize,
    numerical_gradient,
    relu,
    rosenbrock,
    sigmoid,
    softmax,
)

RECORDED = json.loads((Path(__file__).parent / "data" / "torch.json").read_text())
LANDSCAPES = ["bowl", "ravine", "saddle", "plateau", "himmelblau", "rosenbrock"]
X = np.random.default_rng(1).normal(size=(6, 5))
LABELS = np.array([0, 2, 1, 1, 2, 0])


def numbers(*shape, seed):
    """The numbers of data/record_torch.py."""
    return np.sin(np.arange(np.prod(shape)) * 1.7 + seed).reshape(shape)


TORCH = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "power": lambda a, b: (2 + a) ** b,
    "matmul": lambda a, b: a @ b,
    "exp": lambda a, b: np.exp(a * b),
    "log": lambda a, b: np.log(2 + a * b),
    "tanh": lambda a, b: np.tanh(a * b),
    "relu": lambda a, b: relu(a * b),
    "sigmoid": lambda a, b: sigmoid(a * b),
    "sum": lambda a, b: (a * b).sum(axis=0),
    "mean": lambda a, b: (a * b).mean(axis=1),
    "max": lambda a, b: (a * b).max(axis=1),
    "maximum": lambda a, b: np.maximum(a, b),
    "indexing": lambda a, b: a[[0, 0, 2], [1, 1, 3]] * b[1:],
}


@pytest.mark.parametrize("name", RECORDED["operations"])
def test_gradients_are_those_of_pytorch(name):
    a, b = numbers(3, 4, seed=1), numbers(4, seed=2)
    weights = numbers(*TORCH[name](a, b).shape, seed=3)
    found = grad(lambda a, b: (weights * TORCH[name](a, b)).sum())(a, b)
    for ours, recorded in zip(found, RECORDED["operations"][name], strict=True):
        np.testing.assert_allclose(ours, recorded, rtol=1e-13, atol=1e-14)


# Each takes x of shape (2, 3), with entries between 0.5 and 2, and returns an array.
FUNCTIONS = {
    "+x, -x": lambda x: +x - -x * x,
    "numbers on the left": lambda x: 2 - 3 / x + 2**x + 2 * x,
    "x - 1, x / 2": lambda x: (x - 1) * (x / 2),
    "squares, roots": lambda x: x**0.5 + np.sqrt(x) + np.square(x) + x**3 + x**-1,
    "x ** x": lambda x: x**x,
    "x ** 0": lambda x: x**0 + (x - x) ** 0 + 3 * x,
    "exp, log": lambda x: np.exp(x) + np.expm1(x) + np.log(x) + np.log1p(x),
    "sin, cos, tanh": lambda x: np.sin(x) * np.cos(x) + np.tanh(x),
    "abs": lambda x: abs(x - 1.2) + np.abs(x - 1),
    "relu, sigmoid": lambda x: relu(x - 1) + sigmoid(3 * x),
    "softmax": lambda x: softmax(x) * np.array([1.0, 2.0, 3.0]),
    "maximum": lambda x: np.maximum(x, 1.2) + np.minimum(1.1, x) * np.maximum(x, 2 - x),
    "where": lambda x: np.where(x > 1, x**2, -x) + np.where([True, False, True], x, 1.0),
    "where of itself": lambda x: np.where(x, x, 2.0),
    "sum": lambda x: x.sum() * x.sum(axis=0) + np.sum(x, axis=1, keepdims=True) + np.sum(x, 0),
    "sum of both axes": lambda x: x.sum(axis=(0, 1)) * x.sum(keepdims=True),
    "mean": lambda x: x.mean() * x.mean(axis=-1, keepdims=True) + np.mean(x, axis=0),
    "max, min": lambda x: x.max(axis=1, keepdims=True) * x + x.min() * np.min(x, axis=0),
    "x @ vector": lambda x: x @ np.arange(3.0) + [1.0, 2.0] @ x[:, :2],
    "x @ matrix": lambda x: x @ np.ones((3, 4)) @ np.arange(8.0).reshape(4, 2),
    "matrix @ x": lambda x: (np.arange(6.0).reshape(3, 2) @ x)[1],
    "x @ x.T": lambda x: x @ x.T + x[0] @ x[1],
    "stacks of matrices": lambda x: np.ones((5, 4, 2)) @ x + x.reshape(2, 1, 3).sum(),
    "a stack on both sides": lambda x: x.reshape(2, 3, 1) @ x.reshape(2, 1, 3) @ np.ones(3),
    "reshape": lambda x: x.reshape(3, 2) * np.reshape(x, -1)[:2] + x.reshape((6,))[0],
    "transpose": lambda x: x.T * np.transpose(x)[0],
    "stack": lambda x: (
        np.stack([x[0], 2 * x[1], np.ones(3)], axis=1) * np.stack([x[0], x[1]], 1)[0, 0]
    ),
    "entries": lambda x: x[0, 1] * x[1] + x[:, ::2][..., None].sum() + x[-1, -1],
    "entries twice": lambda x: x[[0, 0, 1]] * x[np.array([1, 1, 1])],
    "entries by a mask": lambda x: x[x > 1] ** 2 * x[1, 1],
    "rows": lambda x: sum(row * k for k, row in enumerate(x, start=1)) * len(x) * x.size * x.ndim,
    "unpacking": lambda x: (lambda a, b: a * b)(*x),
    "shapes": lambda x: x * x.shape[0] + np.shape(x)[1] + np.ones_like(x) * x,
    "broadcasting": lambda x: x + x[0] * x[:, :1] - x[:, None],
}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_operation_agrees_with_differences_both_ways(name):
    rng = np.random.default_rng(0)
    x = rng.uniform(0.5, 2, (2, 3))
    weights = rng.normal(size=np.shape(FUNCTIONS[name](x)))

    def f(x):
        return np.sum(weights * FUNCTIONS[name](x))

    check = check_gradient(f, grad(f), x, order=4, tolerance=1e-9)
    assert check.passed, check
    direction = rng.normal(size=x.shape)
    value, slope = jvp(f, x, direction)
    assert value == pytest.approx(f(x), rel=1e-15)
    assert slope == pytest.approx(np.sum(grad(f)(x) * direction), rel=1e-12)


@pytest.mark.parametrize("name", LANDSCAPES)
def test_landscapes_can_be_followed(name):
    f = getattr(gradbook, name)
    for x in np.random.default_rng(0).uniform(-2, 2, (20, 2)):
        np.testing.assert_allclose(grad(f)(x), f.gradient(x), rtol=1e-12, atol=1e-12)
        assert jvp(f, x, [1.0, 2.0])[1] == pytest.approx(f.gradient(x) @ [1, 2], abs=1e-10)


@st.composite
def shapes_that_broadcast(draw):
    whole = draw(st.lists(st.integers(1, 3), max_size=3))

    def part():
        kept = whole[draw(st.integers(0, len(whole))) :]
        return tuple(1 if draw(st.booleans()) else n for n in kept)

    return part(), part(), part()


@settings(deadline=None, max_examples=50)
@given(shapes_that_broadcast(), st.integers(0, 99))
def test_whatever_is_broadcast_keeps_its_shape_and_its_slope(shapes, seed):
    rng = np.random.default_rng(seed)
    a, b, c = (rng.uniform(0.5, 2, shape) for shape in shapes)

    def f(a, b, c):
        return np.sum(a * b / c - np.maximum(a, b) * c + np.where(a > 1, b, c) ** 2)

    found = grad(f)(a, b, c)
    for i, gradient in enumerate(found):
        arguments = [a, b, c]

        def alone(x, i=i, arguments=arguments):
            return f(*arguments[:i], x, *arguments[i + 1 :])

        assert gradient.shape == arguments[i].shape
        np.testing.assert_allclose(gradient, numerical_gradient(alone, arguments[i]), atol=1e-6)


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3), st.integers(0, 15))
def test_products_of_every_kind_have_their_slopes(n, k, m, kinds):
    a_shape = [(k,), (n, k), (2, n, k), (1, n, k)][kinds % 4]
    b_shape = [(k,), (k, m), (2, k, m), (1, k, m)][kinds // 4]
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=a_shape), rng.normal(size=b_shape)
    weights = rng.normal(size=np.shape(a @ b))
    ga, gb = grad(lambda a, b: np.sum(weights * (a @ b)))(a, b)
    da, db = rng.normal(size=a_shape), rng.normal(size=b_shape)
    exact = np.sum(weights * (da @ b + a @ db))
    assert np.sum(ga * da) + np.sum(gb * db) == pytest.approx(exact, abs=1e-12)


# Networks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("net", [TwoLayerNet(5, 4, 3), Network((5, 4, 4, 3), "relu")])
def test_the_gradient_of_a_network_is_that_of_backpropagation(net):
    parameters = net.initial(rng=0)
    found = grad(lambda p: net.loss(p, X, LABELS))(parameters)
    exact = net.gradient(parameters, X, LABELS)
    assert list(found) == list(exact)
    for name in exact:
        np.testing.assert_allclose(found[name], exact[name], rtol=1e-13, atol=1e-16)


def test_a_loss_of_ones_own_gives_the_same_and_does_not_overflow():
    net = SimpleNet(5, 3)
    W = 1000 * net.initial(rng=0)

    def loss(W):
        z = X @ W
        z = z - np.max(z, axis=1, keepdims=True)
        return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(6), LABELS])

    for f in (loss, lambda W: net.loss(W, X, LABELS)):
        np.testing.assert_allclose(grad(f)(W), net.gradient(W, X, LABELS), atol=1e-14)
        assert np.isfinite(jvp(f, W, np.ones_like(W))[1])


def test_scores_that_are_equal_or_infinite_have_their_gradient():
    assert grad(lambda z: cross_entropy(z, 0))([0.0, 0.0]).tolist() == [-0.5, 0.5]
    assert grad(lambda z: cross_entropy(z, 0))([np.inf, 0.0]).tolist() == [0, 0]
    np.testing.assert_allclose(grad(lambda z: softmax(z)[0])(np.zeros(2)), [0.25, -0.25])
    np.testing.assert_allclose(jvp(softmax, [0.0, 0.0], [1.0, 0.0])[1], [0.25, -0.25])
    value, slope = jvp(softmax, [np.inf, 0.0], [1.0, 0.0])
    assert (value.tolist(), slope.tolist()) == ([1, 0], [0, 0])


def test_grad_serves_where_a_gradient_is_asked_for():
    result = minimize(rosenbrock, [-1.2, 1], Adam(0.05), steps=5000, gradient=grad(rosenbrock))
    np.testing.assert_allclose(result.x, [1, 1], atol=1e-3)


# What is given, and what comes back --------------------------------------------------------------


def test_a_gradient_has_the_shape_of_its_argument_and_is_ones_own():
    found = grad(lambda x: x.sum())(np.zeros((2, 3)))
    found += 1  # of a fresh array
    assert found.tolist() == [[2, 2, 2], [2, 2, 2]]
    number = grad(lambda x: x**2)(3)
    assert isinstance(number, np.ndarray)
    assert (number.shape, float(number)) == ((), 6)
    one, other = grad(lambda a, b: np.sum(a + b))([1.0], [2.0])
    one += 5
    assert other == [1]
    nested = grad(lambda p: p["layer"]["W"].sum() * p["b"])({"layer": {"W": [1, 2]}, "b": 3})
    assert nested["layer"]["W"].tolist() == [3, 3]
    assert nested["b"] == 3


def test_what_does_not_depend_on_x_has_no_slope():
    assert grad(lambda x: len(x))([1.0, 2.0]).tolist() == [0, 0]
    assert grad(lambda x, y: y**2)([1.0, 2.0], 1)[0].tolist() == [0, 0]
    assert grad(lambda x: np.sum(x > 0) + 0 * x[0])([1.0, 2.0]).tolist() == [0, 0]
    assert grad(lambda x: np.sum(x[np.argsort(x)][:1]))([2.0, 1.0]).tolist() == [0, 1]


def test_a_function_that_never_looks_at_its_argument_is_named():
    with pytest.warns(RuntimeWarning, match="let f use the array it is given"):
        assert grad(lambda x: 3.0)([1.0]) == [0]


def test_what_is_computed_in_vain_adds_nothing():
    def f(x):
        np.exp(x) * x
        return x.sum()

    assert grad(f)([1.0, 2.0]).tolist() == [1, 1]


def test_paths_that_meet_add_up_and_are_walked_once():
    def f(x):
        for _ in range(60):  # 2⁶⁰ paths
            x = x + x
        return x

    assert grad(f)(1.0) == 2.0**60


def test_a_chain_may_be_longer_than_pythons_stack():
    def f(x):
        for _ in range(5000):
            x = 1.0 * x
        return x

    assert grad(f)(1.0) == 1


def test_at_a_kink_one_slope_is_taken():
    assert grad(abs)(0.0) == 0
    assert grad(relu)(0.0) == 0
    assert grad(lambda x: np.max(x))([1.0, 1.0]).tolist() == [0.5, 0.5]
    assert [float(g) for g in grad(np.maximum)(1.0, 1.0)] == [0.5, 0.5]
    assert grad(lambda x: 0**x + x)(2.0) == 1


def test_infinite_slopes_are_told_without_a_warning():
    assert grad(np.sqrt)(0.0) == np.inf
    assert jvp(np.sqrt, 0.0, 1.0) == (0, np.inf)
    assert np.isnan(grad(lambda x: x.max())([np.nan, 1.0])).all()


def test_python_may_branch_on_values():
    def f(x):
        return x**2 if x > 0 else -x if x else 3 * x

    assert [float(grad(f)(x)) for x in (2.0, -2.0, 0.0)] == [4, -1, 3]


def test_arrays_that_f_changes_later_count_as_they_were():
    start, weights, where = np.array([1.0, 2.0]), np.ones(2), np.array([0, 0])

    def f(x):
        y = (x * weights).sum() + (weights @ x) + x[where].sum() + (x * x).sum()
        start[:] = 9
        weights[:] = 9
        where[:] = 1
        return y

    assert grad(f)(start).tolist() == [6, 6]


def test_constants_are_read_as_any_argument_is():
    large, exact = np.array([10**30, 1], dtype=object), np.array([Fraction(1, 2)] * 2)
    assert grad(lambda x: np.sum(x * large))([1.0, 1.0]).tolist() == [1e30, 1]
    assert grad(lambda x: np.sum(x * exact))([1.0, 1.0]).tolist() == [0.5, 0.5]
    masked = np.ma.array([1.0, 2.0], mask=[0, 1])
    for way in (grad, lambda f: lambda x: jvp(f, x, x)):
        with pytest.raises(TypeError, match="a constant beside a variable must be no masked array"):
            way(lambda x: np.sum(x * masked))([1.0, 1.0])


@pytest.mark.parametrize("b", [np.int8(-128), np.uint8(0), np.True_, np.int64(-3), 2, 0, 0.5])
def test_a_power_has_its_slope_whatever_the_type_of_the_exponent(b):
    assert grad(lambda x: x**b)(1.1) == pytest.approx(float(b) * 1.1 ** (float(b) - 1))


def test_nothing_is_kept_when_the_gradient_is_there():
    from gradbook.autodiff import Node

    def kept():
        return sum(isinstance(one, Node) for one in gc.get_objects())

    gc.collect()
    before = kept()
    gc.disable()
    try:
        grad(lambda x: np.sum(np.exp(x) * x))(np.ones(3))
        assert kept() == before
    finally:
        gc.enable()


def test_a_variable_shows_its_value():
    shown = []
    grad(lambda x: shown.append(repr(x)) or x.sum())([1.0, 2.0])
    assert shown == ["Variable(array([1., 2.]))"]


# What cannot be followed -------------------------------------------------------------------------


def sets_an_entry(x):
    y = np.zeros(2)
    y[0] = x[0]
    return y.sum()


def sets_its_own_entry(x):
    x[0] = 1.0
    return x.sum()


def adds_in_place(x):
    y = x
    y += 1
    return y.sum()


def adds_to_an_array_in_place(x):
    y = np.zeros(2)
    y += x
    return y.sum()


LEFT = []


def leaves_its_variable(x):
    LEFT.append(x)
    return x.sum()


grad(leaves_its_variable)([1.0, 2.0])


@pytest.mark.parametrize("way", [grad, lambda f: lambda x: jvp(f, x, x)], ids=["grad", "jvp"])
@pytest.mark.parametrize(
    ("f", "error", "message"),
    [
        (lambda x: np.arctan(x).sum(), TypeError, "np.arctan of a {} cannot be followed; use"),
        (lambda x: np.linalg.norm(x), TypeError, "np.linalg.norm of a {} cannot be followed"),
        (lambda x: np.add.reduce(x), TypeError, "np.add.reduce of a {} cannot be followed"),
        (lambda x: np.sum(x, dtype=np.float32), TypeError, "np.sum of a {} cannot be followed in"),
        (lambda x: np.sum(a=x), TypeError, "np.sum of a {} cannot be followed in this form"),
        (lambda x: np.sum(x, where=x), TypeError, "np.sum of a {} cannot be followed in this form"),
        (
            lambda x: np.max(x, initial=0),
            TypeError,
            "np.max of a {} cannot be followed in this form",
        ),
        (lambda x: np.max(np.ones(2), out=x), TypeError, "np.max of a {} cannot be followed in"),
        (lambda x: np.where(x), TypeError, "np.where of a {} cannot be followed in this form"),
        (lambda x: x.copy().sum(), AttributeError, "the attribute copy of a {} cannot be followed"),
        (lambda x: math.exp(x[0]), TypeError, "a {} cannot become a plain number and still be"),
        (lambda x: float(x[0]), TypeError, "a {} cannot become a plain number and still be"),
        (lambda x: np.array([x[0], x[1]]).sum(), TypeError, "a {} cannot become a plain array and"),
        (lambda x: np.asarray(x).sum(), TypeError, "a {} cannot become a plain array and still be"),
        (sets_an_entry, TypeError, "a {} cannot become a plain number and still be followed"),
        (sets_its_own_entry, TypeError, "entries of a {} cannot be set; build a new array"),
        (adds_in_place, TypeError, "np.add with out of a {} cannot be followed; write x = x . y"),
        (adds_to_an_array_in_place, TypeError, "np.add with out of a {} cannot be followed"),
        (lambda x: (x * 1j).sum(), TypeError, "np.multiply must give real numbers to be followed"),
        (lambda x: grad(lambda y: x[0] * y)(1.0), TypeError, "grad and jvp cannot be followed by"),
        (lambda x: jvp(lambda y: x[0] * y, 1, 1)[1], TypeError, "grad and jvp cannot be followed"),
        (lambda x: grad(np.sum)(x).sum(), TypeError, "a {} cannot become a plain array"),
        (lambda x: LEFT[0].sum(), TypeError, "f must return what it computed from its argument"),
        (lambda x: "3", TypeError, "must be real|must return a real number"),
    ],
)
def test_what_cannot_be_followed_is_named(way, f, error, message):
    kind = "Variable" if way is grad else "Dual"
    with pytest.raises(error, match=message.format(kind)) as told:
        way(f)([1.0, 2.0])
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: grad(3), TypeError, "f must be callable, got int"),
        (lambda: grad(np.sum)(), TypeError, "x must be one array or more, got none"),
        (lambda: grad(lambda x: x)([1]), ValueError, "f must return a real number, got shape (1,)"),
        (lambda: grad(np.sum)([1j]), TypeError, "x must be real, got complex128"),
        (lambda: grad(np.add)(1, "a"), TypeError, "x[1] must be real, got <U1"),
        (lambda: grad(lambda p: p["W"])({"W": 1j}), TypeError, "x['W'] must be real, got complex"),
    ],
)
def test_bad_input_is_named(call, error, message):
    with pytest.raises(error) as told:
        call()
    assert str(told.value).startswith(message)


def test_the_frame_follows_nothing_of_its_own():
    from gradbook._followed import Followed

    with pytest.raises(NotImplementedError):
        Followed()._next(1.0, [])


def test_what_f_raises_is_its_own():
    def f(x):
        raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        grad(f)(1.0)
