"""A page's Markdown becomes the cells of a notebook: the book's dialect in what notebooks can show.

Fences become code, boxes quotations, captions italics, and links lead to the site. Formulas stay,
as notebooks set TeX too.
"""

import ast
import doctest
import itertools
import posixpath
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from booksite.fences import Fence, fences

PIECE = re.compile(
    r"""
      ^///\ figure-caption[^\n]*\n(?P<caption>.*?)^///$
    | ^(?P<mark>!!!|\?\?\?\+?)\ (?P<kind>\w+)(?:\ "(?P<title>[^"\n]*)")?\n
      (?P<body>(?:\ {4}[^\n]*(?:\n|\Z)|\s*?\n)*)
    """,
    re.M | re.S | re.X,
)
DISPLAYED = re.compile(r"^\$\$\n(.+?)^\$\$$", re.M | re.S)
ADDRESS = re.compile(r"\]\((?!\w+:)(?P<page>[^)#\s]*)(?P<anchor>#[^)\s]*)?\)")
# Code and formulas come first, so that a ** within them is not taken for bold.
BOLD = re.compile(r"`[^`\n]*`|\$[^$\n]*\$|\*\*(?P<text>.+?)\*\*(?P<stuck>(?=\w))?")


@dataclass(frozen=True)
class Cell:
    """A cell: Markdown, code, or a worked example, whose last line is a result to be shown."""

    kind: Literal["markdown", "code", "worked"]
    source: str
    hidden: bool = False  # it is part of a folded solution


@dataclass(frozen=True)
class Source:
    """A page, and what turns it into cells."""

    text: str
    path: str  # of the page, in its docs folder
    site: str  # the address of the site in the page's language
    caption: str  # what begins a caption: "Figure {}."
    lab: bool

    def cells(self) -> list[Cell]:
        """Return the cells of the page."""
        found: list[Cell] = []
        title, _, text = self.text.lstrip().partition("\n")
        text = f"{title}\n\n<{self.address()}>\n{text}"  # where the page has its figures
        for cell in self._cells(text, itertools.count(1)):
            if found and found[-1].kind == cell.kind == "markdown":
                cell = Cell("markdown", f"{found.pop().source}\n\n{cell.source}")
            found.append(cell)
        return found

    def address(self, page: str = "", anchor: str = "") -> str:
        """Return the address on the site of a page that this page links to; of itself."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), page))
        path = (path if page else self.path).removesuffix(".md")
        path = "" if path == "index" else f"{path}/"
        return f"{self.site}{path}{anchor}"

    def _cells(self, text: str, numbers: Iterator[int], *, box: bool = False) -> Iterator[Cell]:
        position = 0
        for fence in fences(text):
            # in a box of a lab it is shown, not run: it stays Markdown
            if (
                fence.language in ("python", "pycon")
                and not fence.indent
                and not (box and self.lab)
            ):
                yield from self._prose(text[position : fence.span[0]], numbers)
                yield from _code(fence)
                position = fence.span[1]
        yield from self._prose(text[position:], numbers)

    def _prose(self, text: str, numbers: Iterator[int]) -> Iterator[Cell]:
        """Yield what stands between the fences: words, captions and boxes."""
        position = 0
        for piece in PIECE.finditer(text):
            yield from self._words(text[position : piece.start()])
            position = piece.end()
            if piece["caption"] is not None:
                words = f"{self.caption.format(next(numbers))} {piece['caption'].strip()}"
                yield from self._words("\n\n".join(f"_{p}_" for p in words.split("\n\n")))
            else:
                yield from self._box(piece, numbers)
        yield from self._words(text[position:])

    def _box(self, piece: re.Match[str], numbers: Iterator[int]) -> Iterator[Cell]:
        folded = piece["mark"].startswith("?")
        title: str | None = piece["title"] or piece["kind"].title()
        for cell in self._cells(textwrap.dedent(piece["body"]), numbers, box=True):
            if cell.kind != "markdown":
                yield Cell(cell.kind, cell.source, hidden=folded or cell.hidden)
            elif folded:
                summary = f"<details><summary>{title}</summary>"
                yield Cell("markdown", f"{summary}\n\n{cell.source}\n\n</details>")
            else:
                yield Cell("markdown", _quotation(cell.source, title))
                title = None

    def _words(self, text: str) -> Iterator[Cell]:
        """Yield the text, if there is any, without what only this book's Markdown knows."""
        text = re.sub(r"^(#+ .*?) \{ #[\w-]+ \}$", r"\1", text.strip("\n"), flags=re.M)
        text = ADDRESS.sub(lambda m: f"]({self.address(m['page'], m['anchor'] or '')})", text)
        if text.strip():
            yield Cell("markdown", BOLD.sub(_bold, text))


def _bold(found: re.Match[str]) -> str:
    """Write bold as HTML where CommonMark knows no bold: between a bracket and a particle."""
    if found["stuck"] is None or re.search(r"\w$", found["text"]):
        return found[0]
    return f"<b>{found['text']}</b>"


def _quotation(text: str, title: str | None) -> str:
    # Notebooks find formulas before quotations: a > within a formula would be set with it.
    text = DISPLAYED.sub(lambda m: f"$${' '.join(m[1].split())}$$", text)
    text = f"**{title}**\n\n{text}" if title else text
    return re.sub(r"^> $", ">", textwrap.indent(text, "> ", lambda line: True), flags=re.M)


def _code(fence: Fence) -> Iterator[Cell]:
    """Yield a fence's code; a worked example without its results, a cell to each that is shown."""
    if fence.language == "python":
        yield Cell("code", fence.source)
        return
    inputs = ""
    for example in doctest.DocTestParser().get_examples(fence.source + "\n"):
        inputs += example.source
        if example.want and _is_a_result(ast.parse(example.source).body[-1]):
            yield Cell("worked", inputs.rstrip("\n"))
            inputs = ""
    if inputs:
        yield Cell("code", inputs.rstrip("\n"))


def _is_a_result(statement: ast.stmt) -> bool:
    """Tell an expression whose value Python shows from a call that prints."""
    return isinstance(statement, ast.Expr) and not ast.unparse(statement).startswith("print(")


def printed(source: str) -> str:
    """Return a worked example that prints its result, as a script has to."""
    last = ast.parse(source).body[-1]
    assert isinstance(last, ast.Expr)
    lines = source.encode().splitlines(keepends=True)
    start = len(b"".join(lines[: last.lineno - 1])) + last.col_offset
    end = len(b"".join(lines[: (last.end_lineno or 0) - 1])) + (last.end_col_offset or 0)
    code = source.encode()
    return b"".join([code[:start], b"print(", code[start:end], b")", code[end:]]).decode()
