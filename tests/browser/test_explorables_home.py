"""The ball of the home page rolls where gradbook's descent goes."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import bowl, gradient_descent
from tests.browser.explorables import assert_follows, explorables, in_turn, open_explorable
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("home"))
ONE = pytest.mark.parametrize("explorable", explorables("home")[:1], ids=str)  # no words

PLACES = """async (svg) => {
  const { Plane } = await import("/assets/javascripts/explorables/plane.js");
  const plane = new Plane(svg);
  const places = svg.querySelector(".roll path").getAttribute("d").slice(1).split("L");
  return places.map((place) => plane.from(...place.split(",").map(Number)));
}"""


def rolled(tab) -> np.ndarray:
    """The points of the trail, to a hundredth of a unit of the SVG."""
    return np.array(tab.drawing.locator("svg").evaluate(PLACES))


def descent(start) -> np.ndarray:
    return gradient_descent(bowl, start, lr=0.02, steps=180, gradient=bowl.gradient).path


@IN_TURN
def test_the_ball_rolls_down_from_where_it_is_put(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        square = tab.drawing.locator(".handle")
        square.focus()
        tab.keyboard.press("Shift+ArrowLeft")
        tab.keyboard.press("ArrowDown")
        expect(square).to_have_attribute(
            "aria-valuetext", re.compile(r"^x₀ = −1, x₁ = 1\.75, f = 4\.0625$")
        )
        end = descent([-1, 1.75])[-1]
        for _ in range(200):
            if np.allclose(rolled(tab)[-1], end, rtol=0, atol=1e-3):
                break
            tab.wait_for_timeout(50)
        assert_follows(rolled(tab), descent([-1, 1.75]), atol=1e-3)


@ONE
def test_it_rolls_from_where_the_picture_is_pressed(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        box = tab.drawing.locator("svg").bounding_box()
        tab.mouse.click(box["x"] + 0.3 * box["width"], box["y"] + 0.7 * box["height"])
        said = tab.drawing.locator(".handle").get_attribute("aria-valuetext")
        start = [float(n.replace("−", "-")) for n in re.findall(r"= (−?[\d.]+)", said)[:2]]
        assert start[0] < 0
        assert start[1] < 0
        assert_follows(rolled(tab), descent(start), atol=0.01)


@ONE
def test_a_start_that_is_dragged_while_the_ball_rolls_takes_it_along(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        start = tab.drawing.locator(".handle")
        start.focus()
        tab.keyboard.press("ArrowLeft")  # it rolls
        plane, grip = tab.drawing.locator("svg").bounding_box(), start.bounding_box()
        tab.mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
        tab.mouse.down()
        tab.mouse.move(plane["x"] + plane["width"] / 2, plane["y"] + plane["height"] / 2, steps=9)
        tab.wait_for_timeout(300)
        tab.mouse.up()
        assert tab.complaints == []


@ONE
def test_trail_and_ball_go_along_with_a_drag(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        square = tab.drawing.locator(".handle")
        square.hover()
        tab.mouse.down()
        box = tab.drawing.locator("svg").bounding_box()
        starts = set()
        for part in range(10):
            tab.mouse.move(box["x"] + (0.4 + part / 200) * box["width"], box["y"] + 100)
            tab.evaluate("new Promise(requestAnimationFrame)")
            starts.add(square.get_attribute("aria-valuetext"))
            assert np.abs(rolled(tab)[-1]).max() < 0.01  # the whole way, to the lowest point
        tab.mouse.up()
        assert len(starts) == 10  # not only where the arrow keys go
        said = square.get_attribute("aria-valuetext")
        start = [float(n.replace("−", "-")) for n in re.findall(r"= (−?[\d.]+)", said)[:2]]
        assert_follows(rolled(tab), descent(start), atol=0.01)


@ONE
def test_it_is_still_for_who_asks_for_less_motion(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        tab.evaluate("""() => {
          window.changes = 0;
          new MutationObserver(() => window.changes++)
            .observe(document.querySelector(".explored"), { subtree: true, attributes: true });
        }""")
        for _ in range(10):
            tab.evaluate("new Promise(requestAnimationFrame)")
        assert tab.evaluate("window.changes") == 0
        assert np.abs(rolled(tab)[-1]).max() < 0.01
