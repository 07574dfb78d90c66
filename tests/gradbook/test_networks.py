"""Networks: gradients by formula agree with differences, and with the numbers of the book."""

import numpy as np
import pytest

from gradbook import SimpleNet, TwoLayerNet, check_gradient, numerical_gradient
from gradbook.pitfalls import floored_cross_entropy, in_place_gradient

W = np.array([[0.19628444, -0.79478232, 1.45904177], [0.27076211, 0.01052753, 0.49565257]])
X, T = np.array([0.6, 0.9]), np.array([0, 0, 1])
EXACT = [
    [0.14820696403840, 0.06469982680244, -0.21290679084085],
    [0.22231044605761, 0.09704974020366, -0.31936018626127],
]
PRINTED = [[0.14820694, 0.06469982, -0.21290676], [0.22231041, 0.09704972, -0.31936014]]
BATCH, LABELS = np.random.default_rng(2).normal(size=(5, 2)), np.array([0, 2, 1, 1, 2])


def test_simple_net_gives_the_numbers_of_the_book():
    net = SimpleNet()
    assert net.loss(W, X, T) == pytest.approx(0.43826414064575, abs=1e-14)
    np.testing.assert_allclose(net.gradient(W, X, T), EXACT, atol=1e-14)
    np.testing.assert_allclose(net.gradient(W, X, 2), EXACT, atol=1e-14)


def test_the_last_digits_printed_in_the_note_are_those_of_the_floor_in_its_log():
    net = SimpleNet()
    floored = in_place_gradient(
        lambda W: floored_cross_entropy(net.predict(W.reshape(2, 3), X), T), W.ravel()
    )
    np.testing.assert_allclose(floored.reshape(2, 3), PRINTED, atol=5.2e-9)
    assert np.abs(np.array(EXACT) - PRINTED).max() == pytest.approx(4.6e-8, rel=0.02)


@pytest.mark.parametrize(("x", "t"), [(X, T), (X, 2), (BATCH, LABELS), (BATCH, np.eye(3)[LABELS])])
def test_simple_net_passes_the_gradient_check(x, t):
    net = SimpleNet()
    check = check_gradient(
        lambda W: net.loss(W, x, t), lambda W: net.gradient(W, x, t), W, tolerance=1e-9
    )
    assert check.passed, check


@pytest.mark.parametrize(("x", "t"), [(X, T), (X, 2), (BATCH, LABELS), (BATCH, np.eye(3)[LABELS])])
def test_two_layer_net_passes_the_gradient_check(x, t):
    net = TwoLayerNet(inputs=2, hidden=4, classes=3)
    parameters = net.initial(rng=3)
    gradient = net.gradient(parameters, x, t)
    assert list(gradient) == ["W1", "b1", "W2", "b2"]
    for name, value in parameters.items():

        def loss(array, name=name):
            return net.loss({**parameters, name: array}, x, t)

        numerical = numerical_gradient(loss, value, order=4)
        np.testing.assert_allclose(gradient[name], numerical, atol=1e-11)


def test_the_same_seed_gives_the_same_weights():
    net = TwoLayerNet(3, 4, 2)
    for one, other in [
        (net.initial(rng=1), net.initial(rng=np.random.default_rng(1))),
        ({"W": SimpleNet().initial(rng=1)}, {"W": SimpleNet().initial(rng=1)}),
    ]:
        for name in one:
            np.testing.assert_array_equal(one[name], other[name])
    assert (SimpleNet().initial() != SimpleNet().initial()).all()


def test_scores_of_nan_are_right_for_no_class():
    net = TwoLayerNet(2, 3, 2)
    weights = net.initial(rng=0) | {"W2": np.full((3, 2), np.nan)}
    assert [net.accuracy(weights, [[1, 2], [0, 1]], [c, c]) for c in (0, 1)] == [0, 0]


def test_accuracy_is_the_share_of_right_answers():
    net = TwoLayerNet(2, 4, 3)
    parameters = net.initial(rng=0)
    answers = net.predict(parameters, BATCH).argmax(axis=1)
    assert net.accuracy(parameters, BATCH, answers) == 1
    answers[0] = (answers[0] + 1) % 3
    assert net.accuracy(parameters, BATCH, answers) == pytest.approx(0.8)
    assert net.accuracy(parameters, BATCH, np.eye(3)[answers]) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda net, p: net.predict(p, [1, 2, 3]), "x must have shape (2,) or (n, 2), got (3,)"),
        (
            lambda net, p: net.predict({**p, "W1": [[1]]}, X),
            "W1 must have shape (2, 4), got (1, 1)",
        ),
        (
            lambda net, p: net.predict({"W1": p["W1"]}, X),
            "parameters must be ['W1', 'b1', 'W2', 'b2'], got ['W1']",
        ),
        (lambda net, p: net.loss(p, X, 3), "t must be from 0 to 2, got 3"),
        (
            lambda net, p: SimpleNet().predict([[1, 2]], X),
            "W must have shape (2, 3), got (1, 2)",
        ),
        (
            lambda net, p: net.gradient(p, BATCH, [0, 1]),
            "t must have the shape of the scores, (5, 3), or of class numbers, (5,), got (2,)",
        ),
    ],
)
def test_shapes_that_do_not_match_are_named(call, message):
    net = TwoLayerNet(2, 4, 3)
    with pytest.raises(ValueError, match="must") as told:
        call(net, net.initial(rng=0))
    assert str(told.value) == message
