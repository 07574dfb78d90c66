"""What holds for every explorable; what each does is in its own test file."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.explorables import (
    PHONE,
    PLACES,
    explorables,
    in_turn,
    open_explorable,
    run,
    spoken,
)
from tests.browser.harness import found_by_axe, needs_chromium, new_tab, toggle

pytestmark = needs_chromium
NAMES = [one.name for one in explorables() if one.language == "ko"]


@pytest.fixture(scope="module", params=[one for name in NAMES for one in in_turn(name)])
def explorable(request):
    """Each explorable in one language, by turns: all is asked of it before the next."""
    return request.param


@pytest.fixture(scope="module")
def visit(browser, address, explorable):
    """One tab for all that is asked of an explorable on a screen, from its mark to its paper."""
    settings = {"color_scheme": "light", "reduced_motion": "reduce", "locale": explorable.language}
    with open_explorable(browser, address, explorable, **settings) as tab:
        yield tab


CONTROLS = ".handle, button, input, select, [tabindex]"


def controls(tab) -> list:
    """The explorable's controls that are there now, in the order of the page."""
    found = [*tab.drawing.locator(CONTROLS).all(), *tab.panel.locator(CONTROLS).all()]
    return [control for control in found if control.is_visible()]


# From the top of the drawing to the foot of its controls.
HEIGHT = """(panel) => {
  const shown = [...panel.querySelectorAll("input, button, .status")]
    .filter((control) => !control.closest(".runners"));
  const bottoms = [panel, ...shown].slice(shown.length ? 1 : 0)
    .map((control) => control.getBoundingClientRect().bottom);
  return Math.max(...bottoms) - panel.previousElementSibling.getBoundingClientRect().top;
}"""


def assert_told(tab, language: str) -> None:
    """Every control has a name, every value is spoken, and words are in the language."""
    heard = spoken(tab)
    named = [s for s in heard if s["role"] != "status"]
    assert len(named) >= len(controls(tab))
    assert [s for s in named if not s["name"]] == []
    assert [s for s in heard if s["role"] == "slider" and not s["value"]] == []
    korean = [s for s in named if re.search("[가-힣]", s["name"])]
    assert bool(korean) == (language == "ko"), korean
    shown = tab.panel.inner_text()
    assert bool(re.search("[가-힣]", shown)) == (language == "ko"), shown


