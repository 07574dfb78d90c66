"""Each explorable by a finger in Firefox; test_explorables.py has one in Chromium.

WebKitGTK's driver makes a mouse of a finger; what a real one tells there is in that file, too.
"""

import pytest

from tests.browser.explorables import explorables, in_turn
from tests.browser.finger import phone
from tests.browser.harness import needs_firefox

pytestmark = [needs_firefox, pytest.mark.everything]
NAMES = [one.name for one in explorables() if one.language == "ko"]

# What can be touched of a kind, brought to the middle of the screen one after the other.
MIDDLE = """(selector, n) => {
  const one = document.querySelectorAll(selector)[n];
  if (!one.checkVisibility() || one.disabled) return null;
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = one.getBoundingClientRect();
  const share = one.type === "range" ? (one.value - one.min) / (one.max - one.min) : 0.5;
  window.pressed = 0;
  one.addEventListener("click", () => window.pressed++, { once: true });
  return [x + (one.type === "range" ? 12 + share * (width - 24) : width / 2), y + height / 2];
}"""
# Where the figure is on the screen, whatever has become of lines above: Firefox now and then sets a
# formula anew, and scrolls by what its line has lost.
STATE = """(selector, figure) => [
  Math.round(document.querySelector(figure).getBoundingClientRect().top),
  ...[...document.querySelectorAll(selector)]
    .map((one) => [one.value, one.getAttribute("transform"), one.ariaValueText].join())]"""
LISTEN = """() => {
  window.kinds = [];
  addEventListener("pointerdown", ({ pointerType }) => window.kinds.push(pointerType), true);
}"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory):
    with phone(tmp_path_factory.mktemp("firefox")) as page:
        yield page


def touchable(firefox, selector):
    """The middles of what can be touched, each as it is asked for."""
    count = firefox.evaluate("(selector) => document.querySelectorAll(selector).length", selector)
    for n in range(count):
        if middle := firefox.evaluate(MIDDLE, selector, n):
            yield middle


@pytest.mark.parametrize("explorable", [one for name in NAMES for one in in_turn(name)])
def test_a_finger_moves_every_mark_and_slider_and_presses_every_button(
    firefox, address, explorable
):
    firefox.goto(address + explorable.path)
    panel = f"book-{explorable.name}"
    firefox.wait_for("(panel) => document.querySelector(panel + '[data-ready]') !== null", panel)
    firefox.evaluate(LISTEN)
    figure = f"#{explorable.figure}"
    marks = f"{figure} :is(.handle, .grip), {panel} input[type=range]"
    moved = 0
    for x, y in touchable(firefox, marks):
        before = firefox.evaluate(STATE, marks, figure)
        firefox.swipe(x, y, -40 if x > 180 else 40, -30 if y > 370 else 30)
        after = firefox.evaluate(STATE, marks, figure)
        assert after[0] == before[0], "the figure has moved"
        assert after != before
        moved += 1
    for x, y in touchable(firefox, f"{panel} button"):
        firefox.swipe(x, y, 0, 0)
        assert firefox.evaluate("() => window.pressed") == 1
        moved += 1
    assert moved
    assert {*firefox.evaluate("() => window.kinds")} == {"touch"}
