"""On a phone and in the dark: all of each page; nothing is cut off, cut in two or run together."""

import pytest

from tests.browser.harness import EVERY_PAGE, needs_chromium, new_tab, settled, toggle, unfold
from tests.browser.test_looks import COLOURS, IN_CELLS
from tests.chapters import path_of

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


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_a_phone_shows_all_of_a_page_and_all_of_it_turns_dark(browser, address, language, page):
    phone = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    with new_tab(browser, address, **phone) as tab:
        tab.goto(path_of(language, page))
        settled(tab)
        unfold(tab)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
        assert tab.evaluate(CUT) == []
        assert tab.evaluate(WRAPPED) == []
        assert tab.evaluate(RUN_TOGETHER) == []
        assert tab.evaluate(CUT_WORDS) == []
        formulas, figures = tab.evaluate(COLOURS)
        toggle(tab)
        dark_formulas, dark_figures = tab.evaluate(COLOURS)
        assert not [pair for pair in zip(formulas, dark_formulas, strict=True) if len({*pair}) < 2]
        for light, dark in zip(figures, dark_figures, strict=True):
            assert {*light} & {*dark} <= IN_CELLS
