"""The `python` fence: a program, and under it what it draws and what it prints.

`validate` and `render` make the fence one of pymdownx.superfences, as mkdocs.yml says; `render_cell`
does so for the cells of a lab, which come with their results (labs.py). The drawing is handed out
apart from the code: figures.py ties it to its caption.
"""

import html
import json
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from booksite import fences
from booksite.markdown.errors import page_error
from booksite.markdown.figures import DRAWING
from booksite.run.execution import Result, SnippetFailed
from booksite.run.runner import Runner

NARROW = 36  # characters that a phone shows
TABBED = ' tabindex="0"'


class SnippetsExtension(Extension):
    """Holds the runner of the build, which the hooks hand over."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "runner": ["", "What runs the programs of the pages"],
            "limit": [60, "Seconds that a program may take"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget nothing: Markdown asks every extension to."""


def makeExtension(**kwargs: Any) -> SnippetsExtension:
    """Return the extension, as Markdown asks for it."""
    return SnippetsExtension(**kwargs)


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
        if name not in fences.OPTIONS:
            raise page_error(md, f"```{language} {name}", fences.unknown_option(name, language))
        options[name] = value
    return True


def render(
    source: str,
    language: str,
    css_class: str,
    options: dict[str, Any],
    md: Markdown,
    **kwargs: Any,
) -> str:
    """Return the HTML of a fence: its code, its figures, its output."""
    try:
        result = _runner(md).result((source,))
        return _highlighted(source, options, md, **kwargs) + _html(result)
    except SnippetFailed as failure:
        lines = [*source.splitlines(), *[""] * failure.line]
        cause = f"{failure.error}\n    {lines[failure.line - 1].strip()}"
        raise page_error(md, source, cause, failure.line) from failure
    except Exception as error:  # superfences would show the fence as a paragraph of raw code
        raise page_error(md, source, f"{type(error).__name__}: {error}") from error


def render_cell(
    source: str,
    language: str,
    css_class: str,
    options: dict[str, Any],
    md: Markdown,
    **kwargs: Any,
) -> str:
    """Return the HTML of a lab's cell, which has run: a line of JSON with its code and results."""
    cell = json.loads(source)
    try:
        code = _highlighted(cell["source"], cell["options"], md, **kwargs)
        return code + _html(Result(cell["figures"], cell["output"]))
    except Exception as error:
        raise page_error(md, cell["source"], f"{type(error).__name__}: {error}") from error


def _highlighted(source: str, options: dict[str, Any], md: Markdown, **kwargs: Any) -> str:
    highlight = md.preprocessors["fenced_code_block"].highlight  # type: ignore[attr-defined]
    return str(highlight(src=source, language="python", options=options, md=md, **kwargs))


def _runner(md: Markdown) -> Runner:
    ours = next(e for e in md.registeredExtensions if isinstance(e, SnippetsExtension))
    runner: Runner = ours.getConfig("runner")
    return runner


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
