"""The optimizers of the race go gradbook's way to the last bit."""

import numpy as np
import pytest

from gradbook import (
    SGD,
    AdaGrad,
    Adam,
    Momentum,
    Nesterov,
    RMSProp,
    himmelblau,
    ravine,
    rosenbrock,
)
from tests.browser.explorables import run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium

MAKERS = {make.__name__: make for make in (SGD, Momentum, Nesterov, AdaGrad, RMSProp, Adam)}
STEPS = 200
GROUNDS = {  # as the page's snippet has them
    "ravine": (ravine, [-7, 2], [0.8, 0.05, 0.5, 5, 0.1, 0.2]),
    "himmelblau": (himmelblau, [1, 5], [0.01, 0.005, 0.005, 1, 0.02, 0.1]),
    "rosenbrock": (rosenbrock, [-1.2, 1], [0.001, 0.001, 0.001, 1, 0.1, 0.3]),
}
STARTS = [[0, 5], [1.5, -0.5], [0, 0], [-4, 0], [3.3, -2.7]]
RATES = [1e-3, 0.03, 0.8, 5]  # from creeping to diverging


def states(f, start, optimizer, steps=STEPS) -> list[dict]:
    """Where gradbook is after each step, and what it remembers; None for what is not finite."""
    x, memory = np.array(start, float), {}
    kept = [{"x": x}]
    with np.errstate(all="ignore"):  # some diverge
        for _ in range(steps):
            x, memory = optimizer.step(x, f.gradient(x), memory)
            kept.append({"x": x, **memory})
    return [
        {
            name: [float(n) if np.isfinite(n) else None for n in np.broadcast_to(numbers, 2)]
            for name, numbers in state.items()
        }
        for state in kept
    ]


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_optimizer_goes_gradbooks_way_to_the_last_bit(scripts, ground, name):
    f, start, rates = GROUNDS[ground]
    suited = rates[list(MAKERS).index(name)]
    grid = [[at, rate] for at in [start, *STARTS] for rate in [suited, *RATES]]
    scripts.evaluate(
        "import('/assets/javascripts/explorables/landscapes.js')"
        f".then((m) => {{ window.landscape = m.{ground}; }})"
    )
    race = f"m.run(m.formulas.{name}(rate), landscape.gradient, start, {STEPS})"
    told = run(scripts, "optimizers", f"given.map(([start, rate]) => {race})", grid)
    apart, away = [], 0
    for (at, rate), both in zip(grid, told, strict=True):
        theirs = states(f, at, MAKERS[name](rate))
        ours = [{part: [a[part], b[part]] for part in a} for a, b in both]
        apart += [(at, rate)] if ours != theirs else []
        away += None in theirs[-1]["x"]
    assert apart == []
    assert away > 0 or ground == "ravine" or name in ("AdaGrad", "RMSProp", "Adam")
