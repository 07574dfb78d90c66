"""Learning rates that change: as PyTorch's do, for every optimizer."""

import json
from pathlib import Path

import numpy as np
import pytest

from gradbook import (
    SGD,
    Adam,
    AdamW,
    Momentum,
    TwoLayerNet,
    bowl,
    cosine_decay,
    gradient_descent,
    inverse_decay,
    minimize,
    ravine,
    step_decay,
    train,
    warm_up,
)

RECORDED = json.loads((Path(__file__).parent / "data" / "torch.json").read_text())["paths"]
OPTIMIZERS = {
    "AdamW": AdamW(lr=0.3, weight_decay=0.1),
    "AdamW, cosine_decay": AdamW(lr=cosine_decay(0.3, 60)),
    "step_decay": SGD(step_decay(0.8, every=20, factor=0.5)),
    "cosine_decay": SGD(cosine_decay(0.8, 60, end=0.1)),
    "inverse_decay": SGD(inverse_decay(0.8, rate=0.1)),
    "warm_up": SGD(warm_up(0.8, steps=10)),
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_path_is_that_of_pytorch(name):
    x0 = RECORDED[name][0]
    path = minimize(ravine, x0, OPTIMIZERS[name], steps=60, gradient=ravine.gradient).path
    np.testing.assert_allclose(path, RECORDED[name], rtol=0, atol=1e-12)


def test_a_schedule_is_asked_for_the_steps_from_0_on():
    asked = []

    def schedule(k):
        asked.append(k)
        return 0.1

    for optimizer in (SGD(schedule), Momentum(schedule), Adam(schedule)):
        asked.clear()
        state, x = None, {"a": [1.0], "b": [2.0]}
        for _ in range(3):
            x, state = optimizer.step(x, x, state)
        assert asked == [0, 0, 1, 1, 2, 2]
    result = gradient_descent(bowl, [3, 4], lr=schedule, steps=2)
    fixed = gradient_descent(bowl, [3, 4], lr=0.1, steps=2)
    np.testing.assert_array_equal(result.path, fixed.path)


def test_the_state_holds_the_number_of_the_next_step():
    assert SGD(lambda k: 0.1).step([1.0], [1.0])[1] == {"step": 1}
    assert SGD(0.1).step([1.0], [1.0])[1] == {}


def test_training_takes_a_schedule():
    net, x, t = TwoLayerNet(2, 3, 2), np.eye(2), np.array([0, 1])
    *_, fixed = train(net, x, t, Adam(0.1), epochs=3, rng=0)
    *_, scheduled = train(net, x, t, Adam(lambda k: 0.1), epochs=3, rng=0)
    np.testing.assert_array_equal(fixed["W1"], scheduled["W1"])


def test_a_rate_may_be_0_and_the_step_is_none():
    x, _ = SGD(cosine_decay(1.0, steps=1)).step([1.0], [1.0], {"step": 1})
    assert x == [1]


def test_weight_decay_takes_the_same_share_of_every_weight():
    x, g = np.array([1.0, 1.0]), np.array([100.0, 0.01])
    plain, _ = Adam(0.1).step(x, g)
    decayed, _ = AdamW(0.1, weight_decay=0.5).step(x, g)
    np.testing.assert_allclose(plain - decayed, 0.05 * x)
    np.testing.assert_array_equal(AdamW(0.1, weight_decay=0).step(x, g)[0], plain)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: step_decay(0, 1), ValueError, "lr must be positive, got 0"),
        (lambda: step_decay(1, 0), ValueError, "every must be an integer, 1 or more, got 0"),
        (lambda: step_decay(1, 1, 0), ValueError, "factor must be positive, got 0"),
        (lambda: step_decay(1, 1, 2), ValueError, "factor must be in (0, 1], got 2.0"),
        (lambda: cosine_decay(1, 0), ValueError, "steps must be an integer, 1 or more, got 0"),
        (
            lambda: cosine_decay(1, 1, -1),
            ValueError,
            "end must be 0 or more, and finite, got -1",
        ),
        (lambda: inverse_decay(1, -1), ValueError, "rate must be positive, got -1"),
        (lambda: warm_up(-1, 3), ValueError, "lr must be positive, got -1"),
        (lambda: warm_up(1, 2.5), ValueError, "steps must be an integer, 1 or more, got 2.5"),
        (
            lambda: AdamW(0.1, weight_decay=-1),
            ValueError,
            "weight_decay must be 0 or more, and finite, got -1",
        ),
        (
            lambda: SGD(lambda k: -1.0).step([1], [1]),
            ValueError,
            "lr(0) must be 0 or more, and finite, got -1.0",
        ),
        (
            lambda: SGD(lambda k: "a").step([1], [1]),
            TypeError,
            "lr(0) must be a real number, got 'a'",
        ),
    ],
)
def test_bad_input_is_named(call, error, message):
    with pytest.raises(error) as told:
        call()
    assert str(told.value) == message


def test_behind_the_last_step_the_rate_stays():
    assert [cosine_decay(1.0, 4, end=0.5)(k) for k in (4, 5, 9)] == [0.5, 0.5, 0.5]


def test_a_factor_of_1_changes_nothing():
    assert step_decay(0.5, every=1, factor=1)(100) == 0.5
