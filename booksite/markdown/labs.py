"""A lab that has run becomes Markdown again, its cells with their results.

mkdocs-jupyter hands out the executed notebook as JSON, by the template in run/jupyter; MkDocs'
own Markdown then makes the page, as it makes any other: formulas, captions, boxes, links.
"""

import json
import textwrap
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from booksite.fences import fences


def rendered(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return the HTML of a page; of a lab, that of its notebook, by MkDocs' own Markdown.

    mkdocs-jupyter has put its own in the place of the page's method `render`.
    """
    if "jupyter" not in page.meta:
        return html
    page.markdown = markdown_of(html)
    Page.render(page, config, files)
    return page.content or ""


def markdown_of(notebook: str) -> str:
    """Return the Markdown of an executed notebook."""
    return "\n\n".join(map(_markdown, json.loads(notebook)["cells"]))


def _markdown(cell: dict[str, Any]) -> str:
    if cell["cell_type"] != "code":
        return _with_solutions(cell["source"])
    options = {name: value for name, value in cell["metadata"].items() if isinstance(value, str)}
    drawn = [o["data"].get("image/svg+xml") for o in cell["outputs"] if "data" in o]
    printed = "".join(map(_text, cell["outputs"]))
    return _fence(cell["source"], options, [svg for svg in drawn if svg], printed)


def _with_solutions(text: str) -> str:
    """Return the text of a lab, whose solutions are shown and not run."""
    for fence in reversed(fences(text)):
        if fence.language == "python":
            start, end = fence.span
            shown = textwrap.indent(_fence(fence.source, fence.options, [], ""), " " * fence.indent)
            text = f"{text[:start]}{shown}{text[end:]}"
    return text


def _fence(source: str, options: dict[str, str], figures: list[str], output: str) -> str:
    """Return a cell as the fence that `snippets.render_cell` shows."""
    cell = {"source": source, "options": options, "figures": figures, "output": output}
    return f"```cell\n{json.dumps(cell)}\n```"


def _text(output: dict[str, Any]) -> str:
    """Return what an output prints or, as the last expression of its cell, shows."""
    if output["output_type"] == "stream":
        return "".join(output["text"]) if output["name"] == "stdout" else ""
    return f"{text}\n" if (text := output["data"].get("text/plain")) else ""
