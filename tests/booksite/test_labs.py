"""A lab that has run becomes Markdown: cells with their results, solutions shown and not run."""

import json

import pytest

from booksite.markdown.labs import markdown_of
from booksite.run.labs import is_valid

WORDS = """# Title

??? success "Solution"

    Text.

    ```python
    y = 1
    ```
"""


def code(source, *outputs, **metadata):
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": list(outputs)}


def stream(text, name="stdout"):
    return {"output_type": "stream", "name": name, "text": text}


def data(kind, **contents):
    return {"output_type": kind, "data": {k.replace("_", "/", 1): v for k, v in contents.items()}}


def cells(*notebook):
    markdown = markdown_of(json.dumps({"cells": notebook}))
    lines = markdown.splitlines()
    return [json.loads(lines[n + 1]) for n, line in enumerate(lines) if line.strip() == "```cell"]


def test_a_cell_has_its_options_and_what_it_printed_showed_and_drew():
    svg = {"output_type": "display_data", "data": {"image/svg+xml": "<svg/>"}}
    shown = data("execute_result", text_plain="array([1])")
    cell = code("x", stream("1\n"), stream("no\n", "stderr"), svg, shown, title="t.py", tags=[])
    assert cells(cell) == [
        {
            "source": "x",
            "options": {"title": "t.py"},
            "figures": ["<svg/>"],
            "output": "1\narray([1])\n",
        }
    ]


def test_words_stay_and_solutions_are_shown_without_results():
    words = {"cell_type": "markdown", "source": WORDS, "metadata": {}}
    markdown = markdown_of(json.dumps({"cells": [words]}))
    assert markdown.startswith("# Title\n\n??? success")
    assert "    ```cell\n" in markdown
    assert "```python" not in markdown
    assert cells(words) == [{"source": "y = 1", "options": {}, "figures": [], "output": ""}]


@pytest.mark.parametrize("spoilt", ["", "null", "[]", "{}", '{"content": 1}', '{"content": "{}"}'])
def test_an_entry_of_the_cache_that_mkdocs_jupyter_would_fail_on_is_not_valid(spoilt, tmp_path):
    entry = tmp_path / "entry.json"
    entry.write_text(json.dumps({"content": '{"cells": []}', "toc_tokens": []}), encoding="utf-8")
    assert is_valid(entry)
    entry.write_text(spoilt, encoding="utf-8")
    assert not is_valid(entry)
