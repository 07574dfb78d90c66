"""A program runs as the reader who copies it will run it: what each cell drew and printed.

This is the child's side, in a process that is the program's alone: its settings are never undone.
"""

import contextlib
import io
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process

from booksite import DATA
from booksite.figures.svg import minified
from booksite.run.keys import is_outdated
from booksite.run.page import Program, print_warnings, set_style


@dataclass(frozen=True)
class Result:
    """What a cell left behind: its figures as SVG, and its printed output."""

    figures: list[str]
    output: str


class SnippetFailed(Exception):
    """A program failed. Its arguments are the line in the cell, from 1, the error, the cell."""

    def __init__(self, line: int, error: str, cell: int = 0) -> None:
        super().__init__(line, error, cell)
        self.line, self.error, self.cell = line, error, cell


def run_alone(cells: Sequence[str], salt: str) -> list[Result]:
    """Run the cells in order, in one namespace and an empty folder; their threads end with them.

    The salt tells the ids in their figures from those in other programs' figures. Raises
    SnippetFailed if a cell is no Python, raises, or prints or draws more than the limit.
    """
    become_reader()
    if is_outdated("gradbook"):  # the server has loaded it
        for module in [name for name in sys.modules if name.partition(".")[0] == "gradbook"]:
            del sys.modules[module]
    with alone():
        return execute(cells, salt)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Have this process alone: a new folder, threads that end here, an end with its parent."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        lay_out_data()
        try:
            yield
            for thread in threading.enumerate():
                if not thread.daemon and thread is not threading.main_thread():
                    thread.join()
        finally:
            os.chdir(os.sep)  # Windows removes no folder that somebody is in


def lay_out_data() -> None:
    """Put the data that the site offers into the current folder, as a reader does."""
    for file in DATA.glob("*.npz"):
        shutil.copy(file, ".")


def _end_with_parent() -> None:
    """End this process when the build has: a build that is killed leaves none behind."""
    if parent := parent_process():
        connection.wait([parent.sentinel])
        os._exit(1)


def become_reader() -> None:
    """Give the process the book's figures, and warnings that stand where the reader sees them."""
    os.environ["NO_COLOR"] = "1"  # verdicts of tasks are plain text
    set_style()
    print_warnings()


def execute(cells: Sequence[str], salt: str = "") -> list[Result]:
    """Run the cells in order, in this process, and return what each left behind."""
    program, results = Program(), []
    for number, cell in enumerate(cells):
        printed = io.StringIO()
        left = program.run(cell, f"{salt}-{number}", "none", printed.write)
        if error := left["error"]:
            raise SnippetFailed(error["line"] or 1, error["sentence"], number)
        results.append(Result([minified(svg) for svg in left["figures"]], printed.getvalue()))
    return results
