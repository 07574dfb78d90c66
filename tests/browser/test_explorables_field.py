"""The explorable `field`: a probe, a direction and a sign, with gradbook's numbers."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import ravine
from tests.browser.explorables import PHONE, SCRIPTS, explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium

IN_TURN = in_turn("field")
WORDS = {
    "ko": {"point": "점", "direction": "방향 u", "slope": "변화율", "along": "등고선의 접선"},
    "en": {"point": "Point", "direction": "Direction u", "slope": "slope", "along": "tangent of"},
}


@pytest.fixture(params=IN_TURN)
def field(browser, address, request):
    with open_explorable(browser, address, request.param) as tab:
        tab.figure = tab.locator(f"#{request.param.figure}")
        tab.words = WORDS[request.param.language]
        tab.point = tab.figure.get_by_role("slider", name=tab.words["point"], exact=True)
        tab.direction = tab.figure.get_by_role("slider", name=tab.words["direction"])
        tab.numbers = tab.figure.locator(".numbers")
        yield tab


def ends(tab, number: int) -> np.ndarray:
    """The first two points of a line of the probe, in data: the plane's units are equal."""
    line = tab.figure.locator(".probe > *").nth(number)
    d = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", line.get_attribute("d").replace(",", " "))
    places = [[float(n) for n in place] for place in d[:2]]
    script = f"(svg, places) => import('{SCRIPTS}/plane.js').then((m) => "
    script += "places.map((place) => new m.Plane(svg).from(...place)))"
    return np.array(tab.figure.locator("svg").evaluate(script, places))


FIELD, CONTOUR, TANGENT, SQUARE, TURNED, WAY, ARROW = range(7)


def press(tab, key: str, times: int) -> None:
    for _ in range(times):
        tab.keyboard.press(key)


def tab_to(tab, control) -> None:
    """Go on with the Tab key until the control has the focus."""
    for _ in range(20):
        if control.evaluate("(control) => control === document.activeElement"):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {control}")


def test_the_halo_that_asks_to_be_dragged_ends_with_the_first_move(field):
    moving = "document.querySelector('.explored').getAnimations({ subtree: true }).length"
    field.wait_for_function(f"() => {moving}")
    field.point.press("ArrowLeft")
    assert field.evaluate(moving) == 0


def test_the_numbers_are_gradbooks(field):
    x0, x1, degrees = np.meshgrid(
        np.linspace(-2, 2, 17), np.linspace(-1, 1, 13), np.arange(0, 361, 15), indexing="ij"
    )
    given = np.stack([x0, x1, degrees], axis=-1).reshape(-1, 3)
    shown = run(
        field,
        "probe",
        "given.map(([x0, x1, degrees]) => m.reading([x0, x1], degrees))",
        given.tolist(),
    )
    gradient = ravine.gradient(given[:, :2].T)
    length = np.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1])
    u = np.stack([np.cos(np.radians(given[:, 2])), np.sin(np.radians(given[:, 2]))])
    slope = (gradient * u).sum(axis=0)
    assert [s["gradient"] for s in shown] == gradient.T.tolist()
    assert [s["length"] for s in shown] == length.tolist()
    assert [s["u"] for s in shown] == pytest.approx(u.T, abs=1e-12)
    assert [s["slope"] for s in shown] == pytest.approx(slope, abs=1e-12)
    for s in shown:
        if s["length"] == 0:
            assert s["theta"] is None
        else:  # ∇f · u = ‖∇f‖ cos θ
            assert s["length"] * np.cos(np.radians(s["theta"])) == pytest.approx(
                s["slope"], abs=1e-12
            )


def test_the_arrow_is_at_a_right_angle_with_the_contour_line(field):
    field.point.focus()
    for keys, x in [([], (1.2, 0.6)), (["ArrowLeft"] * 3 + ["ArrowDown"], (-0.3, 0.1))]:
        for key in keys:
            field.keyboard.press(f"Shift+{key}")
        gradient = ravine.gradient(x)
        tail, tip = ends(field, ARROW)
        np.testing.assert_allclose(tail, x, atol=1e-3)
        np.testing.assert_allclose(tip, x - 0.36 * gradient, atol=1e-3)
        tangent = np.diff(ends(field, TANGENT), axis=0)[0]
        assert abs(tangent @ gradient) < 1e-3 * np.linalg.norm(tangent) * np.linalg.norm(gradient)
        edge = np.diff(ends(field, SQUARE), axis=0)[0]  # the side opposite the arrow
        assert abs(edge @ gradient) < 0.01 * np.linalg.norm(edge) * np.linalg.norm(gradient)
        contour = field.figure.locator(".probe ellipse")
        ratio = float(contour.get_attribute("rx")) / float(contour.get_attribute("ry"))
        assert ratio == pytest.approx(np.sqrt(20), rel=1e-3)


