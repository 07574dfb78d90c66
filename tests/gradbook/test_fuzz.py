"""Whatever comes in, a result comes out, or a TypeError or ValueError of one sentence."""

import os
import traceback
import warnings
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gradbook
from gradbook import tasks

HOME = os.path.dirname(gradbook.__file__)
EXAMPLES = int(os.environ.get("FUZZ", "40"))  # FUZZ=20000 pytest … fuzzes for some minutes

NUMBERS = st.sampled_from(
    [
        *(0, 1, -1, 2, 3, 5.0, 0.1, -0.5, 1e-300, 1e300, -1e308, float("nan"), float("inf")),
        *(-float("inf"), 2**70, 10**400, True, np.float32(0.5), np.int8(-3), np.uint8(200)),
        *(Fraction(1, 3), Decimal("0.1"), Decimal("nan"), np.float16(2), np.longdouble(3)),
    ]
)
STRANGE = st.sampled_from(
    [
        *(None, "0.1", "ab", b"x", 1j, [], {}, (), object(), [[1, 2], [3]], ["a"], [None], {1, 2}),
        *(np.ma.array([1.0, 2.0], mask=[1, 0]), np.array("2026-01-01", "M8[D]"), range(3), ...),
        *(np.array([1, "a"], object), np.array([Fraction(1, 2), 3], object), np.zeros((0, 3)), int),
    ]
)
ARRAYS = st.builds(
    lambda shape, kind, seed: (3 * np.random.default_rng(seed).standard_normal(shape)).astype(kind),
    st.sampled_from([(), (1,), (2,), (3,), (0,), (2, 3), (3, 2), (2, 0), (1, 2, 2), (5, 64)]),
    st.sampled_from(["f8", "f4", "f2", "i8", "i1", "bool", "c16", "O", "g"]),
    st.integers(0, 9),
)
VALUES = st.one_of(NUMBERS, ARRAYS, STRANGE)


def functions(answer):
    """Functions that answer as they should, and others."""
    return [
        lambda x: np.sum(np.asarray(x) ** 2),
        lambda x: np.asarray(x) * 2,
        lambda x: x[0] if np.ndim(x) and len(x) else 0,
        lambda x: np.float32(np.sum(x)),
        lambda x: answer,
        lambda x: np.sin(np.where(np.isfinite(x), x, 0)),  # NumPy warns of sin ∞
        gradbook.bowl,
        gradbook.bowl.gradient,
        None if callable(answer) else answer,  # what int(x) raises is its own
    ]


FUNCTIONS = st.builds(lambda n, answer: functions(answer)[n], st.integers(0, 8), VALUES)
NETS = [
    gradbook.SimpleNet(),
    gradbook.TwoLayerNet(2, 3, 2),
    gradbook.TwoLayerNet(64, 2, 3),
    gradbook.Network((2, 3, 2)),
]
OPTIMIZERS = [gradbook.SGD(0.1), gradbook.Momentum(0.1), gradbook.Adam(0.1), gradbook.SGD]


def small(count):
    """A number of steps that is no test of patience."""
    return min(count, 9) if isinstance(count, int) else count


def dealt(samples, size, rng):
    return list(gradbook.mini_batches(small(samples), size, rng=rng))


def mnist(folder, validation):
    """Load the digits of the site, or of a folder that has none."""
    try:
        return gradbook.load_mnist(folder, validation=validation)
    except FileNotFoundError as error:
        raise ValueError(error) from None


