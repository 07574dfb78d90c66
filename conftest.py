"""Sybil: every fence of the chapters is an example, and each runs alone; a lab is one example.

And the lanes of the tests: what needs no built site is marked `fast`; what shares work stays
together on a core.
"""

import os
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # a core a worker; NumPy reads it when imported

import matplotlib
import pytest
from sybil import Document, Example, Region, Sybil
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

import gradbook
from booksite.fences import Fence, cells, fences, is_lab
from booksite.run.execution import SnippetFailed
from booksite.run.keys import key_of
from booksite.run.runner import Runner
from tests.dialogues import agrees, run_dialogue, with_planted_errors

matplotlib.use("agg")
ROOT = Path(__file__).parent
FAST = ("docs", "tests/gradbook", "tests/booksite", "tests/docs")


@cache
def runner() -> Runner:
    """Return what runs the programs in this process of pytest."""
    return Runner()


passed: set[str] = set()  # what this process has run; twins differ in comments alone


def run_program(example: Example) -> None:
    """The cells of a program run as the build runs them, once for both twins, and for the build."""
    program: list[Fence] = example.parsed
    sources = tuple(cell.source for cell in program)
    key = key_of(sources)
    if key in passed:
        return
    try:
        runner().result(sources)
    except SnippetFailed as failure:
        line = program[failure.cell].line + failure.line
        raise AssertionError(f"{example.path}:{line}: {failure.error}") from failure
    passed.add(key)


def run_worked_example(example: Example) -> str:
    """A `pycon` fence gives the results that it shows, and no other: a wrong last digit fails."""
    if example.parsed in passed:
        return ""
    try:
        told, results = runner().call(run_dialogue, example.parsed, example.path, example.line)
    except SnippetFailed as failure:
        raise AssertionError(f"{example.path}:{example.line}: {failure.error}") from failure
    if told:
        return told
    for shown, given in results:
        for wrong in with_planted_errors(shown):
            assert not agrees(wrong, given), f"{wrong} would pass, too"
    passed.add(example.parsed)
    return ""


def find_fences(document: Document) -> Iterable[Region]:
    """Yield each program as one example, and each worked example."""
    text = document.text
    if is_lab(text):
        program = cells(text)
        yield Region(*program[0].span, program, run_program)
    for fence in fences(text):
        if fence.language == "python" and not is_lab(text):
            yield Region(*fence.span, [fence], run_program)
        elif fence.language == "pycon":
            yield Region(*fence.span, f"{fence.source}\n", run_worked_example)


def pytest_configure(config: pytest.Config) -> None:
    """Stop where another clone is installed: its package would be tested without a word."""
    installed = Path(gradbook.__file__).parents[1]
    if installed != ROOT:
        raise pytest.UsageError(
            f"gradbook is imported from {installed}, not from {ROOT}: "
            "run `python -m pip install -r requirements.txt` here, in an environment of its own"
        )


pytest_collect_file = Sybil([find_fences], path="docs", pattern="**/*.md").pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the fast lane, which alone covers gradbook: the others need not be traced."""
    for item in items:
        is_fast = item.path.relative_to(ROOT).as_posix().startswith(FAST)
        item.add_marker(pytest.mark.fast if is_fast else pytest.mark.no_cover)


class Scheduling(LoadScopeScheduling):
    """Deals the tests out to the cores."""

    def _split_scope(self, nodeid: str) -> str:
        """Keep a page with its twin and with what is asked of it, and a file of tests as one.

        Tests in a browser and of downloads are many and slow, and share only what each worker has:
        they go one by one, but for those in Firefox and in WebKit, which start once each.
        """
        path = Path(nodeid.partition("::")[0])
        if browser := re.search(r"\[(firefox|webkit)\b", nodeid):
            return browser[1]
        if path.stem == "test_explorables":  # one visit for several tests
            return nodeid.partition("[")[2]
        if path.parent.name == "browser" or path.stem == "test_running":
            return nodeid
        page = re.search(r"/docs/.*\[(?:[\w-]*/)?([\w-]+)\.md\b", nodeid)
        return page[1] if page else path.stem


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    """Return what deals the tests out."""
    return Scheduling(config, log)
