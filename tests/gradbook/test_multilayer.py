"""A network of many layers: PyTorch's loss and gradients, and what each layer does to them."""

import json
from pathlib import Path

import numpy as np
import pytest

from gradbook import Adam, Network, SimpleNet, TwoLayerNet, relu, sigmoid, train

RECORDED = json.loads((Path(__file__).parent / "data" / "torch.json").read_text())["networks"]
X = np.random.default_rng(0).normal(size=(60, 2))
T = (X[:, 0] * X[:, 1] > 0).astype(int)
MANY = np.random.default_rng(0).normal(size=(500, 100))


def numbers(*shape, seed):
    """The numbers of data/record_torch.py."""
    return np.sin(np.arange(np.prod(shape)) * 1.7 + seed).reshape(shape)


@pytest.mark.parametrize("activation", RECORDED)
def test_loss_and_gradients_are_those_of_pytorch(activation):
    net = Network((5, 7, 6, 4, 3), activation)
    parameters = {}
    for k, (n, m) in enumerate([(5, 7), (7, 6), (6, 4), (4, 3)]):
        parameters |= {
            f"W{k + 1}": numbers(n, m, seed=5 + k),
            f"b{k + 1}": numbers(m, seed=10 + k),
        }
    x, t = numbers(8, 5, seed=4), np.arange(8) % 3
    recorded = RECORDED[activation]
    assert net.loss(parameters, x, t) == pytest.approx(recorded["loss"], rel=1e-14)
    gradient = net.gradient(parameters, x, t)
    for ours, torchs in zip(gradient.values(), recorded["gradients"], strict=True):
        np.testing.assert_allclose(ours, torchs, rtol=1e-12, atol=1e-15)


def test_with_three_sizes_it_is_a_two_layer_net():
    net, two = Network((2, 5, 3)), TwoLayerNet(2, 5, 3)
    parameters = net.initial(rng=3)
    labels = np.arange(60) % 3
    for name, array in two.initial(rng=3).items():
        np.testing.assert_array_equal(parameters[name], array)
    np.testing.assert_array_equal(net.predict(parameters, X), two.predict(parameters, X))
    assert net.loss(parameters, X, labels) == two.loss(parameters, X, labels)
    assert net.accuracy(parameters, X, labels) == two.accuracy(parameters, X, labels)


def test_with_two_sizes_it_is_one_layer_with_a_bias():
    net, simple = Network((2, 3)), SimpleNet(2, 3)
    parameters = {"W1": simple.initial(rng=0), "b1": np.zeros(3)}
    labels = np.arange(60) % 3
    assert net.loss(parameters, X, labels) == simple.loss(parameters["W1"], X, labels)
    exact = simple.gradient(parameters["W1"], X, labels)
    np.testing.assert_allclose(net.gradient(parameters, X, labels)["W1"], exact, atol=1e-16)


def test_identity_layers_are_one_layer():
    net = Network((2, 5, 4, 3), "identity")
    p = net.initial(rng=0)
    np.testing.assert_allclose(net.predict(p, X), X @ (p["W1"] @ p["W2"] @ p["W3"]), atol=1e-14)


def test_forward_and_backward_show_each_layer():
    net = Network((2, 5, 4, 2), "sigmoid")
    p = net.initial(rng=0)
    x, h1, h2, z = net.forward(p, X)
    np.testing.assert_array_equal(x, X)
    np.testing.assert_array_equal(h1, sigmoid(X @ p["W1"] + p["b1"]))
    np.testing.assert_array_equal(h2, sigmoid(h1 @ p["W2"] + p["b2"]))
    np.testing.assert_array_equal(z, net.predict(p, X))
    d1, d2, dz = net.backward(p, X, T)
    gradient = net.gradient(p, X, T)
    for d, h, k in [(d1, x, 1), (d2, h1, 2), (dz, h2, 3)]:
        np.testing.assert_array_equal(gradient[f"W{k}"], h.T @ d)
        np.testing.assert_array_equal(gradient[f"b{k}"], d.sum(axis=0))
    assert net.forward(p, X[0])[-1].shape == (2,)
    assert [d.shape for d in net.backward(p, X[0], 1)] == [(1, 5), (1, 4), (1, 2)]


