"""Dual numbers carry slopes forwards, whatever their shape."""

import numpy as np
import pytest

from gradbook import Dual, Network, grad, jvp, sigmoid


def test_arithmetic_follows_the_rules_of_the_derivative():
    a, b = Dual(3, 1), Dual(2, 5)
    assert repr(a * b) == "Dual(6.0, 17.0)"
    assert repr(a / b) == "Dual(1.5, -3.25)"
    assert repr(1 - a**2) == "Dual(-8.0, -6.0)"
    assert repr(Dual([1, 2], [0, 1]) * [3, 4]) == "Dual([3.0, 8.0], [0.0, 4.0])"
    assert repr(Dual([1, 2], 1)) == "Dual([1.0, 2.0], [1.0, 1.0])"
    assert repr(a + 1) == "Dual(4.0, 1.0)"


def test_a_constant_has_no_slope():
    assert repr(np.exp(Dual(0.0))) == "Dual(1.0, 0.0)"


def test_columns_of_the_jacobian_are_those_that_rows_give():
    net = Network((4, 5, 3), "sigmoid")
    parameters = net.initial(rng=0)
    x = np.random.default_rng(0).normal(size=4)

    def f(x):
        return net.predict(parameters, x)

    columns = np.stack([jvp(f, x, e)[1] for e in np.eye(4)], axis=1)
    rows = np.stack([grad(lambda x, i=i: f(x)[i])(x) for i in range(3)])
    np.testing.assert_allclose(columns, rows, rtol=1e-12)
    np.testing.assert_array_equal(jvp(f, x, x)[0], f(x))


def test_what_does_not_depend_on_x_has_no_slope():
    value, slope = jvp(lambda x: [3.0, 4.0], [1.0], [1.0])
    assert (value.tolist(), slope.tolist()) == ([3, 4], [0, 0])
    assert jvp(lambda x: 3.0, [1.0], [1.0]) == (3, 0)


def test_nothing_of_the_caller_is_changed_or_shared():
    x, v = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    value, slope = jvp(lambda x: x, x, v)
    value += 1
    slope += 1
    assert (x.tolist(), v.tolist()) == ([1, 2], [3, 4])


def test_the_slope_of_sigmoid_stays_finite_far_out():
    value, slope = jvp(sigmoid, [-1000.0, 0.0, 1000.0], np.ones(3))
    assert (value.tolist(), slope.tolist()) == ([0, 0.5, 1], [0, 0.25, 0])


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: Dual("a"), TypeError, "value must be real, got <U1"),
        (lambda: Dual(1, 1j), TypeError, "slope must be real, got complex128"),
        (
            lambda: Dual([1, 2], [1, 2, 3]),
            ValueError,
            "slope must fit the shape of value, (2,), got shape (3,)",
        ),
        (lambda: jvp(3, 1, 1), TypeError, "f must be callable, got int"),
        (lambda: jvp(np.exp, [1, 2], 1), ValueError, "u must have the shape of x, (2,), got ()"),
        (lambda: jvp(lambda x: "a", 1, 1), TypeError, "values of f must be real, got <U1"),
    ],
)
def test_bad_input_is_named(call, error, message):
    with pytest.raises(error) as told:
        call()
    assert str(told.value) == message
