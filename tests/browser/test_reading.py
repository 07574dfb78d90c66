"""How a page is read: folded code, terms by a key, the reader's progress, print, no storage."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab, settled

pytestmark = needs_chromium
CODE = "article .figure-code"


def test_a_figure_stands_first_and_its_code_is_one_press_away(tab):
    tab.goto("gradient/")
    settled(tab)
    block = tab.locator(CODE).first
    expect(block.locator("code").first).to_be_hidden()
    figure = tab.locator("figure:has(+ .figure-code)").first
    assert figure.bounding_box()["y"] < block.bounding_box()["y"]
    block.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(block.locator("code").first).to_be_visible()
    block.locator("pre").first.hover()
    block.get_by_role("button").first.click()
    assert "import" in tab.evaluate("navigator.clipboard.readText()")


def test_a_word_found_in_folded_code_unfolds_it(tab):
    tab.goto("gradient/?h=linspace")
    settled(tab)
    mark = tab.locator(f"{CODE} mark").first
    expect(mark).to_be_visible()


def test_the_key_t_leads_through_the_terms_and_tab_passes_them(tab):
    tab.goto("en/gradient/")
    settled(tab)
    assert tab.evaluate("[...document.querySelectorAll('abbr')].every((t) => t.tabIndex < 0)")
    terms = tab.locator("article abbr")
    tab.keyboard.press("t")
    expect(terms.nth(0)).to_be_focused()
    expect(tab.locator(".md-tooltip2--active")).to_have_count(1)
    tab.keyboard.press("t")
    expect(terms.nth(1)).to_be_focused()
    tab.keyboard.press("Shift+T")
    expect(terms.nth(0)).to_be_focused()
    tab.evaluate("document.activeElement.blur()")
    tab.evaluate("document.querySelector('.md-footer').scrollIntoView({ behavior: 'instant' })")
    tab.keyboard.press("t")
    expect(terms.nth(0)).to_be_focused()  # below the last one, it begins again
    tab.locator(".md-search__input").focus()
    tab.keyboard.type("t")
    expect(tab.locator(".md-search__input")).to_have_value("t")


def test_what_one_tab_has_read_is_not_forgotten_by_another(tab):
    tab.goto("gradient/")
    settled(tab)
    other = tab.context.new_page()
    other.goto("linear-approximation/")
    settled(other)
    other.keyboard.press("End")
    expect(other.locator(".md-nav--primary .book-read")).to_have_count(1)
    tab.goto("")
    expect(tab.locator(".md-nav--primary .book-read")).to_have_count(1)


@pytest.mark.parametrize(
    ("first", "words"), [("", ("읽음", "이어 읽기")), ("en/", ("read", "Go on"))]
)
def test_what_was_read_is_marked_and_the_first_page_leads_back(tab, first, words):
    tab.goto(first)
    settled(tab)
    start = tab.locator("article .md-button")
    expect(start).to_have_count(1)
    expect(start).to_be_in_viewport()
    start.click()
    tab.wait_for_url("**/numerical-differentiation/")
    settled(tab)
    bar = "new DOMMatrix(getComputedStyle(document.querySelector('.book-progress')).transform).a"
    assert tab.evaluate(bar) == 0
    tab.locator("#summary").scroll_into_view_if_needed()
    tab.wait_for_function(f"() => {bar} > 0.5")
    tab.keyboard.press("End")
    read = tab.locator(".md-nav--primary .book-read")
    expect(read).to_have_count(1)
    expect(read).to_contain_text(words[0])
    tab.goto(first)
    back = tab.locator("article .md-button").nth(1)
    expect(back).to_have_text(words[1])
    expect(back).to_have_attribute("title", re.compile(r"^1\. "))
    back.click()
    tab.wait_for_url("**/numerical-differentiation/#*")


def test_on_paper_what_is_folded_stays_folded_and_long_lines_go_on(tab):
    tab.goto("gradient/")
    settled(tab)
    opened = tab.locator("article details:not(.figure-code)").first
    opened.locator("summary").click()
    expect(opened).not_to_have_attribute("data-folded", "")
    tab.emulate_media(media="print")
    expect(tab.locator(CODE).first).to_be_hidden()
    expect(opened.locator("> :not(summary)").first).to_be_visible()
    folded = tab.locator("article details[data-folded]:not(.figure-code) > p")
    expect(folded.first).to_be_hidden()
    cut = "[...document.querySelectorAll('article :is(pre > code, samp)')].filter((e) =>"
    assert (
        tab.evaluate(f"{cut} e.checkVisibility() && e.scrollWidth > e.clientWidth + 1).length") == 0
    )


def test_without_storage_all_else_works(browser, address):
    script = """for (const name of ["localStorage", "sessionStorage"]) {
      const get = () => { throw new DOMException("refused", "SecurityError"); };
      Object.defineProperty(window, name, { get, configurable: true });
    }"""
    with new_tab(browser, address, locale="ko-KR") as tab:
        tab.add_init_script(script)
        tab.goto("en/gradient/")
        settled(tab)
        tab.locator(".md-search__input").click()
        tab.locator(".md-search__input").fill("softmax")
        expect(tab.locator(".md-search-result__link").first).to_be_visible()
        tab.keyboard.press("Escape")
        tab.locator("article .highlight pre:visible").first.hover()
        expect(tab.locator("article .highlight button:visible").first).to_be_visible()
        assert tab.complaints == []


def test_opened_as_a_file_it_says_how_to_open_it(browser, site):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((site / "en" / "gradient" / "index.html").as_uri())
    expect(tab.locator("article .warning").first).to_contain_text("python -m http.server")
    context.close()


def test_a_shared_link_shows_the_book(site):
    for folder in ("", "en/"):
        html = (site / folder / "gradient" / "index.html").read_text(encoding="utf-8")
        assert 'property="og:image" content="http://127.0.0.1:8000/assets/images/card.png"' in html
    assert (site / "assets" / "images" / "card.png").exists()
