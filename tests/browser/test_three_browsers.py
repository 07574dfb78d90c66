"""What readers see in Firefox and in WebKit, and in Chromium too: pages, and each thing once."""

import json
from contextlib import contextmanager

import pytest

from tests.browser.explorables import PLACES, Explorable, explorables
from tests.browser.faults import FITTING, MISSHAPEN
from tests.browser.harness import (
    needs_chromium,
    needs_firefox,
    new_tab,
    settled,
    unfold,
)
from tests.browser.webkit import WebKitTab, needs_webkit
from tests.chapters import in_one_language, path_of

FONT = """() => !document.querySelector("math") || [...document.fonts].some(
  (font) => font.family.includes("Book Math") && font.status === "loaded")"""
FITS = "document.documentElement.scrollWidth <= innerWidth"


def opener(name: str, request):
    """What opens a tab of the given width in the browser, with the site's address in it."""
    if name == "webkit":
        driver = request.getfixturevalue("webkit")
        return lambda width=1280, height=800: _framed(driver, width, height)
    browser = request.getfixturevalue("browser" if name == "chromium" else name)
    address = request.getfixturevalue("address")
    return lambda width=1280, height=800: new_tab(
        browser, address, viewport={"width": width, "height": height}, locale="ko-KR"
    )


CHROMIUM = pytest.param("chromium", marks=needs_chromium)
FIREFOX = pytest.param("firefox", marks=needs_firefox)
WEBKIT = pytest.param("webkit", marks=needs_webkit)


@pytest.fixture(scope="module", params=[CHROMIUM, FIREFOX, WEBKIT])
def opening(request):
    return opener(request.param, request)


# Of Chromium more is asked elsewhere: in test_search.py, test_copying.py, test_explorables.py, ….
IN_THE_OTHERS = pytest.mark.parametrize("opening", [FIREFOX, WEBKIT], indirect=True)


@contextmanager
def _framed(driver, width, height):
    tab = WebKitTab(driver, width, height)
    yield tab
    tab.close()


@pytest.fixture(scope="module")
def wide(request):
    """One tab for all pages, which are cached; test_every_page.py visits them in Chromium."""
    with opener(request.param, request)() as tab:
        tab.widths = [1280, 348]  # a laptop's, and a phone's where the scroll bar takes room
        yield tab


@pytest.fixture
def tab(opening):
    with opening() as tab:
        yield tab
        assert complaints(tab) == []


def complaints(tab) -> list[str]:
    """All, but for Firefox's of what it has half of when a page arrives, or is left.

    Nor an empty word, which Firefox's console said once in thousands of visits: it names nothing.
    """
    half = ("Incorrect number of children", "NS_BINDING_ABORTED")
    return [said for said in tab.complaints if said and not any(part in said for part in half)]