@pytest.mark.parametrize(
    ("activation", "scale", "low", "high"),
    [
        ("relu", "he", 1.5, 2.5),  # doubled by the first layer, then kept
        ("relu", "lecun", 0, 0.01),  # halved by each of nine layers
        ("tanh", "lecun", 0.02, 0.2),
        ("tanh", 0.01, 0, 1e-6),
        ("identity", "lecun", 0.6, 1.6),
        ("identity", "glorot", 0.6, 1.6),
    ],
)
def test_first_weights_keep_the_size_of_the_values_or_do_not(activation, scale, low, high):
    net = Network((100,) * 10 + (100,), activation, scale)
    ratio = np.mean([net.predict(net.initial(rng=seed), MANY) ** 2 for seed in range(5)])
    assert low < ratio < high


@pytest.mark.parametrize(
    ("scale", "variance"), [("lecun", 1 / 200), ("glorot", 2 / 300), ("he", 2 / 200), (0.5, 0.25)]
)
def test_first_weights_have_the_variance_that_was_chosen(scale, variance):
    p = Network((200, 100, 10), scale=scale).initial(rng=0)
    assert p["W1"].var() == pytest.approx(variance, rel=0.03)
    assert not p["b1"].any()
    he = Network((200, 100, 10), "relu").initial(rng=0)["W1"]
    np.testing.assert_array_equal(he, Network((200, 100, 10), "relu", "he").initial(rng=0)["W1"])


def test_deep_networks_learn():
    net = Network((2, 16, 16, 2), "relu")
    history = train(net, X, T, Adam(lr=0.01), epochs=60, batch_size=8, rng=1)
    assert net.accuracy(history[-1], X, T) > 0.95


def test_relu_is_the_larger_of_0_and_x():
    np.testing.assert_array_equal(relu([[-1, 0], [2, np.nan]]), [[0, 0], [2, np.nan]])
    assert sigmoid(0.0) == 0.5
    assert sigmoid(-800.0) == 0


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: Network(3), TypeError, "sizes must be a tuple of two integers or more, got 3"),
        (lambda: Network("ab"), TypeError, "sizes must be a tuple of two integers or more, got '"),
        (lambda: Network([3]), ValueError, "sizes must be a tuple of two integers or more, got [3"),
        (lambda: Network((2, 0)), ValueError, "sizes[1] must be an integer, 1 or more, got 0"),
        (
            lambda: Network((2, 3), "sine"),
            ValueError,
            "activation must be one of ['sigmoid', 'tanh', 'relu', 'identity'], got 'sine'",
        ),
        (
            lambda: Network((2, 3), scale="large"),
            ValueError,
            "scale must be one of ['lecun', 'glorot', 'he'], got 'large'",
        ),
        (lambda: Network((2, 3), scale=0), ValueError, "scale must be positive, got 0"),
        (
            lambda: Network((2, 3)).loss({"W1": np.eye(2)}, X, T),
            ValueError,
            "parameters must be ['W1', 'b1'], got ['W1']",
        ),
        (
            lambda: Network((2, 3)).loss({"W1": np.eye(2), "b1": [0, 0]}, X, T),
            ValueError,
            "W1 must have shape (2, 3), got (2, 2)",
        ),
        (lambda: sigmoid("a"), TypeError, "x must be real, got <U1"),
        (lambda: relu(1j), TypeError, "x must be real, got complex128"),
    ],
)
def test_bad_input_is_named(call, error, message):
    with pytest.raises(error) as told:
        call()
    assert str(told.value).startswith(message)
