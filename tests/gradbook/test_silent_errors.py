"""No silent wrong number: what public reports of others' work say goes wrong, tried here."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import gradbook
from gradbook import (
    SGD,
    Adam,
    Momentum,
    Optimizer,
    SimpleNet,
    TwoLayerNet,
    bowl,
    check_gradient,
    cross_entropy,
    derivative,
    gradient_descent,
    gradient_field,
    load_digits,
    mini_batches,
    minimize,
    numerical_gradient,
    one_hot,
    plateau,
    rosenbrock,
    saddle,
    softmax,
    train,
)
from gradbook.tasks import near

# What a function answers in ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", [np.uint8, np.uint64, np.int8, bool])
def test_values_become_float64_before_they_are_subtracted(kind):
    def f(x):
        return (x < 0.5).astype(kind)

    assert derivative(f, [0.5], h=0.25) == [-2]
    assert numerical_gradient(lambda x: f(x)[0], [0.5], h=0.25) == [-2]
    assert gradient_field(lambda x: f(x[0]), [0.5], h=0.25)[0] == [-2]


def test_what_f_returned_is_copied():
    buffer = np.empty(3)
    slope = derivative(lambda x: np.sin(x, out=buffer), [0.0, 1.0, 2.0])
    np.testing.assert_allclose(slope, np.cos([0, 1, 2]), atol=1e-9)
    (slope,) = gradient_field(lambda x: np.sin(x[0], out=buffer), [0.0, 1.0, 2.0])
    np.testing.assert_allclose(slope, np.cos([0, 1, 2]), atol=1e-9)
    one = np.empty(())
    assert numerical_gradient(lambda x: np.sin(x[0], out=one), [0.0]).round(6) == [1]


def test_f_is_called_at_no_point_that_nobody_meant():
    def f(x):
        assert np.isfinite(x).all()
        return 0.0 * x[0]

    assert numerical_gradient(f, [0.0]) == [0]


@pytest.mark.parametrize(
    ("kind", "off"), [(np.float32, 2e-3), (np.float16, 0.5), (np.longdouble, 1e-9)]
)
def test_the_step_fits_the_precision_of_the_answers(kind, off):
    calls = []

    def f(x):
        calls.append(1)
        return kind(np.sum(x**2))

    gradient = numerical_gradient(f, [1.0, 2.0])
    np.testing.assert_allclose(gradient, [2, 4], atol=off)
    assert len(calls) <= 5
    assert derivative(lambda x: (x**2).astype(kind), [1.0])[0] == pytest.approx(2, abs=off)
    (slope,) = gradient_field(lambda x: (x[0] ** 2).astype(kind), [1.0])
    assert slope[0] == pytest.approx(2, abs=off)


def test_descent_on_float32_does_not_converge_at_the_start():
    result = gradient_descent(
        lambda x: np.float32(np.sum(x**2)), [1.0, 2.0], lr=0.1, steps=100, tolerance=1e-2
    )
    assert result.converged
    np.testing.assert_allclose(result.x, 0, atol=1e-2)


def test_a_step_that_is_given_is_kept():
    seen = []
    numerical_gradient(lambda x: seen.append(x[0]) or np.float32(x[0]), [1.0], h=0.25)
    assert seen == [1.25, 0.75]


# What a warning says -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "f",
    [
        lambda x: max(0.0, x[0]),
        lambda x: np.where(x > 0, x, 0).sum(),
        lambda x: max(0.0, 1 - 5 * -x[0]),
        lambda x: sum(0 * one for one in x),
        lambda *x: 1.0,
    ],
)
def test_a_flat_function_is_flat_without_a_warning(f):
    assert numerical_gradient(f, [-1.0]) == [0]


class Net:
    def loss(self, w):
        return 3.0

    def used(self, w):
        return 0 * w[0]


@pytest.mark.parametrize("f", [lambda w: 3.0, lambda w, x=1: x, Net().loss])
def test_a_function_that_never_looks_at_its_argument_is_named(f):
    with pytest.warns(RuntimeWarning, match="let f use the array it is given"):
        assert numerical_gradient(f, [1.0]) == [0]


def test_an_argument_loaded_right_after_another_is_stored_is_seen():
    def f(w):
        zero = 0.0
        return zero * w[0]  # Python 3.13 has one instruction for both

    assert numerical_gradient(f, [1.0]) == [0]


def test_where_that_cannot_be_told_nothing_is_said():
    assert numerical_gradient(Net().used, [1.0]) == [0]
    assert numerical_gradient(lambda w: 0 * eval("w")[0], [1.0]) == [0]
    assert numerical_gradient(lambda w: (lambda: 0 * w[0])(), [1.0]) == [0]
    assert numerical_gradient(lambda w: sum(0 * w[0] for _ in (1,)), [1.0]) == [0]
    assert numerical_gradient(np.zeros(3).dot, [1.0, 2.0, 3.0]).tolist() == [0, 0, 0]


# Rules and steps ---------------------------------------------------------------------------------


def test_far_out_a_step_has_to_be_given():
    assert derivative(np.sin, 1e6, h=1e-3) == pytest.approx(np.cos(1e6), abs=1e-5)
    assert "10⁶" in derivative.__doc__


@pytest.mark.parametrize(
    ("method", "order", "off"),
    [
        ("central", 2, 1e-9),
        ("central", 4, 1e-12),
        ("forward", 1, 1e-7),
        ("forward", 2, 1e-9),
        ("central", None, 1e-9),
        ("forward", None, 1e-7),
    ],
)
def test_derivative_and_gradient_take_the_same_rules(method, order, off):
    x = np.array([0.3, 1.1])
    slope = derivative(np.exp, x, method=method, order=order)
    np.testing.assert_allclose(slope, np.exp(x), atol=off)
    gradient = numerical_gradient(lambda x: np.exp(x).sum(), x, method=method, order=order)
    np.testing.assert_allclose(gradient, np.exp(x), atol=off)


@pytest.mark.parametrize(("method", "calls"), [("central", 6), ("forward", 4)])
def test_the_forward_difference_needs_about_half_the_calls(method, calls):
    seen = []
    numerical_gradient(lambda x: seen.append(1) or x.sum(), [1.0, 2.0, 3.0], method=method)
    assert len(seen) == calls


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"method": "forward", "order": 4}, "order must be 1 or 2 for the forward difference"),
        ({"method": "central", "order": 1}, "order must be 2 or 4 for the central difference"),
        ({"method": "backward"}, "method must be 'central' or 'forward', got 'backward'"),
        ({"method": None}, "method must be"),
        ({"order": True}, "order must be"),
        ({"order": "2"}, "order must be"),
    ],
)
def test_a_rule_that_there_is_not_is_named(options, message):
    for compute in (derivative, lambda f, x, **o: numerical_gradient(lambda x: f(x).sum(), x, **o)):
        with pytest.raises(ValueError, match=message):
            compute(np.exp, [1.0], **options)


# Shapes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(0,), (0, 3), (3, 0)])
def test_no_points_have_no_slopes(shape):
    empty = np.zeros(shape)
    u, v = gradient_field(bowl, empty, empty)
    assert u.shape == v.shape == shape
    assert derivative(np.sin, empty).shape == shape
    assert numerical_gradient(np.sum, empty).shape == shape
    assert numerical_gradient(np.sum, empty, method="forward").shape == shape


def test_a_number_gives_an_array_of_no_dimension():
    for slope in (derivative(np.sin, 0.0), numerical_gradient(np.sin, 0.0)):
        assert isinstance(slope, np.ndarray)
        assert slope.shape == ()
        assert float(slope) == pytest.approx(1)


def test_many_classes_take_no_more_than_their_rows():
    assert one_hot([0, 49_999, 7], 50_000).nbytes == 3 * 50_000 * 8


# Limits ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scores", "right"),
    [
        ([np.inf, 0, 1], [1, 0, 0]),
        ([np.inf, np.inf, 1], [0.5, 0.5, 0]),
        ([-np.inf, 0, 0], [0, 0.5, 0.5]),
        ([-np.inf, -np.inf], [0.5, 0.5]),
        ([1e308, -1e308], [1, 0]),
        ([np.nan, 0.0], [np.nan, np.nan]),
    ],
)
def test_infinite_scores_have_their_limits(scores, right):
    np.testing.assert_array_equal(softmax(scores), right)


def test_the_loss_has_its_limits():
    assert cross_entropy([np.inf, 0.0], 0) == 0
    assert cross_entropy([-np.inf, 0.0], 1) == 0


@pytest.mark.filterwarnings("error")
def test_an_impossible_answer_has_infinite_loss_without_a_warning():
    assert cross_entropy([np.inf, 0.0], 1) == np.inf


@pytest.mark.parametrize(
    "compute",
    [
        lambda: cross_entropy(np.zeros((0, 3)), np.zeros(0, int)),
        lambda: SimpleNet().loss(np.zeros((2, 3)), np.zeros((0, 2)), np.zeros(0, int)),
        lambda: SimpleNet().gradient(np.zeros((2, 3)), np.zeros((0, 2)), np.zeros(0, int)),
        lambda: TwoLayerNet(2, 3, 4).accuracy(
            TwoLayerNet(2, 3, 4).initial(rng=0), np.zeros((0, 2)), np.zeros(0, int)
        ),
    ],
)
def test_no_samples_are_named(compute):
    with pytest.raises(ValueError, match=r"must have a sample or more, got shape \(0, "):
        compute()


def test_a_softmax_of_no_samples_has_none():
    assert softmax(np.zeros((0, 3))).shape == (0, 3)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("far", [1e200, -1e200, 1e308])
def test_landscapes_far_out_are_infinite_without_a_warning(far):
    assert bowl([far, 0]) == np.inf
    assert rosenbrock([far, 1]) == np.inf
    assert saddle([far, 0]) == np.inf
    assert saddle([far, far]) == 0
    assert plateau([far, 0]) == 1
    np.testing.assert_array_equal(plateau.gradient([far, 1]), [0, 0])
    np.testing.assert_array_equal(bowl.gradient([far / 10, 0]), [far / 5, 0])


# Results that ask to be asked --------------------------------------------------------------------


def test_a_check_that_failed_is_false():
    assert check_gradient(bowl, bowl.gradient, [3, 4])
    assert not check_gradient(bowl, lambda x: [2 * x[0], x[1]], [3, 4])


def test_descents_can_be_compared_and_hashed_as_things():
    one = gradient_descent(bowl, [3, 4], lr=0.1, steps=2)
    other = gradient_descent(bowl, [3, 4], lr=0.1, steps=2)
    assert one == one
    assert one != other
    assert len({one, other}) == 2
    assert not one.converged
    assert gradient_descent(bowl, [0, 0], lr=0.1, steps=2).converged


@pytest.mark.parametrize("x0", [[np.nan, 1.0], [np.inf, 1.0]])
def test_a_start_that_is_no_point_is_named(x0):
    with pytest.raises(ValueError, match="x0 must be finite, got"):
        gradient_descent(bowl, x0, lr=0.1, steps=1)


def test_a_start_where_f_is_infinite_is_named():
    with pytest.raises(ValueError, match=r"x0 must be a point at which f is finite"):
        minimize(lambda x: np.inf, [1.0], SGD(0.1), steps=1, gradient=lambda x: x)


def test_a_tolerance_of_a_task():
    near("x", 1.0, 1.0, tolerance=0)
    near("x", np.inf, np.inf)
    with pytest.raises(AssertionError, match="x = 1, not inf"):
        near("x", 1.0, np.inf)
    with pytest.raises(AssertionError):
        near("x", 1.0 + 1e-12, 1.0, tolerance=0)
    for wrong in (-1, np.nan):
        with pytest.raises(ValueError, match="tolerance must be 0 or more"):
            near("a", 1.0, 9.0, tolerance=wrong)


# Optimizers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("optimizer", "state"),
    [
        (Momentum(0.1), {"v": np.ones(1)}),
        (Momentum(0.1), {"v": np.ones((2, 2))}),
        (Momentum(0.1), {"v": 1.0}),
        (Momentum(0.1), Adam(0.1).step([1, 2], [1, 2])[1]),
        (SGD(0.1), {"v": np.ones(2)}),
        (Adam(0.1), {"m": np.ones(2), "s": np.ones(2)}),
    ],
)
def test_another_optimizers_state_is_named(optimizer, state):
    with pytest.raises(ValueError, match=f"state must be one of {type(optimizer).__name__}"):
        optimizer.step([1.0, 2.0], [1.0, 2.0], state)


def test_a_state_for_other_parameters_is_named():
    with pytest.raises(ValueError, match="state must have the names of x"):
        Momentum(0.1).step({"a": [1.0]}, {"a": [1.0]}, {"b": {"v": np.ones(1)}})
    with pytest.raises(TypeError, match="state must be what the last step returned"):
        Momentum(0.1).step([1.0], [1.0], 3)


def test_an_optimizer_of_ones_own_may_have_any_settings():
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Every(Optimizer):
        k: int = 3
        name: str = "every"

        def update(self, x, g, state):
            t = state.get("t", 0) + 1
            return (x - self.lr * g if t % self.k == 0 else x), {"t": t}

    result = minimize(bowl, [3.0, 4.0], Every(lr=0.5), steps=9, tolerance=1e-9)
    assert (result.converged, result.steps) == (True, 3)


# Digits ------------------------------------------------------------------------------------------


def test_the_digits_are_scikit_learns():
    sklearn = pytest.importorskip("sklearn.datasets")
    x, t = sklearn.load_digits(return_X_y=True)
    digits = load_digits(validation=300)
    np.testing.assert_array_equal(digits.pixels, x)
    np.testing.assert_array_equal(digits.labels, t)
    order = np.random.default_rng(0).permutation(1797)
    np.testing.assert_array_equal(digits.test.x, x[order][1437:] / 16)
    np.testing.assert_array_equal(digits.validation.t, t[order][1137:1437])
    np.testing.assert_array_equal(digits.training.t, t[order][:1137])
    np.testing.assert_array_equal(load_digits().test.x, digits.test.x)


def test_digits_are_fresh_each_time():
    load_digits().test.x[:] = 0
    assert load_digits().test.x.any()


# Errors that name the argument -------------------------------------------------------------------

NET = TwoLayerNet(2, 3, 2)
X, T = np.zeros((4, 2)), np.zeros(4, int)


@pytest.mark.parametrize(
    ("compute", "name"),
    [
        (lambda: train(NET, X, T, SGD, epochs=1), "optimizer"),
        (lambda: train(NET, X, T, None, epochs=1), "optimizer"),
        (lambda: minimize(bowl, [1, 2], SGD, steps=1), "optimizer"),
        (lambda: train(TwoLayerNet, X, T, SGD(0.1), epochs=1), "net"),
        (lambda: train(NET, 3, T, SGD(0.1), epochs=1), "x"),
        (lambda: train(NET, X, T, SGD(0.1), epochs="2"), "epochs"),
        (lambda: train(NET, X, T, SGD(0.1), epochs=1.5), "epochs"),
        (lambda: train(NET, X, T, SGD(0.1), epochs=1, batch_size=None), "batch_size"),
        (lambda: train(NET, X, T, SGD(0.1), epochs=1, rng="seed"), "rng"),
        (lambda: SGD(lr="0.1"), "lr"),
        (lambda: SGD(lr=[0.1, 0.2]), "lr"),
        (lambda: SGD(lr=np.array([0.1])), "lr"),
        (lambda: SGD(lr=None), "lr"),
        (lambda: Momentum(0.1, beta="0.9"), "beta"),
        (lambda: gradient_descent(bowl, [1, 2], lr=0.1, steps=np.nan), "steps"),
        (lambda: gradient_descent(bowl, [1, 2], lr=0.1, steps=np.inf), "steps"),
        (lambda: gradient_descent(bowl, [1, 2], lr=0.1, steps=None), "steps"),
        (lambda: gradient_descent(bowl, [1, 2], lr=0.1, steps=1, tolerance=None), "tolerance"),
        (lambda: check_gradient(bowl, bowl.gradient, [1, 2], tolerance="1"), "tolerance"),
        (lambda: NET.predict([1, 2], [1, 2]), "parameters"),
        (lambda: mini_batches(5.0, 2), "samples"),
        (lambda: mini_batches("5", 2), "samples"),
        (lambda: mini_batches(5, 2.5), "size"),
        (lambda: mini_batches(5, 2, rng=-1), "rng"),
        (lambda: TwoLayerNet(-1, 2, 2), "inputs"),
        (lambda: TwoLayerNet(1, "a", 2), "hidden"),
        (lambda: TwoLayerNet(1, 2, 2.5), "classes"),
        (lambda: SimpleNet(0, 3), "inputs"),
        (lambda: one_hot([0], -2), "classes"),
        (lambda: one_hot([0], (1, 3)), "classes"),
        (lambda: one_hot([0.5], 3), "labels"),
        (lambda: one_hot([3], 3), "labels"),
        (lambda: derivative(np.sin, [[1, 2], [3]]), "x"),
        (lambda: bowl([[1, 2], [3]]), "x"),
        (lambda: numerical_gradient(lambda x: [[1], [2, 3]], [1.0]), "f"),
        (lambda: derivative(np.sin, [None]), "x"),
        (lambda: derivative(np.sin, 10**400), "x"),
        (lambda: load_digits(validation=1437), "validation"),
        (lambda: load_digits(validation=-1), "validation"),
    ],
)
def test_an_error_names_the_argument(compute, name):
    with pytest.raises((TypeError, ValueError), match=rf"^{name} (and t )?must ") as told:
        compute()
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "compute",
    [
        lambda m: derivative(np.sin, m),
        lambda m: numerical_gradient(np.sum, m),
        lambda m: bowl(m),
        lambda m: softmax(m),
        lambda m: softmax([m, m]),
        lambda m: softmax([1.0, m[0]]),
        lambda m: gradient_field(bowl, m, m),
        lambda m: one_hot(m.astype(int), 3),
        lambda m: cross_entropy([[1.0, 2.0, 3.0]] * 2, m.astype(int)),
        lambda m: train(NET, np.ma.array(X), T, SGD(0.1), epochs=1),
        lambda m: SimpleNet().gradient(np.zeros((2, 3)), np.zeros((2, 2)), m.astype(int)),
        lambda m: near("x", m, [1.0, 2.0]),
        lambda m: numerical_gradient(lambda x: np.ma.masked, [1.0, 2.0]),
    ],
)
def test_a_mask_is_not_dropped(compute):
    with pytest.raises(TypeError, match="no masked array; fill it first"):
        compute(np.ma.array([1.0, 2.0], mask=[True, False]))


@pytest.mark.parametrize("answer", [2**70, Fraction(1, 3), Decimal("0.5"), np.True_, 7])
def test_a_real_number_of_any_kind_is_one(answer):
    assert numerical_gradient(lambda x: answer if x[0] > 0 else 0, [0.0], h=0.5) == [float(answer)]
    assert derivative(np.negative, [answer]).tolist() == [-1]


@pytest.mark.filterwarnings("error")
def test_a_step_that_is_too_large_leads_to_infinity_without_a_warning():
    assert SGD(1e300).step([0.0], [1e300])[0].tolist() == [-np.inf]


def test_settings_of_any_kind_of_real_number_are_floats():
    assert SGD(Decimal("0.5")).step([1.0], [1.0])[0].tolist() == [0.5]
    assert Momentum(Fraction(1, 2), beta=Decimal("0.5")) == Momentum(0.5, 0.5)
    check = check_gradient(lambda x: np.nan, lambda x: x, [1.0], tolerance=Decimal("0.1"))
    assert not check
    assert minimize(bowl, [3, 4], SGD(0.1), steps=99, tolerance=Decimal("0.1")).converged
    near("x", 1.0, 1.05, tolerance=Decimal("0.1"))


def test_a_network_is_its_sizes():
    assert TwoLayerNet(np.int64(2), 3, 4).initial(rng=0)["W1"].shape == (2, 3)
    assert gradbook.SGD(np.float32(0.5)).step([1.0], [1.0])[0].tolist() == [0.5]
