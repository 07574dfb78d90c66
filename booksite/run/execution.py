"""A program runs as the reader who copies it will run it: what each cell drew and printed.

This is the child's side, in a process that is the program's alone: its settings are never undone.
"""

import contextlib
import io
import os
import re
import shutil
import tempfile
import threading
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from typing import Any

from matplotlib import pyplot as plt

from booksite import DATA
from booksite.figures.svg import to_svg
from booksite.run.page import Printed, print_warnings, set_style

MOST_FIGURES = 20


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
    results: list[Result] = []
    number = 0
    namespace: dict[str, Any] = {"__name__": "__main__"}
    try:
        programs = [compile(cell, f"<cell {number}>", "exec") for number, cell in enumerate(cells)]
        for number, program in enumerate(programs):
            printed = io.StringIO()
            with contextlib.redirect_stdout(Printed(printed.write)):
                exec(program, namespace)
            results.append(Result(export_figures(f"{salt}-{number}"), printed.getvalue()))
    except BaseException as error:
        raise SnippetFailed(*_where(error, number)) from error
    return results


def export_figures(salt: str) -> list[str]:
    """Return the open figures as SVG, and close them."""
    numbers = plt.get_fignums()
    if len(numbers) > MOST_FIGURES:
        raise ValueError(f"draws {len(numbers)} figures, more than {MOST_FIGURES}")
    figures = [to_svg(plt.figure(n), f"{salt}-{n}") for n in numbers]
    plt.close("all")
    return figures


def _where(error: BaseException, number: int) -> tuple[int, str, int]:
    """Return the line of the program's last step on the way to the error, the error, the cell."""
    sentence = "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    places = [(f.filename, f.lineno) for f in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno))
    for file, line in reversed(places):
        if cell := re.fullmatch(r"<cell (\d+)>", file):
            return line or 1, sentence, int(cell[1])
    return 1, sentence, number
