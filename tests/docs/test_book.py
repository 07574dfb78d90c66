"""The book as a whole: what one page says of another, and what is said of the book, holds."""

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

import gradbook
from booksite.fences import LANGUAGES as FENCES
from booksite.fences import OPTIONS, is_lab
from tests.chapters import (
    LANGUAGES,
    LINK,
    REFERENCE,
    ROOT,
    moved,
    outline,
    pages,
    pages_to_read,
    read,
)

CONFIGURATIONS = {"ko": "mkdocs.yml", "en": "mkdocs.en.yml"}


def nav(language: str) -> list[str]:
    """The pages in the order of the book."""
    parts = load_config(str(ROOT / CONFIGURATIONS[language])).nav
    inside = [page for part in parts for page in part.values()]
    return [page for one in inside for page in ([one] if isinstance(one, str) else one)]


CHAPTERS = [page for page in nav("en") if page != "index.md" and "{ #summary }" in read("en", page)]


def links(text: str) -> list[str]:
    return [link.partition("#")[0] for link in LINK.findall(text)]


def test_what_a_page_depends_on_is_watched():
    watched = [Path(folder) for folder in load_config(str(ROOT / "mkdocs.yml")).watch]
    for source in ("booksite", "docs/en", "docs/terms.tsv", "gradbook", "theme", "mkdocs.en.yml"):
        assert any((ROOT / source).is_relative_to(folder) for folder in watched), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_leads_to_every_page_of_the_book(language):
    assert set(nav(language)) == set(pages_to_read())
    assert set(nav(language)) - {"index.md", *links(read(language, "index.md"))} == set()


def ids(page: str) -> set[object]:
    """The ids of the headings, figures and entries of a page; its twin has the same."""
    parts = outline(read("en", page))
    named = {what[1] if name == "heading" else what for name, what in parts if name in PARTS}
    return named | set(re.findall(r"^::: (\S+)$", read("en", page), re.M))


PARTS = ("heading", "figure")


@pytest.mark.parametrize("page", [page for page in pages() if moved(page)])
def test_what_has_moved_from_a_page_stands_where_its_address_leads(page):
    for name, target in moved(page).items():
        there, _, new_name = target.partition("#")
        assert name not in ids(page), f"#{name} stands here, and has not moved"
        assert there in pages_to_read()
        assert not name or (new_name or name) in ids(there), target


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_leads_on_to_the_one_behind_it(language, page):
    order = [one for one in nav(language) if one in CHAPTERS]
    behind = order[order.index(page) + 1 :]
    if behind:
        assert behind[0] in links(
            re.search(r"^\*\*(?:Next|다음):\*\* (.*)", read(language, page), re.M)[1]
        )


def test_most_pages_are_chapters():
    assert len(CHAPTERS) > 10


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", gradbook.__all__)
def test_everything_public_has_its_entry_in_the_reference(language, name):
    reference = "".join(read(language, page) for page in REFERENCE)
    entries = re.findall(r"^::: gradbook\.(?:\w+\.)?(\w+)$", reference, re.M)
    assert entries.count(name) == 1


NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
숫자 = ["한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"]


@pytest.mark.parametrize("page", [page for page in pages() if is_lab(read("en", page))])
def test_a_lab_has_as_many_tasks_as_it_says(page):
    tasks = read("en", page).count("{ #task-")
    assert f"There are {NUMBERS[tasks - 1]} tasks." in read("en", page)
    assert f"과제는 {숫자[tasks - 1]} 개입니다." in read("ko", page)


COUNT = re.compile(
    rf"\b({'|'.join(NUMBERS)}|eleven|twelve|\d+) (chapters|labs|explorables|pages|tests|figures)\b"
    rf"|(실습|장|그림|쪽) ?({'|'.join(숫자)}|하나|둘|셋|넷|다섯|\d+)\b(?! 쪽)",
    re.I,
)


@pytest.mark.parametrize("name", ["README.md", "README.ko.md", "CHANGELOG.md", "CONTRIBUTING.md"])
def test_nothing_is_counted_where_nobody_counts_again(name):
    assert [m[0] for m in COUNT.finditer((ROOT / name).read_text(encoding="utf-8"))] == []


def test_contributing_says_what_a_fence_may_say():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    *some, last = (f"`{language}`" for language in FENCES)
    *options, of_python = (f'`{name}="…"`' for name in OPTIONS)
    said = f"A fence is {', '.join(some)} or {last}, and takes {' and '.join(options)}"
    said += f" (a `python` fence {of_python}, too), nothing else."
    assert said in " ".join(text.split())