# Twins have the same formulas and figures; test_every_page.py has the others. Each of these pages
# is visited in one of the two browsers, by turns, and by `-m everything` in both.
VISITS = [
    pytest.param(
        *(*browser.values, *page.values),
        id=f"{browser.values[0]}-{page.id}",
        marks=[*browser.marks, *page.marks, *([] if now else [pytest.mark.everything])],
    )
    for number, page in enumerate(in_one_language(1))
    for turn, browser in enumerate((FIREFOX, WEBKIT))
    for now in [(number // 2 + turn) % 2 == 0]
]


@pytest.mark.parametrize(("wide", "language", "page"), VISITS, indirect=["wide"])
def test_a_page_complains_of_nothing_and_its_formulas_have_their_shape(wide, language, page):
    del wide.complaints[:]
    wide.goto(path_of(language, page))
    settled(wide)
    wide.wait_for_function(FONT)
    unfold(wide)
    assert wide.evaluate(MISSHAPEN) == []
    for width in wide.widths:
        wide.set_viewport_size({"width": width, "height": 800})
        see(wide, FITS)  # at once or, on a busy machine, when the page has followed the window
        for fault in FITTING:
            assert wide.evaluate(fault) == [], fault.partition("\n")[0]
    wide.widths.reverse()  # for the next page is laid out in the width that is there
    assert complaints(wide) == []


# Each thing once, as a reader does it ---------------------------------------------------------

PLACE = """([selector, within]) => {
  const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const box = element.getBoundingClientRect();
  return [box.x + box.width * within, box.y + box.height / 2];
}"""


def go(tab, path: str) -> None:
    tab.goto(path)
    settled(tab)


def click(tab, selector: str) -> None:
    tab.mouse.click(*tab.evaluate(PLACE, [selector, 0.5]))


def see(tab, condition: str) -> None:
    tab.wait_for_function(f"() => {condition}")


FIELD = "fig-right-angles"
BY_TURNS = [
    pytest.param(*other.values, one, id=f"{other.values[0]}-{one}", marks=[*other.marks, *marks])
    for number, one in enumerate(e for e in explorables() if e.language == "ko")
    for turn, other in enumerate((FIREFOX, WEBKIT))
    for marks in [() if (number + turn) % 2 == 0 else (pytest.mark.everything,)]
]


@pytest.mark.parametrize(("opening", "explorable"), BY_TURNS, indirect=["opening"])
def test_an_explorable_is_moved_by_key_and_by_drag(tab, explorable: Explorable):
    go(tab, explorable.alone)
    handle = f"#{explorable.figure} :is(svg [role=slider], input[type=range])"
    found = f"[...document.querySelectorAll('{handle}')].find((one) => one.checkVisibility())"
    value = f"({found}.ariaValueText ?? {found}.value)"
    see(tab, found)
    before = tab.evaluate(value)
    tab.evaluate(f"{found}.focus()")
    tab.keyboard.press("ArrowLeft")
    see(tab, f"{value} !== {before!r}")
    moved = tab.evaluate(value)
    x, y = tab.evaluate(PLACE, [handle, 0.5])
    tab.mouse.move(x, y)
    tab.mouse.down()
    for part in (0.25, 0.5, 0.75, 1):
        tab.mouse.move(x - 60 * part, y + 20 * part)
    tab.mouse.up()
    see(tab, f"{value} !== {moved!r}")


@pytest.mark.parametrize("width", [1280, 360])
def test_what_is_out_of_sight_rests_while_a_figure_is_dragged_and_nothing_moves(opening, width):
    race, away = explorables("race")[0], "document.querySelectorAll('.away').length"
    with opening(width=width, height=740) as tab:
        go(tab, race.path)
        see(tab, "document.querySelector('[data-ready]')")
        place = tab.evaluate(PLACE, [f"#{race.figure} .handle", 0.5])
        before = tab.evaluate(PLACES)
        tab.mouse.move(*place)
        tab.mouse.down()
        assert tab.evaluate(away) > 50
        assert tab.evaluate(PLACES) == pytest.approx(before, abs=0.05)
        tab.evaluate("scrollBy({ top: -50, behavior: 'instant' })")
        see(tab, f"{away} === 0")  # it comes into view
        tab.mouse.up()


# The width of each sign in the figure, in letters, and how far below its name a choice begins.
SIGNS = """(figure) => {
  const texts = document.createTreeWalker(document.getElementById(figure), NodeFilter.SHOW_TEXT);
  const widths = [];
  while (texts.nextNode()) {
    const { currentNode: node } = texts;
    if (!node.parentElement.closest("[data-figure]")) continue;
    for (const sign of node.data.matchAll(/[‖∂∇]/gu)) {
      const range = document.createRange();
      range.setStart(node, sign.index);
      range.setEnd(node, sign.index + 1);
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      widths.push(range.getBoundingClientRect().width / size);
    }
  }
  return widths;
}"""
DROP = """() => {
  const [name, option] = document.querySelector(".choice").children;
  return option.getBoundingClientRect().top - name.getBoundingClientRect().top;
}"""


def test_signs_are_those_of_the_formulas_and_a_choice_stands_beside_its_name(tab):
    for path, figure in (("network-gradient/", "fig-one-weight"), ("gradient-field/", FIELD)):
        go(tab, path)
        see(tab, "[...document.fonts].some((font) => /Signs/.test(font.family))")
        widths = tab.evaluate(SIGNS, figure)
        assert len(widths) > 2
        assert max(widths) < 0.8  # a Korean font has them as wide as a syllable
    assert abs(tab.evaluate(DROP)) < 8


@pytest.mark.parametrize("opening", [CHROMIUM, FIREFOX], indirect=True)
def test_it_prints(tab):  # WebKitGTK's driver has no command for it
    go(tab, "notation/")
    assert tab.pdf().startswith(b"%PDF")


@IN_THE_OTHERS
def test_the_search_finds_a_chapter_and_leads_there(tab):
    go(tab, "")
    click(tab, "input.md-search__input")
    tab.keyboard.type("softmax")
    found = ".md-search-result__link[href*='softmax-and-loss']"
    see(tab, f'document.querySelector("{found}")')
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    see(tab, "location.pathname.length > 1")


@IN_THE_OTHERS
def test_the_button_copies_the_code(tab):
    go(tab, "gradient/")
    block = "[...document.querySelectorAll('article .highlight')].find((e) => e.checkVisibility())"
    code = tab.evaluate(f"{block}.querySelector('code').innerText")
    tab.evaluate(PLACE, ["article .highlight", 0.5])  # in view it gets its button
    see(tab, f"{block}.querySelector('[data-md-type=copy]')")
    click(tab, "article .highlight [data-md-type=copy]")
    tab.evaluate("document.querySelector('.md-search__input').focus()")
    tab.keyboard.press("Control+v")
    pasted = "document.querySelector('.md-search__input').value"
    see(tab, f"{pasted} !== ''")
    assert "".join(tab.evaluate(pasted).split()) == "".join(code.split())


SLOWLY = pytest.param("webkit", marks=[needs_webkit, pytest.mark.everything])  # takes 20 s


@pytest.mark.parametrize("opening", [FIREFOX, SLOWLY], indirect=True)
def test_a_block_runs(tab, python):
    go(tab, "gradient/")
    block = "article > .highlight:has(> .book-run)"  # the first that is not folded
    shown = f"document.querySelector('{block} + .snippet-output').textContent.trim()"
    built = tab.evaluate(shown)
    click(tab, f"{block} > .book-run")
    result = f"document.querySelector('{block} ~ .book-results > .snippet-output')"
    see(tab, f"{result}?.textContent.trim() === {json.dumps(built)}")


def test_the_palette_turns_dark_and_stays_so(tab):
    go(tab, "gradient/")
    scheme = "document.body.dataset.mdColorScheme"
    before = tab.evaluate(scheme)
    click(tab, "label[for^=__palette]")
    see(tab, f"{scheme} !== {before!r}")
    dark = tab.evaluate(scheme)
    go(tab, "training/")
    assert tab.evaluate(scheme) == dark


@IN_THE_OTHERS
def test_the_switch_leads_to_the_same_section_in_english(tab):
    go(tab, "gradient/")
    tab.evaluate("document.getElementById('trap-shape').scrollIntoView({ behavior: 'instant' })")
    tab.evaluate("document.querySelector('.md-header a[hreflang=en]').click()")
    see(tab, "location.pathname === '/en/gradient/' && location.hash === '#trap-shape'")


@IN_THE_OTHERS
def test_a_folded_block_opens_by_mouse_and_by_key(tab):
    go(tab, "gradient/")
    block = "document.querySelector('article details')"
    click(tab, "article details summary")
    see(tab, f"{block}.open")
    tab.evaluate(f"{block}.querySelector('summary').focus()")
    tab.keyboard.press("Enter")
    see(tab, f"!{block}.open")
