"""The only reader of fences: the programs of a page, and whether the page is a lab.

In: a page's Markdown. Out: its fences and its programs. In a chapter each `python` fence is a
program; a lab is one program, its fences are the cells, but for those in its folded solutions.
"""

import re
import textwrap
from dataclasses import dataclass, field

from mkdocs.utils import meta

Program = tuple[str, ...]  # the sources of its cells

LANGUAGES = ("python", "pycon", "sh", "text")
OPTIONS = ("title", "hl_lines", "open")  # open="yes": the code stands above what it draws
OPTION = re.compile(rf' ({"|".join(OPTIONS)})="([^"\n]*)"')
LINES = re.compile(r"\d+(-\d+)?( \d+(-\d+)?)*")  # what hl_lines may say
MARK = re.compile(r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<info>[^\n]*)$", re.M)


class FenceError(Exception):
    """A fence that the book does not know: the line on the page, and the cause."""

    def __init__(self, line: int, cause: str) -> None:
        super().__init__(f"line {line}: {cause}")
        self.line, self.cause = line, cause


@dataclass(frozen=True)
class Fence:
    """A fenced block of code."""

    language: str
    source: str  # without its indentation
    line: int  # of the opening mark on the page, from 1
    indent: int  # spaces: an indented fence belongs to a box, such as a folded solution
    span: tuple[int, int]  # where it stands in the text, both marks included
    options: dict[str, str] = field(default_factory=dict)


def fences(text: str) -> list[Fence]:
    """Return the fences of a page, in order.

    Raises
    ------
    FenceError
        If one is never closed, or has a language or an option that the book does not know.
        superfences would show the latter as a paragraph, and nothing would run.
    """
    found: list[Fence] = []
    opening: re.Match[str] | None = None
    for mark in MARK.finditer(text):
        if opening is None:
            opening = mark
        elif (
            mark["indent"] == opening["indent"]
            and mark["mark"].startswith(opening["mark"])
            and not mark["info"].strip()
        ):
            found.append(_fence(text, opening, mark))
            opening = None
    if opening:
        raise FenceError(_line(text, opening), "this fence is never closed")
    return found


def _fence(text: str, opening: re.Match[str], closing: re.Match[str]) -> Fence:
    line = _line(text, opening)
    name = re.split(r"[\s{]", opening["info"])[0]
    if name not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise FenceError(line, f"unknown fence {opening['info'].strip()!r}; a fence is {known}")
    options = opening["info"].rstrip()[len(name) :]
    given = dict(OPTION.findall(options))
    unknown = [option for option in given if option not in options_of(name)]
    unknown += [rest.partition("=")[0] for rest in [OPTION.sub("", options).strip()] if rest]
    if unknown:
        raise FenceError(line, unknown_option(unknown[0], name))
    source = textwrap.dedent(text[opening.end() + 1 : closing.start()]).rstrip("\n")
    numbers, rows = given.get("hl_lines", "1"), source.count("\n") + 1
    if not LINES.fullmatch(numbers) or not all(
        0 < int(n) <= rows for n in re.findall(r"\d+", numbers)
    ):
        raise FenceError(line, f"hl_lines={numbers!r} of a fence of {rows} lines; write 1 3-5")
    if given.get("open", "yes") != "yes":
        raise FenceError(line, f'open={given["open"]!r} of a fence; write open="yes" or nothing')
    span = opening.start(), closing.end()
    return Fence(name, source, line, len(opening["indent"]), span, given)


def _line(text: str, mark: re.Match[str]) -> int:
    return text.count("\n", 0, mark.start()) + 1


def options_of(language: str) -> tuple[str, ...]:
    """Return the options that a fence takes; only what runs has a figure to stand above."""
    return OPTIONS if language == "python" else OPTIONS[:2]


def unknown_option(name: str, language: str) -> str:
    """Return what is wrong with an option that a fence does not take."""
    known = ", ".join(f'{name}="…"' for name in options_of(language))
    return f"unknown option {name!r} of a {language} fence; it takes {known}"


def is_lab(text: str) -> bool:
    """Tell whether the front matter of a page makes it a notebook."""
    return "jupyter" in meta.get_data(text)[1]


def cells(text: str) -> list[Fence]:
    """Return the fences of a lab that are cells of its program."""
    return [f for f in fences(text) if f.language == "python" and not f.indent]


def programs(text: str) -> list[Program]:
    """Return the programs of a page."""
    if is_lab(text):
        return [tuple(fence.source for fence in cells(text))]
    return [(fence.source,) for fence in fences(text) if fence.language == "python"]
