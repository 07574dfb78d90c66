"""The site by keyboard and by ear: axe-core finds nothing, and focus is seen."""

import itertools
import re

import pytest

from tests.browser import found_by_axe, needs_chromium, path_of, toggle

pytestmark = needs_chromium

# A run of axe takes ten seconds on a long page: one page of each kind.
AXED = [
    ("ko", "index.md"),
    ("ko", "gradient.md"),
    ("ko", "glossary.md"),
    ("en", "gradient-field.md"),
]


@pytest.mark.parametrize(("language", "page"), AXED)
def test_axe_finds_nothing(browser, address, language, page):
    context = browser.new_context(color_scheme="light", base_url=address, bypass_csp=True)
    tab = context.new_page()
    tab.goto(path_of(language, page))
    tab.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
    assert found_by_axe(tab) == "{}"
    toggle(tab)  # in the dark only the colours are others
    assert found_by_axe(tab, rules=["color-contrast"]) == "{}"
    context.close()


def test_the_keyboard_reaches_everything_with_visible_focus(tab):
    tab.goto("gradient/")
    unseen, reached = [], set()
    for _ in range(80):
        tab.keyboard.press("Tab")
        state = tab.evaluate("""() => {
          const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
          return [e.className || e.tagName, s.outlineStyle !== "none" || s.boxShadow !== "none",
                  r.width > 0 && r.height > 0];
        }""")
        reached.add(state[0].split(" ")[0])
        if state[2] and not state[1]:
            unseen.append(state[0])
    assert {"md-skip", "book-language", "md-search__input", "md-nav__link"} <= reached
    assert unseen == []


def test_headings_are_in_order(site):
    for file in site.rglob("index.html"):
        levels = [int(n) for n in re.findall(r"<h([1-6])\b", file.read_text(encoding="utf-8"))]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (file, levels)
