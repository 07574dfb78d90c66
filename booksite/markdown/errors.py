"""Which page a Markdown extension is at work on, and where on it: for errors that say so."""

from pathlib import Path

from markdown import Markdown
from mkdocs.exceptions import BuildError
from pymdownx.superfences import SuperFencesException


class PageError(BuildError, SuperFencesException):
    """Stops the build with page:line and the cause.

    MkDocs prints a BuildError without a traceback; superfences lets no other exception than its
    own through, and would show the fence as plain code instead.
    """


def page_error(md: Markdown, source: str, cause: str, line: int = 1) -> PageError:
    """Return the error that names the page, the line of the source on it, and the cause."""
    return PageError(f"{place(md, source, line)}: {cause}")


def place(md: Markdown, source: str, line: int = 1) -> str:
    """Return page:line, for a line of a source that stands somewhere on the page."""
    path = page_file(md)
    if path is None:
        return f"line {line}"
    start = _find(source, path.read_text(encoding="utf-8"))
    return f"{relative(path)}:{start + line - 1}"


def page_file(md: Markdown) -> Path | None:
    """Return the file that is being converted, or None for Markdown outside MkDocs."""
    if "relpath" not in md.treeprocessors:
        return None
    return Path(md.treeprocessors["relpath"].file.abs_src_path)  # type: ignore[attr-defined] # MkDocs' own


def relative(path: Path) -> str:
    """Return the path as seen from where the build was started, if it lies there."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()


def _find(source: str, text: str) -> int:
    """Return the line of the text, from 1, on which the source begins, however it is indented."""
    wanted = [line.strip() for line in source.strip("\n").splitlines()]
    lines = [line.strip() for line in text.splitlines()]
    starts = range(len(lines))
    whole = (n for n in starts if lines[n : n + len(wanted)] == wanted)
    within = (n for n in starts if wanted and wanted[0] in lines[n])  # a formula in a sentence
    return next(whole, next(within, 0)) + 1
