"""Each language finds its own pages, in the words that its readers type."""

import pytest

from tests.browser import needs_chromium, settled

pytestmark = needs_chromium

# Material listens to keys; one more changes nothing, so that it does not matter when it begins to.
FOUND = """() => {
  document.querySelector(".md-search__input").dispatchEvent(new Event("keyup"));
  return document.querySelector(".md-search-result__link");
}"""


def search(tab, path: str, query: str) -> list[str]:
    """The paths of the pages found for the query, best first, each once."""
    tab.goto(path)
    settled(tab)
    tab.locator(".md-search__input").click()
    tab.locator(".md-search__input").fill(query)
    tab.wait_for_function(FOUND, polling=100)
    paths = "links => links.map((link) => link.pathname)"
    return list(dict.fromkeys(tab.locator(".md-search-result__link").evaluate_all(paths)))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("함수", "/network-gradient/"),
        ("미분", "/numerical-differentiation/"),
        ("하강법", "/gradient-descent/"),
        ("손실함수", "/network-gradient/"),  # the chapter on the gradient of the loss function
        ("손실함수", "/softmax-and-loss/"),
        ("손실 함수", "/softmax-and-loss/"),
        ("경사하강법", "/gradient-descent/"),
        ("학습률을", "/learning-rate/"),
        ("방향도함수", "/gradient-field/"),
    ],
)
def test_korean_is_found_in_the_korean_book(tab, query, page):
    found = search(tab, "", query)
    assert not any(path.startswith("/en/") for path in found)
    assert any(path.startswith(page) for path in found[:3]), found[:5]


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


def fetched_for_search(tab) -> list[str]:
    """What the page has fetched that only the search needs."""
    names = "performance.getEntriesByType('resource').map((entry) => entry.name)"
    return [name for name in tab.evaluate(names) if "/search" in name]


def test_a_page_does_not_fetch_the_search_before_it_is_opened(tab):
    tab.goto("gradient/", wait_until="networkidle")
    settled(tab)
    assert fetched_for_search(tab) == []
    tab.locator(".md-search__input").click()
    tab.wait_for_function(
        "() => performance.getEntriesByName(new URL("
        "'../search/search_index.json', location)).length"
    )
    tab.locator(".md-search__input").fill("softmax")
    tab.wait_for_function(FOUND, polling=100)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_the_search(tab, key):
    tab.goto("gradient/")
    settled(tab)
    tab.keyboard.press(key)
    tab.wait_for_function("() => document.activeElement.matches('.md-search__input')")
    tab.keyboard.type("softmax")
    tab.wait_for_function(FOUND, polling=100)


def test_a_link_to_a_search_finds(tab):
    tab.goto("en/?q=softmax")
    tab.wait_for_function(FOUND, polling=100)
    assert tab.locator(".md-search__input").input_value() == "softmax"


def test_what_was_searched_for_is_marked_on_the_page_found(tab):
    tab.goto("en/softmax-and-loss/?h=softmax")
    tab.wait_for_selector("article mark")
    assert tab.locator("article mark").first.inner_text().lower() == "softmax"
