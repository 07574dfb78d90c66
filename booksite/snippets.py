"""The `python` fence: a program, and under it what it draws and what it prints.

A chapter's fences are programs of their own. A lab is one program: its fences are the cells, but
for those in its folded solutions, which are shown and not run. `validate` and `render` make the
fence one of pymdownx.superfences, as mkdocs.yml says.
"""

import html
import itertools
import re
import textwrap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.exceptions import BuildError

from booksite.cache import Program
from booksite.captions import DRAWING
from booksite.execution import Result, SnippetFailed
from booksite.pages import page_error, page_file, relative
from booksite.runner import Runner

OPTIONS = ("title", "hl_lines")
OPTION = rf'(?: |^)(?:{"|".join(OPTIONS)})="[^"]*"'
LAB = re.compile(r"---\n(?:(?!---\n).*\n)*?jupyter:\n")  # the front matter of a lab, matched
NARROW = 36  # characters that a phone shows
TABBED = ' tabindex="0"'
FENCE = re.compile(
    r"^(?P<indent> *)```python\b(?P<options>[^\n]*)\n(?P<source>.*?)^(?P=indent)```$",
    re.M | re.S,
)

_runner: Runner | None = None


def runner() -> Runner:
    """Return the runner of this build."""
    global _runner
    if _runner is None:
        _runner = Runner()
    return _runner


def finish() -> str | None:
    """End this build's runner, and return its summary; the next build gets a new one."""
    global _runner
    ended, _runner = _runner, None
    if ended is None:
        return None
    ended.close()
    return ended.summary()


def programs(folder: Path) -> Iterator[Program]:
    """Yield every program in the folder's Markdown.

    An option that a fence does not take stops the build here: superfences takes one without quotes
    for a sentence, would show the fence as plain text, and nothing would run.
    """
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            if wrong := re.sub(OPTION, "", fence["options"]).strip():
                line = text.count("\n", 0, fence.start()) + 1
                option = wrong.partition('="')[0]
                raise BuildError(f"{relative(page)}:{line}: {_unknown(option)}")
        if LAB.match(text):
            yield cells_of(text)
        else:
            yield from ((_source(fence),) for fence in FENCE.finditer(text))


@lru_cache(maxsize=4)  # asked for by every cell of a page
def cells_of(text: str) -> Program:
    """Return the cells of a lab: its fences that are not indented, as those of solutions are."""
    return tuple(_source(fence) for fence in FENCE.finditer(text) if not fence["indent"])


def _source(fence: re.Match[str]) -> str:
    return textwrap.dedent(fence["source"]).rstrip("\n")


def number_cells(text: str) -> str:
    """Tell each cell of a lab its place in the program, for `render`."""
    numbers = itertools.count()

    def numbered(fence: re.Match[str]) -> str:
        if fence["indent"]:
            return fence[0]
        return fence[0].replace("```python", f'```python cell="{next(numbers)}"', 1)

    return FENCE.sub(numbered, text)


def validate(
    language: str,
    inputs: dict[str, Any],
    options: dict[str, Any],
    attrs: dict[str, Any],
    md: Markdown,
) -> bool:
    """Take the options that a fence may have, and stop the build at any other.

    Left to itself, superfences would show such a fence as plain text, and nothing would run.
    """
    for name, value in inputs.items():
        if name not in (*OPTIONS, "cell"):
            raise page_error(md, f"```{language} {name}", _unknown(name))
        options[name] = value
    return True


def _unknown(option: str) -> str:
    known = " and ".join(f'{name}="…"' for name in OPTIONS)
    return f"unknown option {option!r} of a python fence; it takes {known}"


def render(
    source: str,
    language: str,
    css_class: str,
    options: dict[str, Any],
    md: Markdown,
    **kwargs: Any,
) -> str:
    """Return the HTML of a fence: its code, its figures, its output."""
    cell = options.pop("cell", None)
    file = page_file(md)
    text = file.read_text(encoding="utf-8") if file else ""
    highlight = md.preprocessors["fenced_code_block"].highlight  # type: ignore[attr-defined]
    code = str(highlight(src=source, language=language, options=options, md=md, **kwargs))
    if not LAB.match(text):
        return code + _html(_result((source,), 0, md))
    return code if cell is None else code + _html(_result(cells_of(text), int(cell), md))


def _result(program: Program, cell: int, md: Markdown) -> Result:
    try:
        return runner().result(program, cell)
    except SnippetFailed as failure:
        source = program[failure.cell]
        lines = source.splitlines()
        code = lines[failure.line - 1].strip() if failure.line <= len(lines) else ""
        raise page_error(md, source, f"{failure.error}\n    {code}", failure.line) from failure


def _html(result: Result) -> str:
    parts = []
    if result.figures:
        parts.append(f"{DRAWING}{''.join(result.figures)}</div>")
    if result.output:
        output = html.escape(result.output.rstrip("\n"), quote=False)
        # what may have to be scrolled sideways is reached by the keyboard
        wide = max(map(len, result.output.splitlines())) > NARROW
        parts.append(
            f'<pre class="snippet-output"{TABBED if wide else ""}><samp>{output}</samp></pre>'
        )
    return "".join(parts)
