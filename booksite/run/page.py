"""A block of a page runs in the reader's browser, by Pyodide, as the build has run it.

In: the source of a block, and how it shows its values. Out: what it prints, while it prints; its
figures; its error. Shipped to the page with booksite.figures; NumPy and matplotlib may be missing.
"""

import ast
import contextlib
import importlib.util
import io
import linecache
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator
from typing import Any

MOST_PRINTED = 100_000  # characters: more is no output that anybody reads
MOST_FIGURES = 20


class Printed(io.TextIOBase):
    """Standard output that sends each piece as it is printed, up to a limit."""

    def __init__(self, send: Callable[[str], object]) -> None:
        self.send, self.length = send, 0

    def write(self, text: str) -> int:
        """Send the text, or raise ValueError if that is too much."""
        self.length += len(text)
        if self.length > MOST_PRINTED:
            raise ValueError(f"prints more than {MOST_PRINTED:,} characters")
        self.send(text)
        return len(text)


class Program:
    """Blocks that share their names: the cells of a lab, or one block of a chapter."""

    def __init__(self) -> None:
        self.names: dict[str, Any] = {"__name__": "__main__"}

    def run(self, source: str, name: str, shows: str, send: Callable[[str], object]) -> Any:
        """Run a block; return its figures as SVG and its error, if any: sentence, line, traceback.

        Of its values it shows "none", the "last" one as a notebook does, or "all" as a dialogue.
        """
        source = f"{source}\n"
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        failed: dict[str, Any] | None = None
        figures: list[str] = []
        with own_settings(), contextlib.redirect_stdout(Printed(send)):
            for code in compiled(source, name, shows):
                if isinstance(code, BaseException):
                    failed = told(code, name)
                    break
                try:
                    exec(code, self.names)
                except BaseException as error:  # SystemExit, too, is an error of the block
                    failed = told(error, name)
                    if shows != "all":
                        break
                    print(failed["sentence"])  # and the dialogue goes on
            try:
                figures = drawn(name)
            except Exception as error:  # a formula, say, is read when the figure is drawn
                failed = failed or told(error, name)
        return {"figures": figures, "error": failed}


def compiled(source: str, name: str, shows: str) -> Iterator[Any]:
    """Yield the code of a block in pieces; a piece whose value is shown is interactive."""
    try:
        body = ast.parse(source, name).body
        cut = {"none": len(body), "last": len(body) - 1, "all": 0}[shows]
        if shows == "last" and body and not isinstance(body[-1], ast.Expr):
            cut = len(body)
        yield compile(ast.Module(body[:cut], []), name, "exec")
        for statement in body[cut:]:
            yield compile(ast.Interactive([statement]), name, "single")
    except (SyntaxError, ValueError) as error:
        yield error


def told(error: BaseException, name: str) -> dict[str, Any]:
    """Return what to tell of an error: the last line of its traceback, its line, all of it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == name]
    if isinstance(error, SyntaxError) and error.filename == name:
        lines.append(error.lineno)
    at = next((n for n, frame in enumerate(frames) if frame.filename == name), len(frames))
    own = traceback.format_list(frames[at:])
    shown = "".join(["Traceback (most recent call last):\n", *own] if own else [])
    sentence = "".join(traceback.format_exception_only(error)).strip()
    last = sentence.splitlines()[-1]
    return {"sentence": last, "line": lines[-1] if lines else None, "trace": shown + sentence}


@contextlib.contextmanager
def own_settings() -> Iterator[None]:
    """Undo what a block sets for all: print options, floating-point errors, figures' style."""
    limit = sys.getrecursionlimit()
    with contextlib.ExitStack() as stack, warnings.catch_warnings():
        print_warnings()
        if numpy := sys.modules.get("numpy"):
            stack.enter_context(numpy.printoptions())
            stack.enter_context(numpy.errstate())
        if importlib.util.find_spec("matplotlib"):
            import matplotlib

            stack.enter_context(matplotlib.rc_context())
            set_style()
        yield
    sys.setrecursionlimit(limit)


def print_warnings() -> None:
    """Have every warning stand in the output, where the reader sees it."""
    warnings.simplefilter("always")
    warnings.showwarning = lambda message, category, *where: print(
        f"{category.__name__}: {message}"
    )


def set_style() -> None:
    """Have figures look as the book's, and stay open until the end of a block."""
    import matplotlib
    from matplotlib import pyplot as plt

    from booksite.figures.svg import STYLE

    matplotlib.use("agg")
    plt.show = lambda *args, **kwargs: None
    matplotlib.rcParams.update(STYLE)


def drawn(salt: str) -> list[str]:
    """Return the open figures as SVG, and close them."""
    if "matplotlib.pyplot" not in sys.modules:
        return []
    from matplotlib import pyplot as plt

    from booksite.figures.svg import themable

    numbers = plt.get_fignums()
    try:
        if len(numbers) > MOST_FIGURES:
            raise ValueError(f"draws {len(numbers)} figures, more than {MOST_FIGURES}")
        return [themable(plt.figure(n), f"{salt}-{n}") for n in numbers]
    finally:
        plt.close("all")


def missing(modules: Iterable[str]) -> str | None:
    """Return the first of the modules that is not here, if any."""
    return next((name for name in modules if not importlib.util.find_spec(name)), None)
