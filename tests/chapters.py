"""What the tests know of the pages: their files, addresses, fences and parts."""

import ast
import doctest
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.utils import meta

from booksite.fences import Fence, fences

ROOT = Path(__file__).parents[1]
KOREAN, ENGLISH = ROOT / "docs" / "ko", ROOT / "docs" / "en"
LANGUAGES = {"ko": KOREAN, "en": ENGLISH}
FOLDERS = {"ko": "", "en": "en/"}  # from the root of the site
BASE = os.environ.get("SITE_URL") or "http://127.0.0.1:8000/"  # the address that it is built for


def pages() -> list[str]:
    """The paths of all pages, in either language."""
    found = {p.relative_to(f).as_posix() for f in (KOREAN, ENGLISH) for p in f.rglob("*.md")}
    return sorted(found)


def read(language: str, page: str) -> str:
    return (LANGUAGES[language] / page).read_text(encoding="utf-8")


def moved(page: str) -> dict[str, str]:
    """Where each id that the page had has moved to; "" stands for the whole page."""
    return meta.get_data(read("en", page))[1].get("moved", {})


def pages_to_read() -> list[str]:
    """All pages but those that only lead on to another."""
    return [page for page in pages() if "" not in moved(page)]


def path_of(language: str, page: str) -> str:
    """The address of a page from the root of the site."""
    stem = page.removesuffix(".md")
    return FOLDERS[language] + ("" if stem == "index" else f"{stem}/")


REFERENCE = [page for page in pages() if page.startswith("api")]  # of gradbook's docstrings
WITH_CODE = [
    page
    for page in pages()
    if page != "index.md"
    and any(f.language in ("python", "pycon") for f in fences(read("ko", page)))
]


def meaning(fence: Fence) -> object:
    """What the fence does, whatever its comments say."""
    if fence.language == "python":
        return ast.dump(ast.parse(fence.source))
    if fence.language == "pycon":
        examples = doctest.DocTestParser().get_examples(fence.source + "\n")
        return [(ast.dump(ast.parse(e.source)), e.want) for e in examples]
    return fence.source


def blank(text: str) -> str:
    """Nothing but the lines of a text, each as long as it was."""
    return re.sub(r"[^\n]", " ", text)


def prose(text: str) -> str:
    """The text without its fences, each line where it was."""
    for fence in fences(text):
        start, end = fence.span
        text = text[:start] + blank(text[start:end]) + text[end:]
    return text


FRONT = re.compile(r"\A---\n.*?^---$", re.S | re.M)
HEADING = re.compile(r"^(#+) .*?(\{ #(?P<id>[\w-]+) \})?$", re.M)
DISPLAYED = re.compile(r"\$\$(.+?)\$\$", re.S)
INLINE = re.compile(r"(?<!\$)\$([^$\n]+)\$(?!\$)")
CAPTION = re.compile(r"^\s*/// figure-caption \| #([\w-]+)$", re.M)
ADMONITION = re.compile(r"^\s*([!?]{3}\+?) (\w+)", re.M)
LINK = re.compile(r"\]\(([^)]+)\)")
TABLE_ROW = re.compile(r"^\s*\|.*\|$", re.M)
ITEM = re.compile(r"([-*]|\d+\.) ")
MARKS = re.compile(r"#+ |\||[!?]{3}|///|\$\$")  # of what is no paragraph


def front_matter(text: str) -> dict[str, object]:
    """What the front matter says; of what it says in words, only that it does."""
    data = meta.get_data(text)[1]
    return {name: bool(value) if name == "title" else value for name, value in data.items()}


def blocks(words: str) -> Iterator[tuple[int, str, object]]:
    """The paragraphs and the items of lists, each with its place and its indentation."""
    place, before = 0, ""
    for line in words.splitlines(keepends=True):
        text, indent = line.strip(), len(line) - len(line.lstrip())
        if item := ITEM.match(text):
            yield place, "list item", (indent, item[1])
        elif text and not MARKS.match(text) and (not before or before.startswith("///")):
            yield place, "paragraph", indent
        place, before = place + len(line), text


def outline(text: str) -> list[tuple[str, object]]:
    """All that twins must have in common, in order, each with a name to report it by."""
    words = prose(text)
    found: list[tuple[int, str, object]] = [(0, "front matter", front_matter(text))]
    for m in HEADING.finditer(words):
        found.append((m.start(), "heading", (len(m[1]), m["id"])))
    for m in DISPLAYED.finditer(words):
        found.append((m.start(), "formula", " ".join(m[1].split())))
    for m in CAPTION.finditer(words):
        found.append((m.start(), "figure", m[1]))
    for m in ADMONITION.finditer(words):
        found.append((m.start(), "box", (m[1], m[2])))
    for m in LINK.finditer(words):
        found.append((m.start(), "link", m[1]))
    found += blocks(FRONT.sub(lambda m: blank(m[0]), words))
    for m in TABLE_ROW.finditer(words):
        found.append((m.start(), "table row of cells", m[0].count("|")))
    for fence in fences(text):
        found.append((fence.span[0], f"{fence.language} fence", (fence.options, meaning(fence))))
    return [(name, what) for _, name, what in sorted(found, key=lambda item: item[0])]


def inline_formulas(text: str) -> dict[str, set[str]]:
    """The formulas in the sentences of each section: languages order their words differently."""
    words = DISPLAYED.sub("", prose(text))
    sections = re.split(r"^#+ .*\{ #([\w-]+) \}$", words, flags=re.M)
    return {
        heading: {" ".join(f.split()) for f in INLINE.findall(body)}
        for heading, body in zip(sections[1::2], sections[2::2], strict=True)
    }


def by_turns(values: list, first: int, of: int = 2) -> list:
    """Every other value, or one of so many, from the first; the rest for `pytest -m everything`.

    For what is made of every page in the same way: a part of the pages a run.
    """
    return [
        pytest.param(
            *(value if isinstance(value, tuple) else (value,)),
            marks=() if n % of == first else pytest.mark.everything,
        )
        for n, value in enumerate(values)
    ]


def in_one_language(turn: int) -> list:
    """Each page in one language, by turns, from one of the two; the others are marked `everything`.

    For what twins have in common: their elements, and not their words.
    """
    return [
        pytest.param(
            language,
            page,
            id=f"{language}-{page}",
            marks=() if (nth + number) % 2 == turn else pytest.mark.everything,
        )
        for nth, language in enumerate(FOLDERS)
        for number, page in enumerate(pages_to_read())
    ]


def once(language: str) -> list:
    """The language, and the other one marked `everything`: for what does not depend on words."""
    [other] = {*LANGUAGES} - {language}
    return [language, pytest.param(other, marks=pytest.mark.everything)]
