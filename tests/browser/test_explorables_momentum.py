"""The map of η and β: rates as the formulas give, paths that are gradbook's, words that hold."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import Momentum, Nesterov, minimize, ravine
from tests.browser.explorables import (
    SCRIPTS,
    assert_follows,
    explorables,
    in_turn,
    open_explorable,
    run,
)
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("momentum"))
KOREAN = explorables("momentum")[0]  # numbers do not depend on the language

MAKERS = {"Momentum": Momentum, "Nesterov": Nesterov}
Z = [0.02, 0.05, 0.2, 0.36, 1, 1.34, 1.38, 2.67, 3, 3.8, 4]
BETA = [0, 0.25, 0.4, 0.5, 0.9, 0.99]
GRID = [(z, beta) for z in Z for beta in BETA]


def equation(name: str, z: float, beta: float) -> tuple[float, float]:
    """Sum and product of the roots, with the operations of the page's snippet in its order."""
    if name == "Momentum":
        return 1 + beta - z, beta
    return (1 + beta) * (1 - z), beta * (1 - z)


def rate(name: str, z: float, beta: float) -> float:
    total, product = equation(name, z, beta)
    D = total**2 - 4 * product
    return np.sqrt(abs(product)) if D < 0 else (abs(total) + np.sqrt(D)) / 2


def path(name: str, lr: float, beta: float, steps: int) -> np.ndarray:
    with np.errstate(all="ignore"):  # some diverge
        optimizer = MAKERS[name](lr, beta=beta)
        return minimize(ravine, [-7, 2], optimizer, steps=steps, gradient=ravine.gradient).path


@pytest.mark.parametrize("name", MAKERS)
def test_the_rate_is_the_snippets_to_the_last_bit_and_the_size_of_the_larger_root(scripts, name):
    told = run(scripts, "momentum-rates", f"given.map((at) => m.motion('{name}', ...at))", GRID)
    for (z, beta), ours in zip(GRID, told, strict=True):
        assert ours["rate"] == rate(name, z, beta)
        total, product = equation(name, z, beta)
        roots = np.roots([1, -total, product])
        # a double root is as exact as the square root of a number's last bit
        assert ours["rate"] == pytest.approx(np.abs(roots).max(initial=0), abs=1e-7)
        larger = roots[np.abs(roots).argmax()] if roots.size else 0
        way = "swings" if np.iscomplex(larger) else "creeps" if larger > 0 else "hops"
        if abs(total**2 - 4 * product) > 1e-12:
            assert ours["way"] == way
        if ours["rate"] == 0:
            assert ours["way"] == "arrives"


@pytest.mark.parametrize("name", MAKERS)
def test_the_path_is_gradbooks_to_the_last_bit(scripts, name):
    call = f"given.map(([z, beta]) => m.descent('{name}', z / 2, beta).slice(0, 151))"
    told = run(scripts, "momentum-rates", call, GRID)
    for (z, beta), ours in zip(GRID, told, strict=True):
        theirs = path(name, z / 2, beta, 150)
        np.testing.assert_array_equal(ours[: len(theirs)], theirs)


@pytest.mark.parametrize("name", MAKERS)
def test_the_path_as_it_is_measured_shrinks_or_grows_at_the_rate_of_the_formula(scripts, name):
    call = f"given.map(([z, beta]) => m.measured(m.descent('{name}', z / 2, beta)))"
    for (z, beta), ours in zip(GRID, run(scripts, "momentum-rates", call, GRID), strict=True):
        expected = max(rate(name, z, beta), rate(name, z / 20, beta))
        assert ours == pytest.approx(expected, rel=0.005), (z, beta)


