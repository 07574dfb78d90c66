"""The tasks of the labs: each checks itself, and says in one line what is wrong."""

from __future__ import annotations  # types are for readers and checkers, not for import

import html
import os
import re
import sys
import sysconfig
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import REAL, any_array, real_array, tolerance_of


def foreign(package: Path) -> re.Pattern[str]:
    """Match files that no reader has written: the package's, Python's own, installed packages'."""
    folders = "|".join(re.escape(str(one)) for one in (package, sysconfig.get_path("stdlib")))
    return re.compile(rf"({folders}|.*[/\\](site|dist)-packages)[/\\]")


FOREIGN = foreign(Path(__file__).parent)
NAME_OR_CALL = re.compile(r"[\w.]+(\([^()]*\))?")


_done: set[str] = set()  # the tasks that are done in this program


@contextmanager
def task(name: str, of: int | None = None) -> Iterator[None]:
    """Run the block; print ✓ and the name if nothing was raised, else ✗ and what was wrong.

    An error is told with the line of the reader's function that raised it, if it was in one.

    Parameters
    ----------
    name : str
        The name of the task.
    of : int, optional
        How many tasks there are: with it, ✓ is followed by how many of them are done.

    Examples
    --------
    >>> from gradbook.tasks import near, task
    >>> def slope(x):
    ...     return 2 + x
    >>> with task("1", of=4):
    ...     near("slope(2)", slope(2), 4)
    ✓ 1  (1/4)
    >>> with task("2"):
    ...     near("slope(3)", slope(3), 6)
    ✗ 2  slope(3) = 5, not 6
    >>> with task("3"):
    ...     near("slope()", slope(), 0)
    ✗ 3  TypeError: slope() missing 1 required positional argument: 'x' (in the check)
    >>> def slope(x):
    ...     return 2 * y
    >>> with task("4"):
    ...     near("slope(3)", slope(3), 6)
    ✗ 4  in slope, line 2: NameError: name 'y' is not defined
    """
    _done.discard(name)
    try:
        yield
    except AssertionError as error:
        _tell(f"✗ {name}  {str(error) or 'AssertionError'}")
    except Exception as error:  # a traceback would bury the one line that helps
        _tell(f"✗ {name}  {_located(error)}")
    else:
        _done.add(name)
        _tell(f"✓ {name}" if of is None else f"✓ {name}  ({len(_done)}/{of})")


class _Verdict(str):
    """A line that begins with ✓ or ✗, which notebooks show large and in colour."""

    def _repr_html_(self) -> str:
        colour = "#00896a" if self[0] == "✓" else "#d55e00"  # read on white and on black
        mark = f'<b style="color:{colour};font-size:1.6em">{self[0]}</b>'
        return f"<div>{mark}<code>{html.escape(self[1:])}</code></div>"

    __repr__ = str.__str__  # for front ends that show text alone


def _tell(verdict: str) -> None:
    """Print the verdict; in a notebook, display it, unless NO_COLOR (no-color.org) is set."""
    if "ipykernel" in sys.modules and not os.environ.get("NO_COLOR"):
        from IPython import display

        show: Any = display.display  # without types
        show(_Verdict(verdict))
    else:
        print(verdict)


def _located(error: Exception) -> str:
    """Return the error and the last line of the reader's own functions on the way to it."""
    said = f"{type(error).__name__}: {error}"
    frames = traceback.extract_tb(error.__traceback__)[2:]  # behind this module and the check
    own = [frame for frame in frames if not FOREIGN.match(frame.filename)]
    return f"in {own[-1].name}, line {own[-1].lineno}: {said}" if own else f"{said} (in the check)"


