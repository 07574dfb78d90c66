"""One weight: its numbers are gradbook's, and the chapter's instructions lead where they say."""

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import SimpleNet, numerical_gradient, softmax
from tests.browser.explorables import explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium

IN_TURN = pytest.mark.parametrize("explorable", in_turn("one-weight"))
ONE = pytest.mark.parametrize("explorable", explorables("one-weight")[:1], ids=str)  # no words
W = np.array([[0.19628444, -0.79478232, 1.45904177], [0.27076211, 0.01052753, 0.49565257]])
X, T = [0.6, 0.9], 2
NET = SimpleNet()


def test_the_network_is_gradbooks(scripts):
    given = []
    for scale in [0.1, 1.0, 10.0, 1000.0]:  # far out the exponentials of the others are 0
        rng = np.random.default_rng(int(scale * 10))
        for t in range(3):
            given += [[(scale * NET.initial(rng=rng)).tolist(), rng.normal(size=2).tolist(), t]]
    told = run(
        scripts,
        "network",
        "given.map(([W, x, t]) => ({ z: m.predict(W, x), y: m.softmax(m.predict(W, x)),"
        " loss: m.loss(W, x, t), dW: m.gradient(W, x, t),"
        " moved: m.descend(W, m.gradient(W, x, t), 0.1) }))",
        given,
    )
    for (weights, x, t), ours in zip(given, told, strict=True):
        z = NET.predict(weights, x)
        dW = NET.gradient(weights, x, t)
        near = {"rtol": 1e-12, "atol": 1e-12}
        np.testing.assert_allclose(ours["z"], z, **near)
        np.testing.assert_allclose(ours["y"], softmax(z), **near)
        np.testing.assert_allclose(ours["loss"], NET.loss(weights, x, t), **near)
        np.testing.assert_allclose(ours["dW"], dW, **near)
        np.testing.assert_allclose(ours["moved"], np.array(weights) - 0.1 * dW, **near)


def test_the_numerical_entries_are_gradbooks(scripts):
    """Both divide losses that differ in their last bits by the same 2h ≈ 1e-5."""
    expression = "given.map((W) => W.map((row, i) => row.map((_, k) => "
    expression += "m.numerical(W, [0.6, 0.9], 2, i, k))))"
    weights = [(scale * W).tolist() for scale in (0.1, 1.0, 5.0)]
    for V, ours in zip(weights, run(scripts, "network", expression, weights), strict=True):
        theirs = numerical_gradient(lambda V: NET.loss(V, X, T), V)
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-9)


def shown(tab) -> dict:
    """The numbers under the drawing."""
    numbers = "(cells) => cells.map((c) => Number(c.textContent.replace('−', '-')))"
    W, dW = (
        np.reshape(tab.panel.locator(where).evaluate_all(numbers), (2, 3))
        for where in (".choice .entry", ".matrices td")
    )
    z, y = np.reshape(tab.panel.locator("> table td").evaluate_all(numbers), (2, 3))
    return {"W": W, "dW": dW, "z": z, "y": y}


def turned(i: int, k: int, by: float) -> np.ndarray:
    """W with one entry changed."""
    weights = W.copy()
    weights[i, k] += by
    return weights


def assert_shows(tab, weights) -> None:
    """What is shown is what gradbook says of these weights, to the decimals shown."""
    tab.wait_for_function(
        "(w) => document.querySelector('.choice .entry').textContent.replace('−', '-') == w",
        arg=f"{weights[0, 0]:.4f}",
    )
    z = NET.predict(weights, X)
    theirs = {"W": weights, "dW": NET.gradient(weights, X, T), "z": z, "y": softmax(z)}
    for name, numbers in shown(tab).items():
        np.testing.assert_allclose(numbers, theirs[name], rtol=0, atol=0.5001e-4, err_msg=name)


@ONE
def test_it_begins_with_the_still_figure(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        assert_shows(tab, W)
        both = tab.panel.locator(".both")
        expect(both).to_contain_text("0.14820696")
        expect(tab.panel.locator(".status p").first).to_contain_text("0.438264")
        drawn = "(where) => document.querySelector(where).getAttribute('height') / 1"
        bars = [tab.evaluate(drawn, f".bars rect:nth-of-type({k})") for k in (1, 2, 3)]
        np.testing.assert_allclose(np.array(bars) / sum(bars), softmax(NET.predict(W, X)))


@IN_TURN
def test_the_keyboard_does_what_the_chapter_says(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        line = tab.panel.locator(".status p").first
        # 1. one press raises w₁₁ by 0.01, and the loss by what the chapter has measured
        tab.panel.get_by_role("radio").first.focus()
        tab.keyboard.press("Tab")
        tab.keyboard.press("ArrowRight")
        assert_shows(tab, turned(0, 0, 0.01))
        expect(line).to_contain_text("+0.001485")
        expect(tab.panel.get_by_role("slider")).to_have_attribute("aria-valuetext", "+0.01")
        # 2. to the right end and to the left end
        tab.keyboard.press("End")
        assert_shows(tab, turned(0, 0, 3))
        tab.keyboard.press("Home")
        assert_shows(tab, turned(0, 0, -3))
        # Exercise 1: of all six, 0.01 more of w₂₃ lowers the loss the most
        tab.keyboard.press("Shift+Tab")
        for _ in range(5):
            tab.keyboard.press("ArrowRight")
        assert_shows(tab, W)  # the one that was changed is back in its place
        tab.keyboard.press("Tab")
        tab.keyboard.press("ArrowRight")
        weights = turned(1, 2, 0.01)
        rise = NET.loss(weights, X, T) - NET.loss(W, X, T)
        expect(line).to_contain_text(f"{rise:+.6f}".replace("-", "−"))
        # 4. all six at once, from where they stand
        tab.keyboard.press("Tab")
        for n in range(1, 4):
            before = NET.loss(weights, X, T)
            weights = weights - NET.gradient(weights, X, T)
            tab.keyboard.press("Enter")
            assert_shows(tab, weights)
            after = NET.loss(weights, X, T)
            expect(line).to_contain_text(f"{after:.6f}")
            expect(line).to_contain_text(f"−{before - after:.6f}".rstrip("0"))
            expect(line).to_contain_text(str(n))
        tab.keyboard.press("Tab")
        tab.keyboard.press("Enter")
        assert_shows(tab, W)


@ONE
def test_the_dot_on_the_curve_can_be_dragged(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        box = tab.drawing.locator(".grip").bounding_box()
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        tab.mouse.move(*middle)
        tab.mouse.down()
        tab.mouse.move(middle[0] + 400, middle[1], steps=5)  # farther than the slider goes
        tab.mouse.up()
        assert_shows(tab, turned(0, 0, 3))
