"""What the tests know of a chapter: its fences, headings, formulas, captions and exercises."""

import ast
import doctest
import re
import textwrap
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KOREAN, ENGLISH = ROOT / "docs" / "ko", ROOT / "docs" / "en"


@dataclass(frozen=True)
class Fence:
    line: int
    language: str
    source: str
    indented: bool  # in a box: part of its text

    def meaning(self) -> object:
        """What the fence does, whatever its comments say."""
        if self.language == "python":
            return ast.dump(ast.parse(self.source))
        if self.language == "pycon":
            examples = doctest.DocTestParser().get_examples(self.source)
            return [(ast.dump(ast.parse(e.source)), e.want) for e in examples]
        return self.source


def pages() -> list[str]:
    """The paths of all pages, in either language."""
    found = {p.relative_to(f).as_posix() for f in (KOREAN, ENGLISH) for p in f.rglob("*.md")}
    return sorted(found)


def fences(text: str) -> list[Fence]:
    found, opening, lines = [], None, text.splitlines()
    for number, line in enumerate(lines, 1):
        mark = re.match(r"\s*(```+|~~~+)(.*)", line)
        if not mark:
            continue
        if opening is None:
            opening = number, mark[1], mark[2].strip()
        elif mark[1].startswith(opening[1]) and not mark[2].strip():
            source = textwrap.dedent("\n".join(lines[opening[0] : number - 1]))
            indented = lines[opening[0] - 1].startswith(" ")
            found.append(Fence(opening[0], opening[2], source, indented))
            opening = None
    assert opening is None, f"the fence on line {opening[0]} is never closed"
    return found


def prose(text: str) -> str:
    """The text without its fences, each line where it was."""
    lines = text.splitlines()
    for fence in fences(text):
        for number in range(fence.line - 1, fence.line + fence.source.count("\n") + 2):
            lines[number] = ""
    return "\n".join(lines)


HEADING = re.compile(r"^(#+) .*?(\{ #(?P<id>[\w-]+) \})?$", re.M)
DISPLAYED = re.compile(r"\$\$(.+?)\$\$", re.S)
INLINE = re.compile(r"(?<!\$)\$([^$\n]+)\$(?!\$)")
CAPTION = re.compile(r"^\s*/// figure-caption \| #([\w-]+)$", re.M)
ADMONITION = re.compile(r"^\s*([!?]{3}\+?) (\w+)", re.M)
LINK = re.compile(r"\]\(([^)]+)\)")
TABLE_ROW = re.compile(r"^\s*\|.*\|$", re.M)


def outline(text: str) -> list[tuple[str, object]]:
    """All that twins must have in common, in order, each with a name to report it by."""
    words = prose(text)
    found: list[tuple[int, str, object]] = []
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
    for m in TABLE_ROW.finditer(words):
        found.append((m.start(), "table row of cells", m[0].count("|")))
    lines = words.splitlines(keepends=True)
    for fence in fences(text):
        start = len("".join(lines[: fence.line - 1]))
        found.append((start, f"{fence.language} fence", fence.meaning()))
    return [(name, what) for _, name, what in sorted(found, key=lambda item: item[0])]


def inline_formulas(text: str) -> dict[str, set[str]]:
    """The formulas in the sentences of each section: languages order their words differently."""
    words = DISPLAYED.sub("", prose(text))
    sections = re.split(r"^#+ .*\{ #([\w-]+) \}$", words, flags=re.M)
    return {
        heading: {" ".join(f.split()) for f in INLINE.findall(body)}
        for heading, body in zip(sections[1::2], sections[2::2], strict=True)
    }
