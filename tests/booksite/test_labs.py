"""A lab runs once for both twins, and becomes Markdown: its solutions are shown and not run."""

import json

import pytest
from nbconvert.preprocessors import ExecutePreprocessor
from nbformat.v4 import new_code_cell, new_notebook, new_output

from booksite.markdown.labs import markdown_of
from booksite.run.keys import surroundings
from booksite.run.labs import ExecuteOnce

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


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a notebook of one cell in a kernel that prints how many have run; return its output."""
    ran = []

    def execute(self, nb, resources=None, km=None):
        ran.append(nb)
        nb.cells[0].outputs = [new_output("stream", text=str(len(ran)))]
        return nb, resources

    monkeypatch.setattr(ExecutePreprocessor, "preprocess", execute)

    def output(source, around=None, home=tmp_path):
        settings = {"cache": str(tmp_path), "home": str(home)}
        once = ExecuteOnce(**settings, surroundings=around or surroundings())
        notebook, _ = once.preprocess(new_notebook(cells=[new_code_cell(source)]), {})
        return notebook.cells[0].outputs[0].text

    return output


def test_twins_that_differ_in_comments_alone_run_once(run):
    assert [run("x  # one"), run("x  # two"), run("y"), run("x")] == ["1", "1", "2", "1"]


def test_nothing_is_kept_of_what_ran_after_its_build_had_been_abandoned(run, tmp_path):
    gone = tmp_path / "gone"
    assert [run("x", home=gone), run("x", home=gone), run("x"), run("x")] == ["1", "2", "3", "3"]


def test_nothing_is_kept_of_what_ran_while_gradbook_changed(run):
    assert [run("x", "of before"), run("x", "of before"), run("x")] == ["1", "2", "3"]
