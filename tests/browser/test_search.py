"""Each language finds its own pages, in the words that its readers type."""

import json
import re
import unicodedata
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab

pytestmark = needs_chromium

INPUT, RESULTS = ".md-search__input", ".md-search-result"
READY = {"": "검색어를 입력하세요", "en/": "Type to start searching"}


@pytest.fixture(scope="module")
def tab(browser, address):
    """One tab for all: each language is opened once, or the worker would index the book anew."""
    with new_tab(browser, address, locale="ko-KR") as tab:
        yield tab


def search(tab, path: str, query: str) -> list[str]:
    """The paths of the pages found for the query, best first, each once."""
    field, told = tab.locator(INPUT), tab.locator(f"{RESULTS}__meta")
    if urlsplit(tab.url).path != f"/{path}":
        tab.goto(path)
        field.click()
    field.fill("")
    expect(told).to_have_text(READY[path])
    field.fill(query)  # as a paste by mouse does: an input event, and no key
    tab.wait_for_selector(f"{RESULTS}__link")
    paths = "links => links.map((link) => link.pathname)"
    return list(dict.fromkeys(tab.locator(f"{RESULTS}__link").evaluate_all(paths)))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        # terms, and words inside longer ones
        ("함수", "/network-gradient/"),
        ("미분", "/numerical-differentiation/"),
        ("하강법", "/gradient-descent/"),
        ("역전파", "/backpropagation/"),
        ("방향도함수", "/gradient-field/"),
        ("손실 함수", "/softmax-and-loss/"),
        # compounds as one word, whole and begun
        ("손실함수", "/softmax-and-loss/"),
        ("경사하강법", "/gradient-descent/"),
        ("경사하강", "/gradient-descent/"),
        # with particles
        ("학습률을", "/learning-rate/"),
        ("학습률이란", "/learning-rate/"),
        ("손실함수를", "/softmax-and-loss/"),
        ("경사하강법이란", "/gradient-descent/"),
        ("소프트맥스란?", "/softmax-and-loss/"),
        ("기울기란 무엇인가", "/gradient/"),
        ("모멘텀은", "/momentum/"),
        ("Adam은", "/adaptive-steps/"),
        ("층처럼", "/backpropagation/"),
        # in spellings that the book avoids
        ("러닝 레이트", "/learning-rate/"),
        ("역전파법이란", "/backpropagation/"),
        ("최소값", "/curvature/"),
    ],
)
def test_korean_is_found_in_the_korean_book(tab, query, page):
    found = search(tab, "", query)
    assert not any(path.startswith("/en/") for path in found)
    assert page in found[:3], found[:5]


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("학습률", "/learning-rate/"),
        ("수치 미분", "/numerical-differentiation/"),
        ("경사 하강법", "/gradient-descent/"),
        ("옵티마이저", "/comparing-optimizers/"),
        ("오차역전파법", "/backpropagation/"),
        ("기울기 벡터장", "/gradient-field/"),
    ],
)
def test_the_chapter_on_a_term_comes_before_those_that_name_it(tab, query, page):
    assert search(tab, "", query)[0] == page


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("learning rate", "/en/learning-rate/"),
        ("softmax", "/en/softmax-and-loss/"),
        ("nabla", "/en/gradient/"),
    ],
)
def test_english_is_found_in_the_english_book(tab, query, page):
    found = search(tab, "en/", query)
    assert all(path.startswith("/en/") for path in found)
    assert page in found[:3], found[:5]


def highlighted(tab) -> set[str]:
    return set(tab.locator(f"{RESULTS}__article mark").all_text_contents())  # folded away, too


@pytest.mark.parametrize("word", ["높이", "길이", "크기", "차이", "결과", "정확도"])
def test_a_noun_that_ends_like_a_particle_is_searched_whole(tab, word):
    search(tab, "", word)
    assert highlighted(tab)
    assert all(text.startswith(word) for text in highlighted(tab)), highlighted(tab)


def test_hangul_in_single_letters_as_macos_has_in_names_of_files_is_found(tab):
    assert "/learning-rate/" in search(tab, "", unicodedata.normalize("NFD", "학습률이란"))


def test_a_term_inside_a_longer_word_is_found(tab):
    # both required of one section; it says 방향도함수 and never 함수 alone
    assert "/gradient-field/" in search(tab, "", "+함수 +방향도함수")


def test_what_is_quoted_is_searched_as_it_stands(tab):
    search(tab, "", '"학습률을"')
    assert highlighted(tab) == {"학습률을"}


def words_of(html: str) -> set[str]:
    """The Korean words of a text; a highlight may begin or end within one."""
    text = re.sub("<[^>]*>", " ", re.sub("</?mark[^>]*>", "", html))
    return set(re.findall("[가-힣]+", text))


@pytest.mark.parametrize("query", ["학습률", "손실함수를", "방향도함수", "기울기란 무엇인가"])
def test_a_result_shows_nothing_but_what_the_page_says(site, tab, query):
    search(tab, "", query)
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    said = {word for doc in index["docs"] for word in words_of(f"{doc['title']} {doc['text']}")}
    # but for the line "Missing: …", which repeats the query
    shown = tab.locator(f"{RESULTS}__article > :not({RESULTS}__terms)")
    assert words_of(" ".join(shown.evaluate_all("all => all.map((e) => e.outerHTML)"))) <= said


def test_what_is_pasted_by_mouse_is_searched_after_what_was_typed(tab):
    search(tab, "en/", "softmax")
    tab.locator(INPUT).evaluate(
        "(input) => { input.value = 'nabla'; input.dispatchEvent(new InputEvent('input')); }"
    )
    expect(tab.locator(f"{RESULTS}__article mark").first).to_have_text(re.compile("nabla", re.I))


@pytest.mark.parametrize(("path", "name"), [("", "검색"), ("en/", "Search")])
def test_the_search_dialog_has_the_name_of_its_field(tab, path, name):
    tab.goto(path)
    expect(tab.locator("[role=dialog]")).to_have_accessible_name(name)


def test_a_link_to_a_search_finds(tab):
    tab.goto("en/?q=softmax")
    tab.wait_for_selector(f"{RESULTS}__link")
    assert tab.locator(INPUT).input_value() == "softmax"


def test_what_was_searched_for_is_marked_on_the_page_found(tab):
    tab.goto("en/softmax-and-loss/?h=softmax")
    tab.wait_for_selector("article mark")
    assert tab.locator("article mark").first.inner_text().lower() == "softmax"
