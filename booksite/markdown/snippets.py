"""The `python` fence: a program, what it draws and what it prints.

The code stands above its output; of a figure it is folded below, but for that with open="yes".

`validate` and `render` make the fence one of pymdownx.superfences, as mkdocs.yml says, and so does
`render_cell` for the cells of a lab, which come with their results (labs.py). superfences passes on
no exception but its own, and would show the fence as a paragraph: all become the page's error.
"""

import html
import json
from typing import Any

from markdown import Markdown

from booksite import fences
from booksite.markdown.errors import page_error
from booksite.markdown.figures import CODE_BELOW, DRAWING
from booksite.run.execution import Result, SnippetFailed
from booksite.run.runner import Runner

Options = dict[str, Any]
# What a terminal obeys and HTML does not hold, as the pictures that Unicode has for it.
PICTURES = {n: 0x2400 + n for n in range(32) if n not in (9, 10)} | {0x7F: 0x2421}
PICTURES |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # lone surrogates
NARROW = 35  # characters that a phone shows


def validate(
    language: str, inputs: Options, options: Options, attrs: Options, md: Markdown
) -> bool:
    """Take the options that a fence may have, and stop the build at any other."""
    for name in inputs:
        if name not in fences.OPTIONS:
            raise page_error(md, f"```{language} {name}", fences.unknown_option(name, language))
    options.update(inputs)
    return True


def render(source: str, language: str, _: str, options: Options, md: Markdown, **rest: Any) -> str:
    """Return the HTML of a fence: its code, its figures, its output."""
    is_open = options.pop("open", None) == "yes"
    try:
        return _html(source, options, _runner(md).result((source,)), md, is_open, **rest)
    except SnippetFailed as failure:
        lines = [*source.splitlines(), *[""] * failure.line]
        cause = f"{failure.error}\n    {lines[failure.line - 1].strip()}"
        raise page_error(md, source, cause, failure.line) from failure
    except Exception as error:
        raise page_error(md, source, f"{type(error).__name__}: {error}") from error


def render_cell(source: str, _: str, css: str, options: Options, md: Markdown, **rest: Any) -> str:
    """Return the HTML of a lab's cell, which has run: a line of JSON with its code and results."""
    cell = json.loads(source)
    try:
        result = Result(cell["figures"], cell["output"])
        return _html(cell["source"], cell["options"], result, md, True, **rest)
    except Exception as error:
        raise page_error(md, cell["source"], f"{type(error).__name__}: {error}") from error


def _runner(md: Markdown) -> Runner:
    found = (e.getConfig("runner") for e in md.registeredExtensions if "runner" in e.config)
    runner: Runner = next(found)
    return runner


def _html(
    source: str, options: Options, result: Result, md: Markdown, is_open: bool, **rest: Any
) -> str:
    highlight = md.preprocessors["fenced_code_block"].highlight  # type: ignore[attr-defined]
    code = str(highlight(src=source, language="python", options=options, md=md, **rest))
    results = []
    if result.figures:
        results.append(f"{DRAWING}{''.join(result.figures)}</div>")
    if result.output:
        shown = result.output.rstrip("\n").translate(PICTURES)
        output = html.escape(shown, quote=False)
        # what may have to be scrolled sideways is reached by the keyboard
        wide = ' tabindex="0"' if max(map(len, result.output.splitlines())) > NARROW else ""
        results.append(f'<pre class="snippet-output"{wide}><samp>{output}</samp></pre>')
    folded = result.figures and not is_open
    return "".join([*results, CODE_BELOW, code] if folded else [code, *results])
