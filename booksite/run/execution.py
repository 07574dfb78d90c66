"""A program runs as the reader who copies it will run it: what each cell drew and printed.

This is the child's side: all that the process of a program imports. Its names live in a fresh
namespace, and what it prints and draws has a limit.
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

from booksite.figures.svg import STYLE, to_svg

MOST_PRINTED = 100_000  # characters: more is no output that anybody reads
MOST_FIGURES = 20


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


class LimitedText(io.StringIO):
    """What a program prints, up to a limit."""

    def write(self, text: str) -> int:
        """Write the text, or raise ValueError if that is too much."""
        if self.tell() + len(text) > MOST_PRINTED:
            raise ValueError(f"prints more than {MOST_PRINTED:,} characters")
        return super().write(text)


def execute_cells(cells: Sequence[str], salt: str = "") -> list[Result]:
    """Run the cells in order, in one namespace, and return what each left behind.

    The salt tells the ids in their figures from those in other programs' figures.

    Raises
    ------
    SnippetFailed
        If a cell is no Python, raises, or prints or draws more than the limit.
    """
    results = []
    number = 0
    try:
        for number, source in enumerate(cells):  # all, before the first runs
            compile(source, _name(number), "exec")
        namespace: dict[str, Any] = {"__name__": "__main__"}
        with as_reader():
            for number, source in enumerate(cells):
                results.append(_run(source, number, namespace, salt))
    except BaseException as error:
        raise SnippetFailed(*_where(error, number)) from error
    return results


def _run(source: str, number: int, namespace: dict[str, Any], salt: str) -> Result:
    printed = LimitedText()
    with contextlib.redirect_stdout(printed):
        exec(compile(source, _name(number), "exec"), namespace)
    return Result(drawn(f"{salt}-{number}"), printed.getvalue())


def drawn(salt: str) -> list[str]:
    """Return the open figures as SVG, and close them."""
    from matplotlib import pyplot as plt

    numbers = plt.get_fignums()
    try:
        if len(numbers) > MOST_FIGURES:
            raise ValueError(f"draws {len(numbers)} figures, more than {MOST_FIGURES}")
        return [to_svg(plt.figure(n), f"{salt}-{n}") for n in numbers]
    finally:
        plt.close("all")


@contextlib.contextmanager
def as_reader() -> Iterator[None]:
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
