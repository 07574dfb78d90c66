"""The ball that is dropped goes where gradbook's descent goes, and ends as its chapter says."""

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import gradient_descent, himmelblau, plateau, ravine, saddle
from tests.browser.explorables import PHONE, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("drop"))

GROUNDS = {  # as the page's snippet has them: landscape, factor
    "himmelblau": (himmelblau, 0.002),
    "saddle": (saddle, 0.05),
    "ravine": (ravine, 0.05),
    "plateau": (plateau, 0.1),
}
STARTS = [[0.1, 3], [0, 3], [2, 0], [-1.5, 2], [0, 0], [2.9, -0.4], [-0.3, -0.9], [1.6, 1.1]]
FALL = """given.map(([key, start]) =>
  m.fall(key, start, ([a, b]) => Math.abs(a) < 9 && Math.abs(b) < 9))"""


@pytest.mark.parametrize("name", GROUNDS)
def test_the_ball_goes_gradbooks_way(scripts, name):
    f, factor = GROUNDS[name]
    kinds = set()
    told = run(scripts, "fall", FALL, [[name, start] for start in STARTS])
    for start, ours in zip(STARTS, told, strict=True):
        path = gradient_descent(f, start, lr=factor, steps=1000, gradient=f.gradient).path
        if name == "plateau":  # exp differs in its last bit
            np.testing.assert_allclose(ours["path"], path, rtol=1e-12, atol=1e-12)
        else:
            np.testing.assert_array_equal(ours["path"], path)
        end = path[-1]
        far = min((np.hypot(*(end - m)) for m in f.minima), default=np.inf)
        length = np.linalg.norm(f.gradient(end))
        kind = ours["kind"]
        assert (kind == "left") == bool(np.any(abs(end) >= 9))
        assert (kind == "arrived") == bool(far < 0.01)
        assert (kind == "stopped") == bool(length < 1e-3 and far >= 0.01)
        if f.minima:
            assert ours["far"] == pytest.approx(far, rel=1e-9, abs=1e-12)
        kinds.add(kind)
    assert kinds <= {"left", "arrived", "stopped", "rolling"}
    assert len(kinds) > 1 or name == "himmelblau"


SAYS = {
    "ko": {"A": "별 A에", "B": "별 B에", "star": "별에 닿", "left": "밖으로", "stopped": "멈춘 듯",
           "rolling": "아직 굴러"},
    "en": {"A": "star A", "B": "star B", "star": "the star", "left": "out of the picture",
           "stopped": "hardly moves", "rolling": "still rolling"},
}  # fmt: skip


@IN_TURN
def test_the_keyboard_does_what_the_chapter_says(browser, address, explorable):
    says = SAYS[explorable.language]
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        line = tab.panel.locator(".status p").first
        start = tab.drawing.locator(".handle:visible")

        def ends(how: str, *keys: str) -> None:
            for key in keys:
                start.press(key)
            expect(line).to_contain_text(says[how])

        def pick(number: int) -> None:
            tab.panel.get_by_role("radio").nth(number).press("Space")
            expect(tab.drawing.locator("> svg:visible")).to_contain_text(f"({'abcd'[number]})")

        # 1. a ridge
        ends("A")
        ends("B", "ArrowLeft")
        # 2. a saddle point
        pick(1)
        ends("left")
        ends("stopped", "ArrowDown")
        ends("left", "ArrowDown")
        ends("left", "ArrowUp", "ArrowUp")
        # 3. the ravine
        pick(2)
        ends("rolling")
        expect(line).to_contain_text("0.047")
        ends("star", *["Shift+ArrowRight"] * 5, *["ArrowRight"] * 5)
        assert start.get_attribute("aria-valuetext") == "x₀ = −1.5, x₁ = 2"
        ends("rolling", "ArrowLeft")
        # 4. the plateau
        pick(3)
        ends("star")
        ends("star", *["ArrowRight"] * 8)
        assert start.get_attribute("aria-valuetext") == "x₀ = 2.8, x₁ = 0"
        ends("rolling", "ArrowRight")


@IN_TURN
def test_the_ball_rolls_from_where_a_finger_taps_and_then_says_where_it_ended(
    browser, address, explorable
):
    with open_explorable(browser, address, explorable, **PHONE) as tab:
        drawing = tab.drawing.locator("> svg:visible")
        box = drawing.bounding_box()
        line = tab.panel.locator(".status p").first
        line.evaluate("""(line) => {
          window.said = []; // the roll may end before one looks
          const note = () => window.said.push(line.textContent);
          new MutationObserver(note).observe(line, { childList: true, subtree: true });
        }""")
        tab.touchscreen.tap(box["x"] + 0.75 * box["width"], box["y"] + 0.4 * box["height"])
        expect(line).to_contain_text("f < 1e−16".replace(" ", "\u00a0"))
        expect(line).to_contain_text(SAYS[explorable.language]["A"])
        first = tab.evaluate("window.said[0]")
        assert ("멈출까요" if explorable.language == "ko" else "Where") in first
