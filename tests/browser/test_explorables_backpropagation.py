"""The graph: each press finds one number, by a formula with the drawing's numbers that is right."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import numerical_gradient
from tests.browser.explorables import explorables, in_turn, open_explorable
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("backpropagation"))
KOREAN = explorables("backpropagation")[0]

GIVEN = {"x": 2, "w": 3, "b": 1, "t": 5}
ORDER = ["p", "z", "L", "∂L/∂L", "∂L/∂z", "∂L/∂p", "∂L/∂b", "∂L/∂w", "∂L/∂x"]


def found() -> dict[str, float]:
    """All values and slopes; the slopes by differences, from each number to L."""
    x, w, b, t = GIVEN.values()
    p = w * x
    z = p + b
    ways = {
        "L": (lambda v: v[0], (z - t) ** 2),
        "z": (lambda v: (v[0] - t) ** 2, z),
        "p": (lambda v: (v[0] + b - t) ** 2, p),
        "b": (lambda v: (p + v[0] - t) ** 2, b),
        "w": (lambda v: (v[0] * x + b - t) ** 2, w),
        "x": (lambda v: (w * v[0] + b - t) ** 2, x),
    }
    slopes = {f"∂L/∂{name}": numerical_gradient(f, [at])[0] for name, (f, at) in ways.items()}
    return {"p": p, "z": z, "L": (z - t) ** 2, **slopes}


def told(tab) -> str:
    return tab.panel.locator(".status p").first.text_content().replace("\u00a0", " ")


def worked_out(term: str) -> float:
    """The value of a product of numbers as the page writes it: 1 × 2(7 − 5), (7 − 5)²."""
    plain = term.replace("×", "*").replace("−", "-").replace("²", "**2")
    plain = re.sub(r"(\d)\(", r"\1*(", plain)
    assert re.fullmatch(r"[\d\s()*+-]+", plain)
    return eval(plain)  # only digits and signs


VISIBLE = """(all) => all.filter((e) => getComputedStyle(e).visibility === "visible")
  .map((e) => e.textContent.normalize("NFKC"))"""


def numbers_shown(tab) -> int:
    """How many of the twelve numbers at the circles are to be seen."""
    shown = tab.drawing.locator("svg text").evaluate_all(VISIBLE)
    return sum(text.isdigit() for text in shown)


@IN_TURN
def test_each_press_finds_the_next_number_by_a_formula_that_is_right(browser, address, explorable):
    right = found()
    with open_explorable(browser, address, explorable) as tab:
        assert numbers_shown(tab) == 12  # at first, as in the still figure
        step = tab.panel.get_by_role("button").first
        for number, name in enumerate(ORDER):
            step.press("Enter")
            _, _, formula = told(tab).partition(": ")
            parts = formula.split(" = ")
            assert parts[0] == name
            assert float(parts[-1]) == pytest.approx(right[name])
            if len(parts) == 4:
                assert worked_out(parts[2]) == float(parts[-1])
            assert numbers_shown(tab) == 3 + number + 1  # x, w and b are given
            bold = tab.drawing.locator("text.now").all_text_contents()
            assert bold == [parts[-1]]


def test_the_arrows_that_are_shown_lead_from_numbers_that_are_known(browser, address):
    """Each arrow begins at the circle of a number that is there; the step's, at its circle end."""
    with open_explorable(browser, address, KOREAN) as tab:
        circles = {
            name: np.array(place)
            for name, place in zip(
                "xwpbzL",
                tab.drawing.locator("use").evaluate_all(
                    "(all) => all.map((e) => ['x', 'y'].map((n) => Number(e.getAttribute(n))))"
                ),
                strict=True,
            )
        }
        known, slopes = {"x", "w", "b"}, set()
        step = tab.panel.get_by_role("button").first
        for name in ORDER:
            step.press("Enter")
            node = name[-1]
            lines = tab.drawing.locator("g.now > path[fill=none]")
            for d in lines.evaluate_all("(all) => all.map((e) => e.getAttribute('d'))"):
                start = np.array([float(n) for n in re.findall(r"-?[\d.]+", d)[:2]])
                nearest = min(circles, key=lambda c: np.hypot(*(circles[c] - start)))
                assert nearest in (slopes if "∂" in name else known), name
            (slopes if "∂" in name else known).add(node)
            ring = tab.drawing.locator(".ring circle")
            place = [float(ring.get_attribute(side)) for side in ("cx", "cy")]
            assert place == circles[node].tolist()


def test_numbers_are_read_from_the_drawing(browser, address):
    with open_explorable(browser, address, KOREAN) as tab:
        html = tab.evaluate("fetch(location.href).then((page) => page.text())")
        drawn = re.search(r'(id="fig-graph".*?)</svg>', html, re.S)[1]
        html = html.replace(drawn, drawn.replace(">3<", ">33<").replace("= 5", "= 55"))
        tab.route(tab.url, lambda route: route.fulfill(body=html, content_type="text/html"))
        tab.reload()
        step = tab.panel.get_by_role("button").first
        step.press("Enter")
        assert "33 × 2" in told(tab)
        step.press("Enter")
        step.press("Enter")
        assert "(7 − 55)²" in told(tab)


@IN_TURN
def test_the_slider_goes_back_a_step_and_a_button_to_the_start(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        slider = tab.panel.get_by_role("slider")
        slider.press("ArrowLeft")
        assert "∂L/∂w = ∂L/∂p × x = 4 × 2 = 8" in told(tab)
        assert numbers_shown(tab) == 11
        tab.panel.get_by_role("button").nth(2).press("Enter")
        assert "x = 2, w = 3, b = 1, t = 5" in told(tab)
        assert numbers_shown(tab) == 3
        expect(slider).to_have_attribute("aria-valuetext", "0 / 9")
        expect(tab.drawing.locator(".ring circle")).to_be_hidden()
