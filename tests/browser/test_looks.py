"""On paper, in Korean, in the dark; and that it is this book and no other."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab, settled, unfold
from tests.chapters import REFERENCE, path_of

pytestmark = needs_chromium

# The colours of all formulas, and those of all letters and lines of each figure.
COLOURS = """() => {
  const ink = (element) => getComputedStyle(element).color;
  const letters = (svg) => [...svg.querySelectorAll("text")].map((t) => getComputedStyle(t).fill);
  return [
    [...document.querySelectorAll("math")].map(ink),
    [...document.querySelectorAll(".snippet-figures svg")].map((s) => [ink(s), ...letters(s)]),
  ];
}"""
# Roots: the gap behind each, and how far it hangs below what is in it, in its own size.
ROOTS = """() => [...document.querySelectorAll("msqrt")].map((root) => {
  const style = getComputedStyle(root), size = parseFloat(style.fontSize);
  const box = root.getBoundingClientRect(), last = root.lastElementChild.getBoundingClientRect();
  const gap = box.right + parseFloat(style.marginInlineEnd) - last.right;
  const below = box.bottom - root.firstElementChild.getBoundingClientRect().bottom;
  return [gap, below, box.height].map((length) => length / size);
})"""


IN_CELLS = {"rgb(17, 17, 17)", "rgb(253, 253, 253)"}  # numbers in a heatmap, whose colours stay


def test_wide_formulas_and_code_scroll_inside_themselves(browser, address):
    with new_tab(browser, address, viewport={"width": 360, "height": 740}) as tab:
        for path, wide in [("en/gradient/", "div.arithmatex"), ("training/", ".highlight code")]:
            tab.goto(path)
            settled(tab)
            # no formula of the book is wider than a phone: there is less room for it
            scrolled = tab.locator(wide).evaluate_all("""(boxes) => boxes.map((box) => {
              if (box.matches(".arithmatex")) box.style.maxWidth = "80px";
              box.scrollLeft = 9999;
              return box.scrollLeft;
            })""")
            assert max(scrolled) > 0, path
            assert tab.evaluate("scrollX") == 0


CHROME = [
    ".md-header",
    ".md-footer",
    ".md-sidebar",
    ".md-top",
    ".md-code__nav",
    ".headerlink",
    ".book-where",
    ".book-offer",
]


def test_paper_shows_the_text_alone_dark_on_white(browser, address):
    with new_tab(browser, address, locale="en-US", color_scheme="dark") as tab:
        tab.goto("gradient/")
        settled(tab)
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        on_screen = tab.evaluate(COLOURS)
        tab.emulate_media(media="print", reduced_motion="reduce")
        for chrome in CHROME:
            for element in tab.locator(chrome).all():
                expect(element).to_be_hidden()
        expect(tab.locator("h1")).to_be_visible()
        expect(tab.locator("article math").first).to_be_visible()
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") in (
            "rgb(255, 255, 255)",
            "rgba(0, 0, 0, 0)",
        )
        for light, dark in zip(tab.evaluate(COLOURS)[1], on_screen[1], strict=True):
            assert {*light} & {*dark} <= IN_CELLS


def test_korean_is_set_as_korean(tab):
    tab.set_viewport_size({"width": 1280, "height": 800})
    for path in ("gradient/", "labs/descent/", "corrections/"):
        tab.goto(path)
        unfold(tab)
        for width, size, height, breaking in tab.evaluate("""() => [
            ...document.querySelectorAll("article :is(p, li, figcaption):not(:empty)")
          ].filter((element) => !element.matches(".admonition-title")).map(
            (element) => [element.clientWidth, getComputedStyle(element)]).map(
            ([width, style]) => [width, parseFloat(style.fontSize), parseFloat(style.lineHeight),
                                 style.wordBreak])"""):
            assert breaking == "keep-all"
            assert width / size <= 46, path  # a hangul letter is as wide as its size
            assert 1.5 <= height / size <= 2, path


@pytest.mark.parametrize("path", ["en/adaptive-steps/", "learning-rate/", "gradient-field/"])
def test_roots_stand_on_the_line_and_close_behind_what_is_in_them(tab, path):
    tab.goto(path)
    settled(tab)
    unfold(tab)
    roots = tab.evaluate(ROOTS)
    assert roots
    for gap, below, height in roots:
        assert 0 <= gap < 0.1, roots
        # over one line, 0.415 at most with the strut in it, 0.62 without
        assert below < (0.5 if height < 1.5 else 0.7), roots


def test_the_book_has_a_name_and_a_mark_of_its_own(tab):
    tab.goto("en/gradient/")
    assert tab.title() == "2. The gradient - gradbook"
    expect(tab.locator(".md-header__title")).to_contain_text("gradbook")
    expect(tab.locator(".md-header .md-logo img").first).to_be_visible()
    for address in (
        tab.locator("link[rel=icon]").get_attribute("href"),
        tab.locator(".md-header .md-logo img").first.get_attribute("src"),
    ):
        answer = tab.request.get(tab.evaluate("(a) => new URL(a, document.baseURI).href", address))
        assert answer.ok
        assert "<svg" in answer.text()
    colour = "getComputedStyle(document.querySelector('article p > a')).color"
    assert tab.evaluate(colour) == "rgb(0, 103, 163)"


@pytest.mark.parametrize("size", [(360, 740), (1280, 720)], ids=["phone", "laptop"])
@pytest.mark.parametrize("path", ["", "en/"])
def test_the_home_page_shows_the_field_of_arrows_at_once(browser, address, path, size):
    width, height = size
    with new_tab(browser, address, viewport={"width": width, "height": height}) as tab:
        tab.goto(path)
        box = tab.locator(".snippet-figures svg").first.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        assert box["width"] >= 280
        # what is seen first is also read first, and reached first
        seen = "[...document.querySelectorAll('article > :is(h1, figure, p, .highlight)')]"
        order = tab.evaluate(f"{seen}.map((part) => part.tagName)")
        assert order[:3] == ["H1", "P", "FIGURE"]  # the button stands before the figure


@pytest.mark.parametrize("page", [*REFERENCE, "glossary.md", "notation.md"])
def test_a_list_is_read_on_a_phone_without_moving_it_sideways(browser, address, page):
    with new_tab(browser, address, viewport={"width": 360, "height": 740}) as tab:
        tab.goto(path_of("en", page))
        wide = tab.evaluate("""() => [...document.querySelectorAll("article table:not([class])")]
          .filter((table) => !table.closest(".doc, details")).map((table) => [table.innerText
            .slice(0, 40), table.getBoundingClientRect().right <= innerWidth])""")
        assert wide
        assert [name for name, fits in wide if not fits] == []