CALLS = {
    "derivative": lambda f, a, b, c, d: gradbook.derivative(f, a, h=b, method=c, order=d),
    "derivative, rules": lambda f, a, b, c, d: gradbook.derivative(f, a, method="forward", h=b),
    "numerical_gradient": lambda f, a, b, c, d: gradbook.numerical_gradient(f, a, h=b),
    "numerical_gradient, rules": lambda f, a, b, c, d: gradbook.numerical_gradient(f, a, order=b),
    "gradient_field": lambda f, a, b, c, d: gradbook.gradient_field(f, a, b, h=c, order=d),
    "gradient_field, one": lambda f, a, b, c, d: gradbook.gradient_field(f, a),
    "check_gradient": lambda f, a, b, c, d: gradbook.check_gradient(f, f, a, tolerance=b, h=c),
    "gradient_descent": lambda f, a, b, c, d: gradbook.gradient_descent(
        f, a, lr=b, steps=small(c), tolerance=d
    ),
    "minimize": lambda f, a, b, c, d: gradbook.minimize(f, a, b, steps=3, gradient=c),
    "SGD": lambda f, a, b, c, d: gradbook.SGD(a).step(b, c, d),
    "Adam": lambda f, a, b, c, d: gradbook.Adam(0.1, a, b, c),
    "softmax": lambda f, a, b, c, d: gradbook.softmax(a),
    "cross_entropy": lambda f, a, b, c, d: gradbook.cross_entropy(a, b),
    "one_hot": lambda f, a, b, c, d: gradbook.one_hot(a, small(b)),
    "TwoLayerNet": lambda f, a, b, c, d: gradbook.TwoLayerNet(a, b, c),
    "SimpleNet": lambda f, a, b, c, d: NETS[0].gradient(a, b, c),
    "predict": lambda f, a, b, c, d: NETS[1].loss(a, b, c),
    "gradient": lambda f, a, b, c, d: NETS[1].gradient(NETS[1].initial(rng=0), a, b),
    "accuracy": lambda f, a, b, c, d: NETS[1].accuracy(NETS[1].initial(rng=0), a, b),
    "mini_batches": lambda f, a, b, c, d: dealt(a, b, c),
    "train": lambda f, a, b, c, d: gradbook.train(
        NETS[1], a, b, OPTIMIZERS[0], epochs=small(c), batch_size=d
    ),
    "train, what": lambda f, a, b, c, d: gradbook.train(a, b, c, d, epochs=1),
    "load_digits": lambda f, a, b, c, d: gradbook.load_digits(validation=a),
    "load_mnist": lambda f, a, b, c, d: mnist(a, b),
    "grad": lambda f, a, b, c, d: gradbook.grad(f)(a),
    "jvp": lambda f, a, b, c, d: gradbook.jvp(f, a, b),
    "Dual": lambda f, a, b, c, d: gradbook.Dual(a, b) * gradbook.Dual(0.5, 1.0),
    "hessian": lambda f, a, b, c, d: gradbook.hessian(f, a, h=b),
    "newton_step": lambda f, a, b, c, d: gradbook.newton_step(a, b),
    "newton_descent": lambda f, a, b, c, d: gradbook.newton_descent(f, a, steps=2, tolerance=b),
    "backtracking": lambda f, a, b, c, d: gradbook.backtracking(f, a, b, lr=c, shrink=d),
    "line_search_descent": lambda f, a, b, c, d: gradbook.line_search_descent(f, a, steps=2, c=b),
    "AdamW": lambda f, a, b, c, d: gradbook.AdamW(0.1, weight_decay=a).step(b, c, d),
    "schedules": lambda f, a, b, c, d: (
        gradbook.SGD(gradbook.warm_up(gradbook.cosine_decay(a, b, c), d)).step([1.0], [1.0]),
    ),
    "schedules, decay": lambda f, a, b, c, d: (
        gradbook.step_decay(a, b, c)(2),
        gradbook.inverse_decay(a, d)(2),
    ),
    "sigmoid, relu": lambda f, a, b, c, d: (gradbook.sigmoid(a), gradbook.relu(b)),
    "Network": lambda f, a, b, c, d: gradbook.Network((2, 3, 2), a, b),
    "Network, gradient": lambda f, a, b, c, d: NETS[3].backward(NETS[3].initial(rng=0), a, b),
    "landscape": lambda f, a, b, c, d: (gradbook.himmelblau(a), gradbook.plateau.gradient(b)),
    "near": lambda f, a, b, c, d: tasks.near("a", a, b, c),
}


@pytest.mark.filterwarnings("ignore:f returned the same value:RuntimeWarning")
@pytest.mark.parametrize("name", CALLS)
def test_what_comes_in_gives_a_result_or_a_sentence(name):
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(FUNCTIONS, VALUES, VALUES, VALUES, VALUES)
    def run(f, a, b, c, d):
        kept = [value.copy() if isinstance(value, np.ndarray) else value for value in (a, b, c, d)]
        try:
            with warnings.catch_warnings():
                # a warning from within f is f's own
                warnings.filterwarnings("ignore", module=r"tests\.gradbook")
                CALLS[name](f, a, b, c, d)
        except (TypeError, ValueError, AssertionError) as error:
            *_, place = traceback.extract_tb(error.__traceback__)
            # f's own error, or what `mnist` makes of a file that is not there
            is_own = place.filename == __file__
            # what NumPy raises in C stands on a line of ours, too, but is no sentence of ours
            if not is_own and not (
                place.filename.startswith(HOME) and place.line.startswith("raise")
            ):
                pytest.fail(f"not our sentence: {type(error).__name__}: {error}")
        for before, after in zip(kept, (a, b, c, d), strict=True):
            if isinstance(before, np.ndarray) and before.dtype != object:
                np.testing.assert_array_equal(before, after)

    run()
