"""Each page, in one visit: light, still, whole, within a phone, read by axe, in both colours.

Twins have the same elements: a page is visited so in one language, by turns. Of the other's words
it is only asked whether they fit. `pytest -m everything` visits the others, too.
"""

import gzip
import re

import pytest

from tests.browser.harness import (
    found_by_axe,
    needs_chromium,
    new_tab,
    settled,
    toggle,
    unfold,
)
from tests.browser.test_looks import COLOURS, IN_CELLS
from tests.browser.test_three_browsers import MISSHAPEN
from tests.browser.test_weight import LIMIT, STILL, WATCH
from tests.chapters import in_one_language, path_of

pytestmark = needs_chromium

# What is wider than its box: it may be cut off, or hang out of it.
CUT = """() => [...document.querySelectorAll("article *")].filter((element) => {
  const { overflowX, position } = getComputedStyle(element);
  return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    && ["hidden", "clip"].includes(overflowX) && position !== "absolute";
}).map((element) => element.outerHTML.slice(0, 160))"""
# The headings whose link, shown when they are pointed at, has a line of its own: one of nothing.
WRAPPED = """() => [...document.querySelectorAll(":is(h1, h2, h3)[id]")].filter((heading) => {
  const words = document.createRange();
  words.setStart(heading, 0);
  words.setEndBefore(heading.querySelector(".headerlink"));
  return heading.getBoundingClientRect().bottom > words.getBoundingClientRect().bottom + 8;
}).map((heading) => heading.id)"""
# Blocks of code whose lines are not the lines of the code.
RUN_TOGETHER = """() => [...document.querySelectorAll("pre > code")].filter(
  (code) => getComputedStyle(code).whiteSpace !== "pre").map((code) => code.innerText)"""
# Words in tables that are cut in two by the end of a line.
CUT_WORDS = """() => [...document.querySelectorAll("article :is(td, th)")].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const cut = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}_]{3,}/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) cut.push(word[0]);
    }
  }
  return cut;
})"""
# Texts with too little contrast to what is behind them (WCAG 2.1, 1.4.3). axe's own rule looks for
# what may lie between, and takes most of its time.
PALE = """() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const part = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, n) => a * c + (1 - a) * below[n]);
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement)
      : over(colour, colour[3] === undefined ? [0, 0, 0] : behind(element.parentElement));
  };
  const pale = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || element.closest("[hidden], svg, .md-search, .md-dialog, .md-skip, script, style")
        || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const paper = behind(element), ink = over(parse(style.color), paper);
    const [dark, bright] = [light(paper), light(ink)].sort((a, b) => a - b);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((bright + 0.05) / (dark + 0.05) < (large ? 3 : 4.5)) {
      pale.add(`${element.className || element.tagName}: ${style.color} on ${paper}`);
    }
  }
  return [...pale];
}"""


# Figures out of sight are left out until Material has begun, and no longer.
DRAWN = """() => [...document.querySelectorAll(".snippet-figures:not(.explored) > svg text")].every(
  (text) => text.checkVisibility({ contentVisibilityAuto: true }))"""
# What axe says of contrast, half of its time: PALE asks it of each text, test_access.py of links.
SLOW = ["color-contrast", "link-in-text-block"]


@pytest.fixture(scope="module")
def phone(browser, address):
    """One tab for all pages, which fetches all of each page anew."""
    settings = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    with new_tab(browser, address, **settings, color_scheme="light", locale="ko-KR") as tab:
        network = tab.context.new_cdp_session(tab)
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        tab.add_init_script(WATCH)
        tab.loaded = []
        tab.on("response", lambda response: tab.loaded.append(response))
        yield tab


@pytest.mark.parametrize(("language", "page"), in_one_language(0))
def test_a_page_is_light_still_and_whole_within_a_phone_and_in_both_colours(phone, language, page):
    phone.loaded.clear()
    phone.complaints.clear()
    phone.evaluate("() => { try { localStorage.clear(); } catch {} }")
    open_page(phone, language, page)
    assert sum(value for value, *_ in phone.evaluate("shifts")) < STILL, phone.evaluate("shifts")
    unfold(phone)
    phone.wait_for_function(DRAWN)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert phone.evaluate(MISSHAPEN) == []
    for fault in (CUT, WRAPPED, RUN_TOGETHER, CUT_WORDS, PALE):
        assert phone.evaluate(fault) == [], fault.partition("\n")[0]
    assert found_by_axe(phone, leave_out=SLOW) == "{}"
    formulas, figures = phone.evaluate(COLOURS)
    toggle(phone)
    dark_formulas, dark_figures = phone.evaluate(COLOURS)
    assert not [pair for pair in zip(formulas, dark_formulas, strict=True) if len({*pair}) < 2]
    for light, dark in zip(figures, dark_figures, strict=True):
        assert {*light} & {*dark} <= IN_CELLS
    assert phone.evaluate(PALE) == []
    phone.wait_for_load_state("networkidle")
    assert (phone.refused, phone.complaints) == ([], [])
    assert len(phone.loaded) > 5  # the page, its styles and scripts
    assert weight(phone.loaded) <= LIMIT


TWINS = [one.values for one in in_one_language(0) if one.marks]


@pytest.mark.parametrize(("language", "page"), TWINS)
def test_the_words_of_its_twin_fit_a_phone(phone, language, page):
    phone.complaints.clear()
    open_page(phone, language, page)
    unfold(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    for fault in (CUT, WRAPPED, CUT_WORDS):
        assert phone.evaluate(fault) == [], fault.partition("\n")[0]
    assert (phone.refused, phone.complaints) == ([], [])


def open_page(phone, language, page):
    phone.goto(path_of(language, page))
    settled(phone)
    phone.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


KNOWN: dict[str, int] = {}  # the bytes of a file that pages share, compressed, by its address


def weight(responses) -> int:
    """The bytes of all that a page loads, compressed; but for fonts and the search's files."""
    for response in responses:
        if response.url not in KNOWN:
            KNOWN[response.url] = len(gzip.compress(response.body(), 6))
    return sum(
        KNOWN[response.url]
        for response in responses
        if not re.search(r"/assets/fonts/|/search/|/lunr/|/workers/|^data:", response.url)
    )
