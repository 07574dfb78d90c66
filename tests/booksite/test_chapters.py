"""Where a page stands in the book, and how long it takes to read."""

from types import SimpleNamespace

import pytest

from booksite.chapters import describe

NAV = [
    "index.md",
    {"About": "about.md"},
    {"Part 1": ["a.md", "b.md"]},
    {"Part 2": ["c.md"]},
    {"Labs": ["labs/a.md", "labs/b.md"]},
]
WORDS = {"chapter": "chapter {} of {}", "page": "{} of {}", "minutes": "{} min"}


def meta(path: str, markdown: str = "", language: str = "en") -> dict:
    page = SimpleNamespace(file=SimpleNamespace(src_uri=path), meta={})
    config = SimpleNamespace(
        nav=NAV, extra={"parts": 2, "words": WORDS}, theme={"language": language}
    )
    describe(page, markdown, config)
    return page.meta


@pytest.mark.parametrize(
    ("path", "place", "number"),
    [
        ("a.md", "chapter 1 of 3", 1),
        ("c.md", "chapter 3 of 3", 3),
        ("labs/b.md", "2 of 2", None),
    ],
)
def test_chapters_are_numbered_through_the_parts_and_labs_apart(path, place, number):
    found = meta(path)
    assert (found["place"], found.get("number")) == (place, number)


def test_the_first_page_stands_nowhere():
    assert meta("index.md") == {}


def test_the_minutes_count_words_and_figures_and_no_code():
    prose = "word " * 900
    code = "\n\n```python\n" + "name = 1\n" * 900 + "```\n"
    assert meta("a.md", prose)["minutes"] == "5 min"
    assert meta("a.md", prose + code)["minutes"] == "5 min"
    assert meta("a.md", prose + "\n/// figure-caption\n///\n" * 6)["minutes"] == "7 min"
    assert meta("a.md", prose, "ko")["minutes"] == "7 min"
    assert meta("a.md", "")["minutes"] == "1 min"