@pytest.mark.parametrize("name", MAKERS)
def test_what_is_measured_is_what_numpy_fits_to_gradbooks_path(scripts, name):
    settings = [(1, 0.9), (2.68, 0.4), (0.5, 0.64)]  # none diverges
    call = f"given.map(([z, beta]) => m.measured(m.descent('{name}', z / 2, beta)))"
    for (z, beta), ours in zip(
        settings, run(scripts, "momentum-rates", call, settings), strict=True
    ):
        sizes = np.log10(np.hypot(*path(name, z / 2, beta, 1000).T))
        kept = sizes[: np.argmin(sizes > -150) or None]
        later = kept[len(kept) // 2 :]
        fit = np.polyfit(np.arange(len(later)), later, 1)
        assert ours == pytest.approx(10 ** fit[0], rel=1e-9)


SAYS = {
    "ko": {"swings": "흔들림", "creeps": "기어감", "hops": "건너뜀", "diverges": "발산합니다",
           "border": "발산하지도"},
    "en": {"swings": "swings", "creeps": "creeps", "hops": "hops", "diverges": "Diverges",
           "border": "nor diverges"},
}  # fmt: skip


def told(tab) -> str:
    """What the status says, with ordinary spaces."""
    return tab.panel.locator(".status p").first.text_content().replace("\u00a0", " ")


def told_rates(tab) -> list[float]:
    """The rate by the formula and the one that is measured: the last two numbers told."""
    text = tab.panel.locator(".status p").first.text_content()
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", text)[-2:]]


@IN_TURN
def test_the_keyboard_does_what_the_chapter_says(browser, address, explorable):
    says = SAYS[explorable.language]
    with open_explorable(browser, address, explorable) as tab:
        knob = tab.drawing.locator(".handle:visible")
        expect(knob).to_have_attribute("aria-valuetext", "η = 0.5, β = 0.9")
        assert f"x₀: {says['swings']}, x₁: {says['swings']}" in told(tab)
        # 1. lower β at ηL = 1: the rate falls as long as both swing
        rates = [told_rates(tab)[0]]
        for _ in range(45):
            knob.press("ArrowDown")
            rates.append(told_rates(tab)[0])
            swings = f"x₀: {says['swings']}" in told(tab)
            assert swings == (rates[-1] < rates[-2])
            assert swings or f"x₀: {says['creeps']}" in told(tab)
        expect(knob).to_have_attribute("aria-valuetext", "η = 0.5, β = 0")
        assert min(rates) == pytest.approx(0.787, abs=1e-3)
        # 2. over the thick line
        for _ in range(5):
            knob.press("Shift+ArrowRight")
        for _ in range(3):
            knob.press("ArrowRight")
        assert says["diverges"] in told(tab)
        assert "2(1 + β) = 2" in told(tab)
        for _ in range(3):
            knob.press("ArrowLeft")
        assert says["border"] in told(tab)
        knob.press("ArrowLeft")
        assert f"x₀: {says['creeps']}, x₁: {says['hops']}" in told(tab)
        tab.panel.get_by_role("radio").nth(1).press("Space")
        knob.press("Shift+ArrowUp")
        assert says["diverges"] in told(tab)
        assert "2(1 + β)/(1 + 2β) = 1.714" in told(tab)
        # 3. next to the best setting, which is the next section's
        tab.panel.get_by_role("radio").nth(0).press("Space")
        for _ in range(4):
            knob.press("Shift+ArrowRight")
        knob.press("Shift+ArrowUp")
        expect(knob).to_have_attribute("aria-valuetext", "η = 1.39, β = 0.4")
        knob.press("ArrowUp")
        for _ in range(6):
            knob.press("ArrowLeft")
        expect(knob).to_have_attribute("aria-valuetext", "η = 1.33, β = 0.42")
        formula, found = told_rates(tab)
        best = (np.sqrt(20) - 1) / (np.sqrt(20) + 1)
        assert best < formula < best + 0.02
        assert found == pytest.approx(formula, abs=0.01)


def places(tab, selector: str) -> np.ndarray:
    """The points of a path in (c), in its data."""
    script = f"""(path) => import('{SCRIPTS}/plane.js').then((m) => {{
      const plane = new m.Plane(path.ownerSVGElement);
      return path.getAttribute("d").match(/[-\\d.]+,[-\\d.]+/g)
        .map((place) => plane.from(...place.split(",").map(Number)));
    }})"""
    return np.array(tab.drawing.locator("svg").nth(2).locator(selector).evaluate(script))


def test_the_drawn_path_is_that_of_the_setting(browser, address):
    with open_explorable(browser, address, KOREAN) as tab:
        drawn = places(tab, ".trail path:not(.dots)")
        assert_follows(drawn, path("Momentum", 0.5, 0.9, 60), atol=0.01)
        tab.panel.get_by_role("radio").nth(1).press("Space")
        tab.drawing.locator(".handle:visible").press("Shift+ArrowDown")
        drawn = places(tab, ".trail path:not(.dots)")
        assert_follows(drawn, path("Nesterov", 0.5, 0.7, 60), atol=0.01)


def test_the_point_is_dragged_and_goes_where_the_map_is_pressed(browser, address):
    with open_explorable(browser, address, KOREAN) as tab:
        knob = tab.drawing.locator(".handle:visible")
        box = knob.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        tab.mouse.move(x, y)
        tab.mouse.down()
        tab.mouse.move(x + 5000, y - 5000, steps=4)
        tab.mouse.up()
        expect(knob).to_have_attribute("aria-valuetext", "η = 2, β = 0.99")
        box = tab.drawing.locator("svg:visible").first.bounding_box()
        tab.mouse.click(box["x"] + 0.5 * box["width"], box["y"] + 0.5 * box["height"])
        expect(knob).not_to_have_attribute("aria-valuetext", "η = 2, β = 0.99")
