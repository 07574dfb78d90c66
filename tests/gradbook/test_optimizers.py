"""Optimizers follow their formulas, step for step as PyTorch does, and change nothing in place."""

import json
from pathlib import Path

import numpy as np
import pytest

from gradbook import (
    SGD,
    AdaGrad,
    Adam,
    AdamW,
    Momentum,
    Nesterov,
    Optimizer,
    RMSProp,
    bowl,
    minimize,
    ravine,
)

RECORDED = json.loads((Path(__file__).parent / "data" / "trajectories.json").read_text())["paths"]
SETTINGS = {  # as in data/record_trajectories.py; all else are defaults, and PyTorch's too
    "SGD": SGD(lr=0.9),
    "Momentum": Momentum(lr=0.1, beta=0.9),
    "Nesterov": Nesterov(lr=0.1, beta=0.9),
    "AdaGrad": AdaGrad(lr=1.5),
    "RMSProp": RMSProp(lr=0.1),
    "Adam": Adam(lr=0.3),
}
EVERY = pytest.mark.parametrize(
    "optimizer",
    [*SETTINGS.values(), AdamW(lr=0.3), Adam(lr=lambda k: 0.3)],
    ids=[*SETTINGS, "AdamW", "a schedule"],
)


@pytest.mark.parametrize("name", SETTINGS)
def test_trajectory_is_that_of_pytorch(name):
    recorded = np.array(RECORDED[name])
    x, state, path = recorded[0], None, [recorded[0]]
    for _ in range(len(recorded) - 1):
        x, state = SETTINGS[name].step(x, ravine.gradient(x), state)
        path.append(x)
    assert len(path) == 201
    np.testing.assert_allclose(path, recorded, rtol=0, atol=1e-12)


@EVERY
def test_a_dictionary_steps_as_its_arrays_do(optimizer):
    x = {"W": np.array([[1.0, -2.0]]), "b": np.array([3.0])}
    alone, apart = dict(x), dict.fromkeys(x)
    state = None
    for _ in range(3):
        gradient = {name: 2 * value for name, value in x.items()}
        for name in alone:
            alone[name], apart[name] = optimizer.step(alone[name], 2 * alone[name], apart[name])
        x, state = optimizer.step(x, gradient, state)
    for name in x:
        np.testing.assert_array_equal(x[name], alone[name])


@EVERY
def test_nothing_is_changed_in_place(optimizer):
    x, g = np.array([1.0, 2.0]), np.array([3.0, -4.0])
    state = None
    for _ in range(2):
        before = (x.copy(), g.copy(), json.dumps(state, default=np.ndarray.tolist))
        new, new_state = optimizer.step(x, g, state)
        np.testing.assert_array_equal(x, before[0])
        np.testing.assert_array_equal(g, before[1])
        assert json.dumps(state, default=np.ndarray.tolist) == before[2]
        x, state = new, new_state


@EVERY
def test_one_optimizer_serves_many_descents(optimizer):
    first, _ = optimizer.step([1.0], [1.0])
    optimizer.step([5.0], [100.0])
    again, _ = optimizer.step([1.0], [1.0])
    assert first == again


@EVERY
def test_integers_are_promoted(optimizer):
    x, _ = optimizer.step([3, 4], [6, 8])
    assert x.dtype == np.float64


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: SGD(lr=0.0), "lr must be positive, got 0.0"),
        (lambda: SGD(lr=-1), "lr must be positive, got -1"),
        (lambda: Adam(lr=float("nan")), "lr must be positive, got nan"),
        (lambda: Adam(lr=float("inf")), "lr must be positive, got inf"),
        (lambda: Momentum(0.1, beta=1.0), "beta must be at least 0 and less than 1, got 1.0"),
        (lambda: Nesterov(0.1, beta=-0.1), "beta must be at least 0 and less than 1, got -0.1"),
        (lambda: RMSProp(0.1, rho=1.5), "rho must be at least 0 and less than 1, got 1.5"),
        (lambda: Adam(0.1, beta1=1), "beta1 must be at least 0 and less than 1, got 1"),
        (lambda: Adam(0.1, beta2=2), "beta2 must be at least 0 and less than 1, got 2"),
        (lambda: AdaGrad(0.1, eps=0), "eps must be positive, got 0"),
        (lambda: SGD(0.1).step([1, 2], [1]), "gradient must have the shape of x, (2,), got (1,)"),
        (
            lambda: SGD(0.1).step({"a": 1, "b": 2}, {"a": 1}),
            "gradient must have the names of x, ['a', 'b'], got ['a']",
        ),
        (
            lambda: SGD(0.1).step({"a": 1}, [1]),
            "gradient must have the names of x, ['a'], got list",
        ),
    ],
)
def test_bad_settings_and_steps_are_named(make, message):
    with pytest.raises(ValueError, match="must") as told:
        make()
    assert str(told.value) == message


class InPlace(Optimizer):
    def update(self, x, g, state):
        x -= self.lr * g
        return x, {}


class Short(Optimizer):
    def update(self, x, g, state):
        return (x - self.lr * g)[:1], {}


def test_an_optimizer_of_ones_own_can_neither_move_x_in_place_nor_lose_a_part_of_it():
    x = np.array([3.0, 4.0])
    with pytest.raises(ValueError, match="read-only"):
        InPlace(0.1).step(x, np.ones(2))
    assert x.tolist() == [3, 4]
    with pytest.raises(
        ValueError, match=r"^update must return the shape of x, \(2,\), got \(1,\)$"
    ):
        minimize(bowl, x, Short(0.1), steps=3)


def test_complex_numbers_are_refused():
    with pytest.raises(TypeError, match="x must be real, got complex128"):
        SGD(0.1).step([1j], [1])


def test_the_frame_has_no_formula_of_its_own():
    with pytest.raises(NotImplementedError):
        Optimizer(lr=0.1).step([1.0], [1.0])
