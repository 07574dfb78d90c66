"""Sybil: every fence of the chapters is an example, and each runs alone; a lab is one example."""

import doctest
import re
import warnings
from collections.abc import Iterable

import matplotlib
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import NUMBER, DocTestRunner
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from booksite.execution import SnippetFailed, execute, execute_cells
from booksite.snippets import LAB, cells_of

matplotlib.use("agg")
FENCES = RawFencedCodeBlockLexer(re.compile(r"(?P<language>python|pycon)\b[^\n]*\n"))


def run_snippet(example: Example) -> None:
    """A `python` fence runs as the build runs it."""
    execute(example.parsed)


def run_lab(example: Example) -> None:
    """The cells of a lab run as the build runs them: one program."""
    try:
        execute_cells(example.parsed)
    except SnippetFailed as failure:
        line = example.document.text.partition(example.parsed[failure.cell])[0].count("\n")
        raise AssertionError(f"{example.path}:{line + failure.line}: {failure.error}") from failure


def run_worked_example(example: Example) -> str:
    """A `pycon` fence gives the results that it shows, to the digits that it shows."""
    test = doctest.DocTestParser().get_doctest(
        example.parsed,
        {"__name__": "__main__"},
        example.path,
        example.path,
        example.line,
    )
    told: list[str] = []
    with warnings.catch_warnings():  # a reader sees them, and the results are the same
        warnings.simplefilter("ignore")
        DocTestRunner(NUMBER | doctest.ELLIPSIS).run(test, out=told.append)
    return "".join(told)


def find_fences(document: Document) -> Iterable[Region]:
    """Yield each fence as one example, or the cells of a lab as one."""
    if LAB.match(document.text):
        whole = next(iter(FENCES(document)))
        yield Region(whole.start, whole.end, cells_of(document.text), run_lab)
        return
    for region in FENCES(document):
        python = region.lexemes["language"] == "python"
        region.parsed = str(region.lexemes["source"])
        region.evaluator = run_snippet if python else run_worked_example
        yield region


pytest_collect_file = Sybil([find_fences], path="docs", pattern="**/*.md").pytest()
