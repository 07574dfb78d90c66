"""One snippet runs alone, as the reader who copies it will run it: what it printed and drew.

This module is all that a worker process imports. Nothing of one snippet is left for the next: its
names live in a fresh namespace, its figures are closed and its settings of matplotlib undone.
"""

import contextlib
import io
import sys
import traceback
import warnings
from dataclasses import dataclass
from unittest import mock

import matplotlib

from booksite.figures import STYLE, to_svg


@dataclass(frozen=True)
class Result:
    """What a snippet left behind: its figures as SVG, and its printed output."""

    figures: list[str]
    output: str


class SnippetFailed(Exception):
    """A snippet raised. Its arguments are the line in the snippet, from 1, and the error."""

    def __init__(self, line: int, error: str) -> None:
        super().__init__(line, error)
        self.line, self.error = line, error


def execute(source: str, salt: str = "") -> Result:
    """Run the source as a program of its own.

    The salt tells the ids in its figures from those in other snippets' figures.
    """
    matplotlib.use("agg")  # here and not by MPLBACKEND, which the labs' kernels would inherit
    from matplotlib import pyplot as plt

    printed = io.StringIO()
    try:
        with (
            matplotlib.rc_context(STYLE),
            contextlib.redirect_stdout(printed),
            warnings.catch_warnings(),
            mock.patch.object(warnings, "showwarning", _print_warning),
            mock.patch.object(plt, "show"),  # what is open at the end is shown
        ):
            warnings.simplefilter("always")
            exec(compile(source, FILENAME, "exec"), {"__name__": "__main__"})
            figures = [
                to_svg(plt.figure(number), f"{salt}-{number}") for number in plt.get_fignums()
            ]
    except BaseException as error:
        raise SnippetFailed(_line_of(error), _sentence(error)) from error
    finally:
        plt.close("all")
    return Result(figures, printed.getvalue())


FILENAME = "<snippet>"


def _print_warning(message: Warning | str, category: type[Warning], *where: object) -> None:
    """Show a warning where the reader will see it too: in the output."""
    sys.stdout.write(f"{category.__name__}: {message}\n")


def _line_of(error: BaseException) -> int:
    """Return the snippet's last line on the way to the error."""
    if isinstance(error, SyntaxError) and error.filename == FILENAME:
        return error.lineno or 1
    frames = traceback.extract_tb(error.__traceback__)
    return next((f.lineno or 1 for f in reversed(frames) if f.filename == FILENAME), 1)


def _sentence(error: BaseException) -> str:
    return "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
