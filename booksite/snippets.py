"""The `python` fence: a snippet, and under it what it draws and what it prints.

`validate` and `render` make it a custom fence of pymdownx.superfences, as mkdocs.yml says.
"""

import html
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.exceptions import BuildError

from booksite.captions import DRAWING
from booksite.execution import Result, SnippetFailed
from booksite.pages import page_error, relative
from booksite.runner import Runner

OPTIONS = ("title", "hl_lines")
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


def sources(folder: Path) -> Iterator[str]:
    """Yield the source of every `python` fence in the folder's Markdown.

    An option without quotes stops the build here: superfences takes it for a sentence, and would
    never ask `validate`.
    """
    for page in sorted(folder.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        for fence in FENCE.finditer(text):
            if not re.fullmatch(r"( +\w+=\"[^\"]*\")* *", fence["options"]):
                line = text.count("\n", 0, fence.start()) + 1
                raise BuildError(f"{relative(page)}:{line}: {_unknown(fence['options'].strip())}")
            yield textwrap.dedent(fence["source"]).rstrip("\n")


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
        if name not in OPTIONS:
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
    """Return the HTML of a snippet: its code, its figures, its output."""
    try:
        result = runner().result(source)
    except SnippetFailed as failure:
        lines = source.splitlines()
        code = lines[failure.line - 1].strip() if failure.line <= len(lines) else ""
        raise page_error(md, source, f"{failure.error}\n    {code}", failure.line) from failure
    highlight = md.preprocessors["fenced_code_block"].highlight  # type: ignore[attr-defined]
    code = highlight(src=source, language=language, options=options, md=md, **kwargs)
    return str(code) + _html(result)


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