def test_the_keyboard_alone_does_what_the_text_says(field):
    field.figure.evaluate("(figure) => { figure.tabIndex = -1; figure.focus(); }")
    tab_to(field, field.point)
    # 1: from the side to the floor the arrow gets shorter, and at (0, 0) it is gone
    expect(field.numbers).to_contain_text("‖∇f‖ = 1.21")
    press(field, "ArrowDown", 12)
    expect(field.numbers).to_contain_text("‖∇f‖ = 0.12")
    press(field, "ArrowLeft", 24)
    expect(field.numbers).to_contain_text("‖∇f‖ = 0θ = –")
    expect(field.figure.locator(".spoken")).to_contain_text("∇f = 0")
    # exercise 6: (2, 0.1) in no more than a few keys
    press(field, "Shift+ArrowRight", 4)
    press(field, "ArrowUp", 2)
    expect(field.point).to_have_attribute(
        "aria-valuetext", re.compile(r"x₀ = 2, x₁ = 0\.1,.*0\.28")
    )
    expect(field.numbers).to_contain_text("−∇f = (−0.2, −0.2)")
    tab_to(field, field.direction)
    press(field, "Home", 1)
    press(field, "ArrowRight", 225)
    heard = rf"225°, {field.words['slope']} −0\.28"
    expect(field.direction).to_have_attribute("aria-valuetext", re.compile(heard))
    expect(field.numbers).to_contain_text("θ = 180°")
    press(field, "ArrowLeft", 42)
    expect(field.direction).to_have_attribute("aria-valuetext", re.compile(r"^183°.* −0\.21$"))
    # 3: across the gradient the slope is 0
    press(field, "ArrowLeft", 48)
    expect(field.numbers).to_contain_text("θ = 90°∇f · u = ‖∇f‖ cos θ = 0")
    expect(field.figure.locator(".spoken")).to_contain_text(field.words["along"])
    # 4: the arrows turn round; along the arrow the slope is now largest, its length the same
    before = field.figure.locator(".probe path").first.get_attribute("d")
    tab_to(field, field.figure.get_by_role("radio", checked=True))
    press(field, "ArrowRight", 1)
    expect(field.numbers).to_contain_text("+∇f = (0.2, 0.2)‖∇f‖ = 0.28")
    tail, tip = ends(field, ARROW)
    np.testing.assert_allclose(tip - tail, 0.36 * ravine.gradient([2, 0.1]), atol=1e-3)
    assert field.figure.locator(".probe path").first.get_attribute("d") != before
    press(field, "Shift+Tab", 1)
    press(field, "ArrowLeft", 90)
    expect(field.numbers).to_contain_text("θ = 0°∇f · u = ‖∇f‖ cos θ = 0.28")


@pytest.mark.parametrize("explorable", explorables("field")[:1], ids=str)
def test_a_tap_on_the_map_moves_the_point_as_far_as_the_field_reaches(browser, address, explorable):
    with open_explorable(browser, address, explorable, **PHONE) as tab:
        point = tab.locator(f"#{explorable.figure} .handle")
        for tapped, reached in [
            ((-1.5, -0.5), "x₀ = −1.5, x₁ = −0.5,"),
            ((2.4, 1.7), "x₀ = 2, x₁ = 1,"),
        ]:
            script = f"(svg, tapped) => import('{SCRIPTS}/plane.js').then((m) => {{ "
            script += "const { x, y } = new DOMPoint(...new m.Plane(svg).at(...tapped))"
            script += ".matrixTransform(svg.getScreenCTM()); return [x, y]; })"
            drawing = tab.locator(f"#{explorable.figure} svg")
            tab.touchscreen.tap(*drawing.evaluate(script, tapped))
            expect(point).to_have_attribute("aria-valuetext", re.compile(f"^{reached}"))
