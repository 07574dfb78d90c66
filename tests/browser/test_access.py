"""The site read by machine, by ear, and without motion."""

import itertools
import re

import pytest

from tests.browser.harness import (
    found_by_axe,
    needs_chromium,
    new_tab,
    settled,
)
from tests.chapters import by_turns

SCHEMES = ("light", "dark")
PAGES = [
    *[("en/", scheme) for scheme in SCHEMES],
    *[("gradient/", scheme) for scheme in reversed(SCHEMES)],
    *[("en/labs/descent/", scheme) for scheme in SCHEMES],
]
HANGUL = re.compile("[가-힣]")


@needs_chromium
@pytest.mark.parametrize(("path", "scheme"), by_turns(PAGES, 0))
def test_axe_finds_nothing_its_contrast_included(browser, address, path, scheme):
    with new_tab(browser, address, reduced_motion="reduce", color_scheme=scheme) as tab:
        tab.goto(path)
        settled(tab)
        assert found_by_axe(tab) == "{}"


@needs_chromium
def test_axe_finds_nothing_in_the_open_search(browser, address):
    with new_tab(browser, address, reduced_motion="reduce") as tab:
        tab.goto("en/")
        settled(tab)
        tab.locator(".md-search__input").click()
        tab.locator(".md-search__input").press_sequentially("gradient")
        tab.locator(".md-search-result__link").first.wait_for()
        assert found_by_axe(tab, ".md-search") == "{}"


def without_tags(html: str) -> str:
    return " ".join(re.sub(r"<math.*?</math>|<[^>]+>", " ", html, flags=re.S).split())


def test_every_figure_says_what_it_shows_in_the_language_of_its_page(site):
    drawings = 0
    for file in site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        article = html.partition("<article")[2].partition("</article>")[0]
        names = re.findall(r'class="snippet-figures"[^>]*role="img" aria-labelledby="(.+?)"', html)
        assert len(names) == article.count('class="snippet-figures"'), file
        assert all('alt="' in image for image in re.findall(r"<img\b[^>]*>", article)), file
        for name in names:
            caption = re.search(rf'id="{name}">(.*?)</figcaption>', html, re.S)
            said = without_tags(caption[1])
            korean = '<html lang="ko"' in html
            assert bool(HANGUL.search(said)) == korean, (file, said)
            assert len(said) > 15, (file, said)
        drawings += len(names)
    assert drawings > 100


def test_headings_are_in_order(site):
    for file in site.rglob("*.html"):
        levels = [int(n) for n in re.findall(r"<h([1-6])\b", file.read_text(encoding="utf-8"))]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (file, levels)


# What moves by itself, or would when the reader points at it or follows a link.
MOVING = """() => {
  const seconds = (times) => Math.max(...times.split(",").map(parseFloat));
  const found = new Set();
  for (const element of document.querySelectorAll("*")) {
    for (const part of ["", "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const animated = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      if (animated || seconds(style.transitionDuration) > 0.01
          || style.scrollBehavior === "smooth") {
        found.add(element.tagName + "." + element.getAttribute("class") + part);
      }
    }
  }
  return [...found];
}"""


@needs_chromium
@pytest.mark.parametrize("path", ["", "en/learning-rate/", "labs/gradient-field/"])
def test_nothing_moves_for_who_wants_it_still(browser, address, path):
    with new_tab(browser, address, reduced_motion="no-preference") as tab:
        tab.goto(path)
        settled(tab)
        assert tab.evaluate(MOVING) != []
        tab.emulate_media(reduced_motion="reduce")
        tab.wait_for_function("matchMedia('(prefers-reduced-motion: reduce)').matches")
        assert tab.evaluate(MOVING) == []