def swipe(tab, x: float, y: float, by: float) -> None:
    """A finger goes down on a place of the screen, moves up or down, and leaves."""
    session = tab.context.new_cdp_session(tab)
    touch = {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    session.send("Input.dispatchTouchEvent", touch)
    for part in range(1, 11):
        points = [{"x": x, "y": y + by * part / 10}]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()


def assert_follows_a_finger(tab) -> None:
    """On a handle a finger moves it, and elsewhere on the drawing it scrolls the page."""
    tab.drawing.evaluate("(e) => e.scrollIntoView({block: 'center', behavior: 'instant'})")
    for handle in tab.drawing.locator(".handle:visible").all():
        was, top = handle.get_attribute("aria-valuetext"), tab.drawing.bounding_box()["y"]
        box = handle.bounding_box()
        middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
        swipe(tab, *middle, by=-40 if middle[1] > 370 else 40)
        expect(handle).not_to_have_attribute("aria-valuetext", was)
        assert tab.drawing.bounding_box()["y"] == pytest.approx(top, abs=1)
    free = tab.drawing.evaluate("""(drawing) => {
      const { left, top, width, height } = drawing.getBoundingClientRect();
      for (let part = 0.1; part < 1; part += 0.05) {
        const place = [left + width * part, top + height * part];
        if (!document.elementFromPoint(...place)?.closest(".handle")) return place;
      }
    }""")
    before = [tab.drawing.element_handle(), tab.drawing.bounding_box()["y"]]
    swipe(tab, *free, by=-150)
    tab.wait_for_function(
        "([drawing, top]) => drawing.getBoundingClientRect().top < top - 50", arg=before
    )


def test_a_phone_shows_it_at_once_it_follows_a_finger_and_is_told_in_the_language(
    browser, address, explorable
):
    with open_explorable(browser, address, explorable, **PHONE) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
        header = tab.locator(".md-header").bounding_box()["height"]
        assert tab.panel.evaluate(HEIGHT) <= PHONE["viewport"]["height"] - header
        for control in controls(tab):
            box = control.bounding_box()
            told = control.evaluate("(e) => e.outerHTML.slice(0, 120)")
            assert min(box["width"], box["height"]) >= 24, told
            assert box["x"] >= 0, told
            assert box["x"] + box["width"] <= 360, told
        assert_told(tab, explorable.language)
        assert_follows_a_finger(tab)


INVITATION = {"ko": "끌어 보세요", "en": "drag me"}


def test_a_mark_asks_to_be_dragged_until_something_has_been_moved(visit, explorable):
    hint = visit.drawing.locator(".hint:visible")
    if not visit.drawing.locator(":is(.handle, .grip)").count():  # only buttons and sliders
        expect(hint).to_have_count(0)
        return
    expect(hint).to_have_text(INVITATION[explorable.language])
    assert visit.drawing.locator(":is(.handle, .grip):visible .arrows").count() >= 1
    moving = visit.locator(".explored .handle:visible, [data-figure] input[type=range]").first
    moving.press("ArrowLeft")
    expect(visit.drawing.locator(".hint")).to_have_count(0)


PLAY = """given.map((rate) => {
  const [ask, drop] = [window.requestAnimationFrame, window.cancelAnimationFrame];
  let [next, steps] = [null, 0];
  window.requestAnimationFrame = (frame) => { next = frame; return 1; };
  window.cancelAnimationFrame = () => { next = null; };
  const buttons = m.player({ step: () => { steps += 1; }, done: () => false, reset: () => {} });
  buttons.querySelectorAll("button")[1].click();
  for (let n = 0; n <= 2 * rate; n++) next(5000 + (n * 1000) / rate);
  Object.assign(window, { requestAnimationFrame: ask, cancelAnimationFrame: drop });
  return steps;
})"""


def test_play_is_as_fast_on_every_screen(scripts):
    for per_second in run(scripts, "player", PLAY, [30, 60, 120, 240]):
        assert per_second == 17  # at once, and then each eighth of two seconds


def test_a_value_below_1e_16_is_only_said_to_be_smaller(scripts):
    values = [0, 1e-17, -1e-300, 1e-16, -2.5, 123456]
    named = run(scripts, "controls", "given.map((value) => m.named('f', value))", values)
    assert named == [
        "f = 0",
        "f < 1e−16",
        "f > −1e−16",
        "f = 1.00e−16",
        "f = −2.5",
        "f = 1.23e+5",
    ]


def _tab_to(tab, stop, most: int) -> None:
    """Press Tab up to so many times: what came into view may have got a button of its own."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        if stop.evaluate("(e) => e === document.activeElement"):
            return
    expect(stop).to_be_focused()


def test_tab_reaches_every_control_and_the_arrows_move_it(visit):
    stops = [c for c in controls(visit) if c.evaluate("(e) => e.type !== 'radio' || e.checked")]
    assert stops
    visit.evaluate("document.querySelector('article h1').tabIndex = -1")
    stops[0].focus()
    visit.keyboard.press("Shift+Tab")  # and come back by Tab
    for number, stop in enumerate(stops):
        _tab_to(visit, stop, most=1 if number else 5)
        outlined = stop.evaluate("(e) => e.matches(':focus-visible')")
        assert outlined
    for slider in visit.locator(".explored .handle, [data-figure] input[type=range]").all():
        if not slider.is_visible():
            continue
        was = slider.get_attribute("aria-valuetext")
        slider.focus()
        visit.keyboard.press("ArrowRight")
        if slider.get_attribute("aria-valuetext") == was:  # it is at its end
            visit.keyboard.press("ArrowLeft")
        expect(slider).not_to_have_attribute("aria-valuetext", was)


# What WebKitGTK tells of a finger (seen with a touch screen of mutter's): no pointer events.
FINGER = """(handle) => {
  const { x, y, width, height } = handle.getBoundingClientRect();
  const by = x > innerWidth / 2 ? -4 : 4;
  for (const [name, n] of [["start", 0], ["move", 5], ["move", 10], ["end", 10]]) {
    const [clientX, clientY] = [x + width / 2 + n * by, y + height / 2 - n];
    const touch = new Touch({ identifier: 7, target: handle, clientX, clientY });
    const settings = { changedTouches: [touch], bubbles: true, cancelable: true };
    handle.dispatchEvent(new TouchEvent(`touch${name}`, settings));
  }
}"""


def test_a_finger_without_pointer_events_moves_it_too(visit):
    for mark in visit.locator(":is(.handle, .grip)").all():
        if mark.is_visible():
            before = mark.get_attribute("transform")
            mark.evaluate(FINGER)
            expect(mark).not_to_have_attribute("transform", before)


def test_it_is_held_while_it_is_dragged_and_nothing_moves_for_that(visit):
    held = "document.querySelectorAll('.held').length"
    for one in visit.locator(":is(.handle, .grip, [data-figure] input[type=range])").all():
        if not one.is_visible():
            continue
        one.evaluate("(e) => e.scrollIntoView({ block: 'center', behavior: 'instant' })")
        box, before = one.bounding_box(), visit.evaluate(PLACES)
        visit.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        visit.mouse.down()
        assert visit.evaluate(held) == 1
        assert visit.evaluate(PLACES) == pytest.approx(before, abs=0.05)
        visit.mouse.up()
        assert visit.evaluate(held) == 0
    visit.mouse.move(1, 1)  # off the last one, which shows that it is pointed at


COLOURS = """(drawing) => [...drawing.querySelectorAll(":is(.layer, .handle) *")]
  .map((e) => [e.outerHTML.slice(0, 80), getComputedStyle(e)])
  .flatMap(([e, { fill, stroke }]) => [[e, "fill", fill], [e, "stroke", stroke]])
  .filter(([, , colour]) => colour.startsWith("rgb("))"""


def test_the_toggle_recolours_it_and_axe_finds_nothing(visit, explorable):
    visit.evaluate("document.activeElement.blur()")  # as the toggle does: no ring of the focus
    light = visit.drawing.evaluate(COLOURS)
    assert bool(light) == bool(visit.drawing.locator(":is(.layer, .handle)").count())
    assert found_by_axe(visit, f"#{explorable.figure}") == "{}"
    toggle(visit)
    visit.wait_for_function("() => document.body.dataset.mdColorScheme === 'slate'")
    dark = visit.drawing.evaluate(COLOURS)
    assert [a for a, b in zip(light, dark, strict=True) if a == b] == []
    found = found_by_axe(visit, f"#{explorable.figure}")
    assert found == "{}"


def test_paper_shows_the_still_figure(visit):
    visit.emulate_media(media="print")
    expect(visit.panel).to_be_hidden()
    for laid in visit.drawing.locator(".layer, .handle").all():
        expect(laid).to_be_hidden()
    for still in visit.drawing.locator(".still").all():
        assert still.evaluate("(e) => getComputedStyle(e).visibility") == "visible"
    visit.emulate_media(media="screen")


def test_resizing_and_the_other_language_leave_no_complaint(visit, explorable):
    for width in (360, 1600, 700):
        visit.set_viewport_size({"width": width, "height": 800})
        assert visit.evaluate("document.documentElement.scrollWidth") <= width
    visit.locator(".book-language").click()
    expect(visit.locator("html")).not_to_have_attribute("lang", explorable.language)
    expect(visit.locator(f"book-{explorable.name}[data-ready]")).to_be_attached()
    assert (visit.complaints, visit.refused) == ([], [])


def test_the_still_figure_stands_without_scripts(browser, address, explorable):
    with new_tab(browser, address, java_script_enabled=False) as tab:
        tab.goto(explorable.path)
        figure = tab.locator(f"#{explorable.figure}")
        expect(figure.locator(".snippet-figures")).to_have_attribute("role", "img")
        expect(figure.locator("svg").first).to_be_visible()
        expect(figure.locator("figcaption")).to_be_visible()
        assert figure.locator(".layer, .handle, [data-figure]").count() == 0
        assert tab.locator(f"book-{explorable.name}").inner_text() == ""