def near(what: str, value: Any, expected: npt.ArrayLike, tolerance: float = 1e-6) -> None:
    """Hold |value − expected| ≤ tolerance · max(1, |expected|), in every entry.

    Parameters
    ----------
    what : str
        The expression that gave the value, as the message will name it.
    value : array_like
        The reader's value; `None` and `...` stand for one not filled in yet.
    expected : array_like
        The right value.
    tolerance : float
        The largest difference that passes, 0 or more; for large values, the largest relative one.

    Raises
    ------
    AssertionError
        If the value is no number, has another shape than `expected`, or is not near it. The message
        names the entry that is furthest off.
    ValueError
        If the tolerance is negative or nan.

    Examples
    --------
    >>> from gradbook.tasks import near, task
    >>> near("x / 3", 1 / 3, 0.3333333)
    >>> with task("1"):
    ...     near("2 * x", [2.0, 4.5], [2, 4])
    ✗ 1  (2 * x)[1] = 4.5, not 4
    """
    tolerance = tolerance_of(tolerance)
    real_array("expected", expected)
    right, given = any_array("expected", expected), any_array("value", value)
    if given.dtype.kind not in REAL:
        raise AssertionError(f"{what} = {_no_number(value)}, not {_right(right)}")
    if given.shape != right.shape:
        raise AssertionError(f"np.shape({what}) = {given.shape}, not {right.shape}")
    with np.errstate(invalid="ignore"):
        difference = np.abs(np.subtract(given, right, dtype=float))
        off = difference / np.maximum(1.0, np.abs(right))
    if np.all((off <= tolerance) | (given == right)):  # nan is not; infinite values may be equal
        return
    where = np.unravel_index(np.argmax(off), right.shape)  # argmax takes nan for the largest
    if where:
        what = what if NAME_OR_CALL.fullmatch(what) else f"({what})"
        what += str([int(i) for i in where])
    raise AssertionError(_difference(what, float(given[where]), float(right[where])))


@contextmanager
def unchanged(call: str, /, **arrays: npt.ArrayLike) -> Iterator[None]:
    """Run the block; hold that none of the arrays was changed in place, in any entry.

    Parameters
    ----------
    call : str
        The call that the block makes, as the message will name it.
    **arrays : array_like
        The arrays that the call is given, by the names of its parameters.

    Raises
    ------
    AssertionError
        If an array has changed. The message names its first entry that has, before and after.
    TypeError
        If there is no array, or one that does not hold real numbers.

    Examples
    --------
    >>> import numpy as np
    >>> from gradbook.tasks import task, unchanged
    >>> def halve(x):
    ...     x /= 2
    ...     return x
    >>> start = np.array([[5.0, 6.0]])
    >>> with task("1"), unchanged("halve(start)", x=start):
    ...     half = halve(start)
    ✗ 1  halve(start) changes x: x[0, 0] was 5, is now 2.5
    """
    if not arrays:
        raise TypeError("unchanged must be given arrays by name, got none")
    before = {name: real_array(name, array).copy() for name, array in arrays.items()}
    yield
    for name, was in before.items():
        now = real_array(name, arrays[name])
        if now.shape != was.shape:
            said = f"np.shape({name}) was {was.shape}, is now {now.shape}"
            raise AssertionError(f"{call} changes {name}: {said}")
        moved = np.argwhere((now != was) & ~(np.isnan(now) & np.isnan(was)))
        if moved.size:
            where = tuple(int(i) for i in moved[0])
            then, here = _apart(float(was[where]), float(now[where]))
            said = f"{name}{list(where) or ''} was {then}, is now {here}"
            raise AssertionError(f"{call} changes {name}: {said}")


def _difference(what: str, given: float, right: float) -> str:
    """Say both numbers, with no more digits than tell them apart."""
    shown, wanted = _apart(given, right)
    return f"{what} = {shown}, not {wanted}"


def _apart(one: float, other: float) -> tuple[str, str]:
    """Return both numbers, with no more digits than tell them apart."""
    for digits in (6, 9, 12, 17):
        shown, wanted = f"{one:.{digits}g}", f"{other:.{digits}g}"
        if shown != wanted:
            break
    return shown, wanted


def _no_number(value: object) -> str:
    """Show what is no number; a function's own repr would differ from run to run."""
    if value is Ellipsis:
        return "..."
    return repr(value) if value is None or isinstance(value, str) else type(value).__name__


def _right(expected: npt.NDArray[Any]) -> str:
    """Show the right value, or the shape of one that fills more than a line."""
    if expected.size > 6:
        return f"shape {expected.shape}"
    return " ".join(np.array2string(expected, precision=6, separator=", ").split())
