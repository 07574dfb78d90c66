"""The scores: probabilities, loss and slopes are gradbook's, and do what the chapter says."""

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import cross_entropy, one_hot, softmax
from tests.browser.explorables import explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("scores"))
ONE = pytest.mark.parametrize("explorable", explorables("scores")[:1], ids=str)  # no words


def test_loss_and_slopes_are_gradbooks(scripts):
    rng = np.random.default_rng(0)
    given = [
        [(size * rng.standard_normal(3)).tolist(), t] for size in (0.1, 1, 1000) for t in range(3)
    ]
    told = run(
        scripts,
        "network",
        "given.map(([z, t]) => [m.softmax(z), m.slopes(z, t), m.crossEntropy(z, t)])",
        given,
    )
    for (z, t), (y, slopes, loss) in zip(given, told, strict=True):
        near = {"rtol": 1e-12, "atol": 1e-12}
        np.testing.assert_allclose(y, softmax(np.array(z)), **near)
        np.testing.assert_allclose(slopes, softmax(np.array(z)) - one_hot(t, 3), **near)
        np.testing.assert_allclose(loss, cross_entropy(z, t), **near)


def shown(tab) -> np.ndarray:
    """The rows of the table: z, y, t and y − t."""
    cells = tab.panel.locator("td").all_inner_texts()
    return np.reshape([float(cell.replace("−", "-")) for cell in cells], (4, 3))


def assert_shows(tab, z, truth: int) -> None:
    """The table, the bars and the loss are gradbook's for these scores."""
    y, t = softmax(np.array(z, float)), one_hot(truth, 3)
    loss = f"{cross_entropy(z, truth):.4g}"
    expect(tab.panel.locator(".status p").first).to_contain_text(f"L = {loss}")
    rows = shown(tab)
    np.testing.assert_allclose(rows[0], z, rtol=0, atol=0.00501)
    np.testing.assert_allclose(rows[1:], [y, t, y - t], rtol=0, atol=0.501e-4)
    heights = "(all) => all.map((bar) => Number(bar.getAttribute('height')))"
    bars = tab.drawing.locator("svg").nth(1).locator(".bars rect").evaluate_all(heights)
    np.testing.assert_allclose(np.divide(bars, sum(bars)), y, rtol=0, atol=1e-9)


@IN_TURN
def test_the_keyboard_does_what_the_chapter_says(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        knobs = tab.drawing.locator(".handle").all()
        step, reset = tab.panel.get_by_role("button").all()
        assert_shows(tab, [2, 1, -1], 1)
        # 1. the true score to the top and to the bottom
        for _ in range(5):
            knobs[1].press("Shift+ArrowUp")
        assert_shows(tab, [2, 6, -1], 1)
        assert cross_entropy([2, 6, -1], 1) < 0.02
        for _ in range(12):
            knobs[1].press("Shift+ArrowDown")
        assert_shows(tab, [2, -6, -1], 1)
        # 2. equal scores, wherever they are
        for knob, keys in zip(
            knobs, (["ArrowDown"], ["ArrowUp"] * 7, ["ArrowUp"] * 2), strict=True
        ):
            for key in keys:
                knob.press(f"Shift+{key}")
        assert_shows(tab, [1, 1, 1], 1)
        expect(tab.panel.locator(".spoken")).to_contain_text("1.099")
        # 3. another truth
        reset.press("Enter")
        tab.panel.get_by_role("radio").nth(2).press("Space")
        assert_shows(tab, [2, 1, -1], 2)
        # 4. down along the arrows
        reset.press("Enter")
        z = np.array([2.0, 1.0, -1.0])
        assert_shows(tab, z, 1)
        losses = [cross_entropy(z, 1)]
        for _ in range(4):
            z = z - (softmax(z) - one_hot(1, 3))
            step.press("Enter")
            assert_shows(tab, z, 1)
            losses.append(cross_entropy(z, 1))
            assert z.sum() == pytest.approx(2)
        assert np.all(np.diff(losses) < 0)
        assert np.all(np.diff(losses, 2) > 0)


@ONE
def test_a_score_is_dragged_up_and_down_only(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        knob = tab.drawing.locator(".handle").first
        before = knob.get_attribute("transform").split(",")
        knob.hover()
        tab.mouse.down()
        tab.mouse.move(2000, 10, steps=4)
        tab.mouse.up()
        expect(knob).to_have_attribute("aria-valuetext", "6")
        assert knob.get_attribute("transform").split(",")[0] == before[0]
        assert_shows(tab, [6, 1, -1], 1)
