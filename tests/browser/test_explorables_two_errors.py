"""The explorable `two-errors`: what Python has printed, on the curve and on the error plot."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from tests.browser.explorables import SCRIPTS, explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium

IN_TURN = in_turn("two-errors")
KOREAN = [pytest.param(explorables("two-errors")[0], id="ko")]  # numbers and drags have no words
RULES = {"forward": 1, "central": 2, "fourth": 4}  # name: order
STEPS = [float(f"1e-{n}") for n in range(17)]
SAYS = {
    "ko": {"truncation": "절단 오차가 더", "rounding": "반올림 오차가 더", "equal": "비슷합니다"},
    "en": {"truncation": "truncation error", "rounding": "rounding error", "equal": "about equal"},
}


def errors(x: np.ndarray | float, h: float) -> dict[str, np.ndarray | float]:
    """The error of each rule for e^x, as a share of the true value."""

    def central(h):
        return (np.exp(x + h) - np.exp(x - h)) / (2 * h)

    slopes = {
        "forward": (np.exp(x + h) - np.exp(x)) / h,
        "central": central(h),
        "fourth": (4 * central(h) - central(2 * h)) / 3,
    }
    return {rule: slope / np.exp(x) - 1 for rule, slope in slopes.items()}


@pytest.fixture
def opened(browser, address, request):
    with open_explorable(browser, address, request.param) as tab:
        tab.figure = tab.locator(f"#{request.param.figure}")
        tab.step = tab.figure.get_by_role("slider")
        tab.verdict = tab.figure.locator(".spoken")
        tab.words = SAYS[request.param.language]
        yield tab


def spoken_error(tab) -> str:
    return tab.step.get_attribute("aria-valuetext").split()[-1].replace("−", "-")


def data(tab, number: int, x: float, y: float) -> list[float]:
    """A place of the drawing of this number, in its data."""
    script = f"(svg, place) => import('{SCRIPTS}/plane.js')"
    script += ".then((m) => new m.Plane(svg).from(...place))"
    return tab.figure.locator("svg").nth(number).evaluate(script, [x, y])


def slope_of_line(tab) -> float:
    d = tab.figure.locator(".line path").first.get_attribute("d")
    (x0, y0, x1, y1) = (float(n) for n in re.findall(r"-?[\d.]+", d))
    (left, low), (right, high) = data(tab, 0, x0, y0), data(tab, 0, x1, y1)
    return (high - low) / (right - left)


def height_of_ring(tab) -> float:
    place = tab.figure.locator(".grip").get_attribute("transform")
    return data(tab, 1, *(float(n) for n in re.findall(r"[\d.]+", place)))[1]


@pytest.mark.parametrize("opened", KOREAN, indirect=True)
@pytest.mark.parametrize("rule", RULES)
def test_line_and_ring_show_what_python_finds(opened, rule):
    opened.figure.locator(f"input[value={rule}]").check()
    opened.step.focus()
    for h in STEPS:
        error = errors(1.0, h)[rule]
        heard = f"{h:.0e}.* {error:+.1e}".replace("-", "[-−]").replace("+", r"\+")
        expect(opened.step).to_have_attribute("aria-valuetext", re.compile(heard))
        assert slope_of_line(opened) == pytest.approx(np.e * (1 + error), abs=0.15)
        assert height_of_ring(opened) == pytest.approx(abs(error), rel=0.1)
        opened.keyboard.press("ArrowLeft")


@pytest.mark.parametrize("opened", KOREAN, indirect=True)
def test_errors_are_read_from_the_page_and_never_computed(opened):
    html = opened.evaluate("fetch(location.href).then((page) => page.text())")
    html = html.replace("+5.2e-02", "-8.8e-08")
    opened.route(opened.url, lambda route: route.fulfill(body=html, content_type="text/html"))
    opened.reload()
    opened.step.press("ArrowLeft")
    expect(opened.step).to_have_attribute("aria-valuetext", re.compile("1e-01.* −8.8e-08"))
    assert height_of_ring(opened) == pytest.approx(8.8e-8, rel=0.1)


@pytest.mark.parametrize("opened", KOREAN, indirect=True)
def test_the_verdict_is_what_points_between_1_and_2_find(opened):
    """At one point a rule may be right by luck, so the worst of many points decides."""
    x = np.linspace(1, 2, 201)
    worst = [{rule: np.abs(e).max() for rule, e in errors(x, h).items()} for h in STEPS]
    for rule, order in RULES.items():
        told = run(opened, "two-errors", f"given.map((h) => m.larger({order}, h))", STEPS)
        best = min(range(len(STEPS)), key=lambda n, rule=rule: worst[n][rule])
        after = len(STEPS) - best - 2  # without 1e-16, at which 1 + h is 1
        expected = ["truncation"] * best + ["turning"] + ["rounding"] * after + ["vanished"]
        assert told == expected


@pytest.mark.parametrize("opened", IN_TURN, indirect=True)
def test_the_keyboard_alone_does_what_the_text_says(opened):
    opened.step.focus()
    # 1: the dashed line closes in on the tangent, the ring falls to a tenth at each notch
    slopes, heights = [slope_of_line(opened)], [height_of_ring(opened)]
    expect(opened.verdict).to_contain_text(opened.words["truncation"])
    for _ in range(7):
        opened.keyboard.press("ArrowLeft")
        slopes.append(slope_of_line(opened))
        heights.append(height_of_ring(opened))
    assert np.all(np.diff(slopes[:4]) < 0)
    assert slopes[-1] == pytest.approx(np.e, abs=0.01)
    np.testing.assert_allclose(np.divide(heights[2:], heights[1:-1]), 0.1, rtol=0.15)
    # 2: below 1e-8 the ring climbs, while nothing happens on the curve
    opened.keyboard.press("ArrowLeft")
    expect(opened.verdict).to_contain_text(opened.words["equal"])
    low = height_of_ring(opened)
    for _ in range(3):
        opened.keyboard.press("ArrowLeft")
    expect(opened.verdict).to_contain_text(opened.words["rounding"])
    assert height_of_ring(opened) > 1000 * low
    assert slope_of_line(opened) == pytest.approx(np.e, abs=0.01)
    # exercise 6: at 1e-12 a better rule hardly helps
    opened.keyboard.press("ArrowLeft")
    forward = abs(float(spoken_error(opened)))
    opened.keyboard.press("Tab")
    for _ in range(2):
        opened.keyboard.press("ArrowRight")
    expect(opened.figure.locator("input[value=fourth]")).to_be_focused()
    assert abs(float(spoken_error(opened))) > forward / 3
    # and at 1e-1 the best rule is worse than the forward difference at 1e-8
    opened.keyboard.press("Shift+Tab")
    opened.keyboard.press("End")
    opened.keyboard.press("ArrowLeft")
    assert abs(float(spoken_error(opened))) > 100 * low
    # 3: at 1e-3 the ring drops from rule to rule
    opened.keyboard.press("ArrowLeft")
    opened.keyboard.press("ArrowLeft")
    opened.keyboard.press("Tab")
    falls = [abs(float(spoken_error(opened)))]
    for _ in range(2):
        opened.keyboard.press("ArrowLeft")
        falls.append(abs(float(spoken_error(opened))))
    assert falls[0] < 1e-3 * falls[1] < 1e-6 * falls[2]
    # exercise 6: at 1e-16 the forward difference draws a level line
    opened.keyboard.press("Shift+Tab")
    opened.keyboard.press("Home")
    expect(opened.verdict).to_contain_text("1 + h")
    assert slope_of_line(opened) == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("opened", KOREAN, indirect=True)
def test_the_ring_can_be_dragged_to_another_step(opened):
    ring = opened.figure.locator(".grip")
    box = ring.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    notch = (
        opened.figure.locator("svg")
        .nth(1)
        .evaluate("(svg) => JSON.parse(svg.dataset.axes)[0].box[2] / 17.6 * svg.getScreenCTM().a")
    )
    opened.mouse.move(x, y)
    opened.mouse.down()
    opened.mouse.move(x - 3 * notch, y + 20, steps=5)
    opened.mouse.up()
    expect(opened.step).to_have_attribute("aria-valuetext", re.compile("^1e-03"))
    assert height_of_ring(opened) == pytest.approx(abs(errors(1.0, 1e-3)["forward"]), rel=0.1)
