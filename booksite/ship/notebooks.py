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

from nbformat import NotebookNode

from booksite.fences import Fence, fences

PIECE = re.compile(
    r"""
      ^///\ figure-caption\ (?P<number>\d+)\n(?P<caption>.*?)^///$
    | ^(?P<mark>!!!|\?\?\?\+?)\ (?P<kind>\w+)(?:\ "(?P<title>[^"\n]*)")?\n
      (?P<body>(?:\ {4}[^\n]*(?:\n|\Z)|\s*?\n)*)
    """,
    re.M | re.S | re.X,
)
CAPTION = re.compile(r"^( */// figure-caption).*$", re.M)
DISPLAYED = re.compile(r"^\$\$\n(.+?)^\$\$$", re.M | re.S)
ADDRESS = re.compile(r"\]\((?!\w+:)(?P<page>[^)#\s]*)(?P<anchor>#[^)\s]*)?\)")
# Code and formulas come first, so that a ** within them is not taken for bold.
BOLD = re.compile(r"`[^`\n]*`|\$[^$\n]*\$|\*\*(?P<text>.+?)\*\*(?P<stuck>(?=\w))?")


@dataclass(frozen=True)
class Source:
    """A page, and what turns it into cells."""

    text: str
    path: str  # of the page, in its docs folder
    site: str  # the address of the site in the page's language
    caption: str  # what begins a caption: "Figure {}."
    lab: bool

    def cells(self) -> list[NotebookNode]:
        """Return the cells of the page; one tagged `worked` ends with a result to be shown."""
        found: list[NotebookNode] = []
        title, _, text = self.text.lstrip().partition("\n")
        text = f"{title}\n\n<{self.address()}>\n{text}"  # where the page has its figures
        numbers = itertools.count(1)
        text = CAPTION.sub(lambda m: f"{m[1]} {next(numbers)}", text)
        for cell in self._cells(text):
            if found and found[-1].cell_type == cell.cell_type == "markdown":
                found[-1].source += f"\n\n{cell.source}"
            else:
                found.append(cell)
        for number, cell in enumerate(found, 1):
            cell.id = f"cell-{number}"  # the same in each build
        return found

    def address(self, page: str = "", anchor: str = "") -> str:
        """Return the address on the site of a page that this page links to; of itself."""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), page))
        path = (path if page else self.path).removesuffix(".md")
        return f"{self.site}{'' if path == 'index' else path + '/'}{anchor}"

    def _cells(self, text: str, *, shown: bool = False) -> Iterator[NotebookNode]:
        """Yield the cells of a text; what is only shown is not run, and stays Markdown."""
        position = 0
        for fence in fences(text):
            if fence.language in ("python", "pycon") and not (fence.indent or shown):
                yield from self._prose(text[position : fence.span[0]])
                yield from _code(fence)
                position = fence.span[1]
        yield from self._prose(text[position:])

    def _prose(self, text: str) -> Iterator[NotebookNode]:
        """Yield what stands between the fences: words, captions and boxes."""
        position = 0
        for piece in PIECE.finditer(text):
            yield from self._words(text[position : piece.start()])
            position = piece.end()
            if piece["caption"] is None:
                yield from self._box(piece)
            else:
                words = f"{self.caption.format(piece['number'])} {piece['caption'].strip()}"
                yield from self._words("\n\n".join(f"_{p}_" for p in words.split("\n\n")))
        yield from self._words(text[position:])

    def _box(self, piece: re.Match[str]) -> Iterator[NotebookNode]:
        folded = piece["mark"].startswith("?")
        title: str | None = piece["title"] or piece["kind"].title()
        # A folded solution that ran would tell its answer to whoever runs all cells.
        cells = [*self._cells(textwrap.dedent(piece["body"]), shown=folded or self.lab)]
        if folded:
            body = "\n\n".join(cell.source for cell in cells)
            summary = f"<details><summary>{title}</summary>"
            cells = [_cell("markdown", f"{summary}\n\n{body}\n\n</details>")]
        for cell in cells:
            if cell.cell_type == "markdown" and not folded:
                cell.source, title = _quotation(cell.source, title), None
            yield cell

    def _words(self, text: str) -> Iterator[NotebookNode]:
        """Yield the text, if there is any, without what only this book's Markdown knows."""
        text = re.sub(r"^(#+ .*?) \{ #[\w-]+ \}$", r"\1", text.strip("\n"), flags=re.M)
        text = re.sub(r"<!--.*?-->", "", text, flags=re.S)  # for reviewers
        text = ADDRESS.sub(lambda m: f"]({self.address(m['page'], m['anchor'] or '')})", text)
        if text.strip():
            yield _cell("markdown", BOLD.sub(_bold, text))


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


def _code(fence: Fence) -> Iterator[NotebookNode]:
    """Yield a fence's code; a worked example without its results, a cell to each that is shown."""
    if fence.language == "python":
        yield _cell("code", fence.source)
        return
    inputs = ""
    for example in doctest.DocTestParser().get_examples(f"{fence.source}\n"):
        inputs += example.source
        last = ast.parse(example.source).body[-1]
        if example.want and isinstance(last, ast.Expr) and "print(" not in example.source:
            yield _cell("code", inputs.rstrip("\n"), tags=["worked"])
            inputs = ""
    if inputs:
        yield _cell("code", inputs.rstrip("\n"))


def _cell(kind: str, source: str, **metadata: object) -> NotebookNode:
    """Return a cell; nbformat's own functions check each against a schema, which takes long."""
    run: dict[str, object] = {"outputs": [], "execution_count": None} if kind == "code" else {}
    cell = {"cell_type": kind, "source": source, "metadata": NotebookNode(metadata), **run}
    return NotebookNode(cell)


def print_last_expression(source: str) -> str:
    """Return a worked example that prints its result, as a script has to."""
    last = ast.parse(source).body[-1]
    lines = source.splitlines(keepends=True)
    before, statement = "".join(lines[: last.lineno - 1]), "".join(lines[last.lineno - 1 :])
    expression = ast.get_source_segment(source, last) or ""
    return before + statement.replace(expression, f"print({expression})", 1)
