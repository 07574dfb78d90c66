"""Training sees every sample once an epoch, can be repeated, and learns."""

import numpy as np
import pytest

from gradbook import SGD, Adam, TwoLayerNet, mini_batches, train

X = np.random.default_rng(0).normal(size=(60, 2))
T = (X[:, 0] * X[:, 1] > 0).astype(int)  # opposite quadrants: no straight line parts them
NET = TwoLayerNet(inputs=2, hidden=16, classes=2)


def test_an_epoch_deals_out_every_sample_once():
    batches = list(mini_batches(10, 4, rng=0))
    assert [len(batch) for batch in batches] == [4, 4, 2]
    assert sorted(np.concatenate(batches)) == list(range(10))
    assert list(mini_batches(0, 4)) == []


def test_each_epoch_has_an_order_of_its_own():
    rng = np.random.default_rng(0)
    first, second = (np.concatenate(list(mini_batches(50, 8, rng=rng))) for _ in range(2))
    assert (first != second).any()


def test_training_learns():
    history = train(NET, X, T, Adam(lr=0.05), epochs=60, batch_size=8, rng=1)
    assert len(history) == 61
    assert NET.accuracy(history[-1], X, T) > 0.95
    assert NET.loss(history[-1], X, T) < NET.loss(history[0], X, T) / 5


def test_the_same_seed_gives_the_same_history():
    one, other = (train(NET, X, T, SGD(0.1), epochs=2, rng=5)[-1] for _ in range(2))
    for name in one:
        np.testing.assert_array_equal(one[name], other[name])


def test_an_epoch_of_one_batch_is_one_step():
    start, end = train(NET, X, T, SGD(0.1), epochs=1, batch_size=60, rng=5)
    gradient = NET.gradient(start, X, T)
    for name in start:
        np.testing.assert_allclose(end[name], start[name] - 0.1 * gradient[name])


def test_a_network_that_changes_its_parameters_in_place_leaves_the_start_as_it_was():
    class Slope:
        def initial(self, *, rng=None):
            return {"w": [1.0, 2.0]}

        def gradient(self, parameters, x, t):
            if isinstance(parameters["w"], np.ndarray):
                parameters["w"] += 9
            return {"w": np.ones(2)}

    history = train(Slope(), [[1.0]], [0], SGD(0.5), epochs=2)
    assert history[0]["w"].tolist() == [1, 2]


def test_one_hot_rows_train_as_class_numbers_do():
    one = train(NET, X, T, SGD(0.1), epochs=2, rng=5)[-1]
    other = train(NET, X, np.eye(2)[T], SGD(0.1), epochs=2, rng=5)[-1]
    for name in one:
        np.testing.assert_allclose(one[name], other[name])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: mini_batches(-1, 4), "samples must be an integer, 0 or more, got -1"),
        (lambda: mini_batches(10, 0), "size must be an integer, 1 or more, got 0"),
        (
            lambda: train(NET, X, T, SGD(0.1), epochs=-1),
            "epochs must be an integer, 0 or more, got -1",
        ),
        (
            lambda: train(NET, X, T[:5], SGD(0.1), epochs=1),
            "t must have a row for each of the 60 rows of x, got 5",
        ),
        (
            lambda: train(NET, X, T, SGD(0.1), epochs=1, batch_size=0),
            "batch_size must be an integer, 1 or more, got 0",
        ),
    ],
)
def test_bad_input_is_named(call, message):
    with pytest.raises(ValueError, match="must") as told:
        call()
    assert str(told.value) == message
