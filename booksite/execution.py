"""A program runs alone, as the reader who copies it will run it: what each cell printed and drew.

A snippet of a chapter is a program of one cell; the cells of a lab are one program. This module is
all that a worker process imports. Nothing of one program is left for the next: its names live in a
fresh namespace, its figures are closed and its settings of matplotlib undone.
"""

import contextlib
import io
import re
import sys
import traceback
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from unittest import mock

import matplotlib

from booksite.figures import STYLE, to_svg


@dataclass(frozen=True)
class Result:
    """What a cell left behind: its figures as SVG, and its printed output."""

    figures: list[str]
    output: str


class SnippetFailed(Exception):
    """A program raised. Its arguments are the line in the cell, from 1, the error, the cell."""

    def __init__(self, line: int, error: str, cell: int) -> None:
        super().__init__(line, error, cell)
        self.line, self.error, self.cell = line, error, cell


def execute(source: str) -> Result:
    """Run the source as a program of its own."""
    return execute_cells([source])[0]


def execute_cells(cells: Sequence[str], salt: str = "") -> list[Result]:
    """Run the cells in order, in one namespace, and return what each left behind.

    The salt tells the ids in their figures from those in other programs' figures.
    """
    results = []
    number = 0
    try:
        for number, source in enumerate(cells):  # all, before the first runs
            compile(source, _name(number), "exec")
        namespace: dict[str, Any] = {"__name__": "__main__"}
        with _reader():
            for number, source in enumerate(cells):
                results.append(_run(source, number, namespace, salt))
    except BaseException as error:
        raise SnippetFailed(*_where(error, number)) from error
    return results


def _run(source: str, number: int, namespace: dict[str, Any], salt: str) -> Result:
    from matplotlib import pyplot as plt

    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(source, _name(number), "exec"), namespace)
        figures = [to_svg(plt.figure(n), f"{salt}-{number}-{n}") for n in plt.get_fignums()]
    finally:
        plt.close("all")
    return Result(figures, printed.getvalue())


@contextlib.contextmanager
def _reader() -> Iterator[None]:
    """Give a program its own matplotlib, and warnings that stand where the reader will see them."""
    matplotlib.use("agg")  # here and not by MPLBACKEND, which a notebook's kernel would inherit
    from matplotlib import pyplot as plt

    with (
        matplotlib.rc_context(STYLE),
        warnings.catch_warnings(),
        mock.patch.object(warnings, "showwarning", _print_warning),
        mock.patch.object(plt, "show"),  # what is open at the end of a cell is shown
    ):
        warnings.simplefilter("always")
        yield


def _print_warning(message: Warning | str, category: type[Warning], *where: object) -> None:
    """Show a warning where the reader will see it too: in the output."""
    sys.stdout.write(f"{category.__name__}: {message}\n")


def _name(number: int) -> str:
    """Return the file name under which tracebacks know a cell."""
    return f"<cell {number}>"


def _where(error: BaseException, number: int) -> tuple[int, str, int]:
    """Return the line of the program's last step on the way to the error, the error, the cell."""
    if isinstance(error, SyntaxError) and error.filename == _name(number):
        return error.lineno or 1, _sentence(error), number
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if cell := re.fullmatch(r"<cell (\d+)>", frame.filename):
            return frame.lineno or 1, _sentence(error), int(cell[1])
    return 1, _sentence(error), number


def _sentence(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
