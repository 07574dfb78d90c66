"""Sybil: every fence of the chapters is an example, and each runs alone; a lab is one example.

And how the tests are dealt out to the cores: what shares work stays together.
"""

import ast
import doctest
import os
import re
import warnings
from collections.abc import Iterable

os.environ.setdefault("OMP_NUM_THREADS", "1")  # a core a worker; NumPy reads it when imported

import matplotlib
import pytest
from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import NUMBER, DocTestRunner
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

from booksite.execution import SnippetFailed, execute, execute_cells
from booksite.snippets import LAB, cells_of

matplotlib.use("agg")
FENCES = RawFencedCodeBlockLexer(re.compile(r"(?P<language>python|pycon)\b[^\n]*\n"))

passed: set[str] = set()  # what this process has run; twins differ in comments alone


def run_snippet(example: Example) -> None:
    """A `python` fence runs as the build runs it, once for both twins."""
    meaning = ast.dump(ast.parse(example.parsed))
    if meaning not in passed:
        execute(example.parsed)
        passed.add(meaning)


def run_lab(example: Example) -> None:
    """The cells of a lab run as the build runs them: one program, once for both twins."""
    meaning = ast.dump(ast.parse("\n".join(example.parsed)))
    if meaning in passed:
        return
    try:
        execute_cells(example.parsed)
    except SnippetFailed as failure:
        line = example.document.text.partition(example.parsed[failure.cell])[0].count("\n")
        raise AssertionError(f"{example.path}:{line + failure.line}: {failure.error}") from failure
    passed.add(meaning)


def run_worked_example(example: Example) -> str:
    """A `pycon` fence gives the results that it shows, to the digits that it shows."""
    if example.parsed in passed:
        return ""
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
    if not told:
        passed.add(example.parsed)
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Deal the tests out to the cores: a page with its twin, a file of tests as one.

    Tests in a browser and of downloads are many and slow, and share only what each worker has: they
    go one by one.
    """
    for item in items:
        if not {"browser", "elsewhere"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
