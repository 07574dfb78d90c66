"""The site in a real browser: copied, searched, switched, read by machine, in light and dark."""

import doctest
import itertools

import pytest

from tests.browser import EVERY_PAGE, FOLDERS, found_by_axe, needs_chromium, path_of, toggle
from tests.chapters import fences, pages

pytestmark = needs_chromium

COPY_ALL = """async () => {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const copied = [];
  for (const button of document.querySelectorAll("[data-md-type=copy]")) {
    await navigator.clipboard.writeText("");
    button.click();
    for (let tries = 0; tries < 500 && !(await navigator.clipboard.readText()); tries++) {
      await new Promise((done) => setTimeout(done, 5));
    }
    const block = button.closest(".highlight");
    const language = [...block.classList].find((name) => name.startsWith("language-"));
    copied.push([language?.slice(9) ?? "", await navigator.clipboard.readText()]);
  }
  return copied;
}"""


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_a_page_is_whole_without_any_other_host(tab, language, page):
    tab.goto(path_of(language, page), wait_until="networkidle")
    assert tab.refused == []
    assert tab.complaints == []
    assert tab.evaluate("document.documentElement.lang") == language


def program(fence) -> str:
    """The code of a fence, without prompts and results: what Sybil runs (../conftest.py)."""
    if fence.language == "python":
        return fence.source
    return "".join(e.source for e in doctest.DocTestParser().get_examples(fence.source))


def test_what_is_copied_is_the_code_that_is_tested(tab):
    for language, (folder, _) in FOLDERS.items():
        for page in pages():
            tab.goto(path_of(language, page))
            copied = [c[1].split() for c in tab.evaluate(COPY_ALL) if c[0] in ("python", "pycon")]
            text = (folder / page).read_text(encoding="utf-8")
            written = [f for f in fences(text) if f.language in ("python", "pycon")]
            if page != "api.md":  # whose code comes from the docstrings
                assert copied == [program(f).split() for f in written], f"{language}/{page}"


def test_prompts_and_results_are_not_selected(tab):
    tab.goto("gradient/")
    selected = tab.evaluate("""() => {
      const block = document.querySelector(".language-pycon code");
      getSelection().selectAllChildren(block);
      return getSelection().toString();
    }""")
    assert "numerical_gradient(f, [3, 4])" in selected
    assert ">>>" not in selected
    assert "array([6., 8.])" not in selected


# Access ---------------------------------------------------------------------------------------


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
    import re

    for file in site.rglob("index.html"):
        levels = [int(n) for n in re.findall(r"<h([1-6])\b", file.read_text(encoding="utf-8"))]
        assert levels[0] == 1, file
        assert levels.count(1) == 1, file
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (file, levels)


# Looks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_nothing_sticks_out_on_a_phone(browser, address, language, page):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    tab = context.new_page()
    tab.goto(path_of(language, page))
    wide = tab.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 360


def test_figures_and_formulas_follow_the_toggle(tab):
    tab.goto("gradient/")
    colours = """() => ["math", ".snippet-figures svg"].map(
      (selector) => getComputedStyle(document.querySelector(selector)).color)"""
    light = tab.evaluate(colours)
    tab.locator("label[for=__palette_1]").click()
    dark = tab.evaluate(colours)
    assert all(a != b for a, b in zip(light, dark, strict=True))


def test_paper_shows_the_text_alone(tab):
    tab.goto("gradient/")
    tab.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".md-sidebar--primary", ".md-clipboard"):
        for element in tab.locator(chrome).all():
            assert not element.is_visible(), chrome
    assert tab.locator("h1").is_visible()


# Language -------------------------------------------------------------------------------------


def test_the_switch_leads_to_the_same_section(tab):
    tab.goto("gradient/#five-traps")
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/gradient/#*")
    assert tab.evaluate("location.hash").lstrip("#") in ("five-traps", "code", "trap-integers")
    tab.locator(".book-language").click()
    tab.wait_for_url(lambda url: "/en/" not in url)


def test_the_other_language_is_offered_once_and_can_be_dismissed(tab):
    tab.goto("en/gradient/")  # with a browser that speaks Korean
    offer = tab.locator(".book-offer")
    assert offer.is_visible()
    assert "한국어" in offer.inner_text()
    assert tab.url.endswith("/en/gradient/")  # and is not redirected
    offer.locator("button").click()
    assert offer.count() == 0
    tab.goto("en/gradient-field/")
    assert not tab.locator(".book-offer").is_visible()


def test_nothing_is_offered_to_who_reads_their_language_or_chose_one(tab):
    tab.goto("gradient/")
    assert not tab.locator(".book-offer").is_visible()
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/**")
    assert not tab.locator(".book-offer").is_visible()


# Search ---------------------------------------------------------------------------------------


def search(tab, path: str, query: str) -> list[str]:
    tab.goto(path, wait_until="networkidle")
    tab.locator(".md-search__input").click()
    tab.locator(".md-search__input").fill(query)
    tab.locator(".md-search__input").press("End")  # Material listens to keys, not to input
    tab.wait_for_selector(".md-search-result__link")
    tab.wait_for_timeout(300)
    found = [a.get_attribute("href") for a in tab.locator(".md-search-result__link").all()]
    pages = [h.split("?")[0].split("#")[0] for h in found]
    return list(dict.fromkeys(pages))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("함수", ""),
        ("미분", "numerical-differentiation"),
        ("하강법", "gradient-descent"),
        ("손실함수", "network-gradient"),  # the chapter on the gradient of the loss function
        ("손실 함수", "softmax-and-loss"),
        ("경사하강법", "gradient-descent"),
        ("학습률을", "learning-rate"),
        ("방향도함수", "gradient-field"),
    ],
)
def test_korean_is_found_in_the_korean_book(tab, query, page):
    found = search(tab, "", query)
    assert not any("/en/" in address for address in found)
    assert any(page in address for address in found[:3]), found[:5]


@pytest.mark.parametrize(
    ("query", "page"),
    [("learning rate", "learning-rate"), ("softmax", "softmax-and-loss"), ("nabla", "gradient")],
)
def test_english_is_found_in_the_english_book(tab, query, page):
    found = search(tab, "en/", query)
    assert all("/en/" in address for address in found)
    assert any(f"/{page}/" in address for address in found[:3]), found[:5]
