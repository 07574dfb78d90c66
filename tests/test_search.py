"""Each language finds its own pages, in the words that its readers type."""

import pytest

from tests.browser import needs_chromium

pytestmark = needs_chromium

# Material listens to keys; one more changes nothing, so that it does not matter when it begins to.
FOUND = """() => {
  document.querySelector(".md-search__input").dispatchEvent(new Event("keyup"));
  return document.querySelector(".md-search-result__link");
}"""


def search(tab, path: str, query: str) -> list[str]:
    """The paths of the pages found for the query, best first, each once."""
    tab.goto(path)
    tab.locator(".md-search__input").click()
    tab.locator(".md-search__input").fill(query)
    tab.wait_for_function(FOUND, polling=100)
    paths = "links => links.map((link) => link.pathname)"
    return list(dict.fromkeys(tab.locator(".md-search-result__link").evaluate_all(paths)))


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("함수", "/"),  # the book is full of them; each of the first three will do
        ("미분", "/numerical-differentiation/"),
        ("하강법", "/gradient-descent/"),
        ("손실함수", "/network-gradient/"),  # the chapter on the gradient of the loss function
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
