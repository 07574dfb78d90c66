"""A program runs as its reader will run it, and says where it fails."""

import re
import warnings

import pytest
from matplotlib import pyplot as plt
from matplotlib import rc_context

from booksite.run.execution import (
    Result,
    SnippetFailed,
    become_reader,
    execute,
)

FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\n"


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """The settings of a program's process, undone after the test."""
    monkeypatch.setattr("matplotlib.pyplot.show", None)
    monkeypatch.setattr("warnings.showwarning", None)
    with rc_context(), warnings.catch_warnings():
        become_reader()
        yield
    plt.close("all")


def run(source: str) -> Result:
    return execute([source])[0]


def test_a_snippet_shows_what_it_prints_and_draws():
    result = run("print('said')\n" + FIGURE)
    assert result.output == "said\n"
    assert len(result.figures) == 1
    assert result.figures[0].startswith("<svg")


def test_a_warning_stands_in_the_output_as_in_a_terminal():
    assert run("import warnings\nwarnings.warn('careful')").output == "UserWarning: careful\n"


def test_show_is_silent_and_the_figure_is_kept():
    result = run(FIGURE + "plt.show()")
    assert (result.output, len(result.figures)) == ("", 1)


@pytest.mark.parametrize(
    ("source", "line", "error"),
    [
        ("x = 1\n1 / 0", 2, "ZeroDivisionError: division by zero"),
        ("x = 1\n\nx = (", 3, "SyntaxError"),
        ("def f():\n    return y\n\nf()", 2, "NameError"),
        ("import numpy as np\nnp.zeros(2) @ np.zeros(3)", 2, "ValueError"),
        ("raise SystemExit(3)", 1, "SystemExit"),
    ],
)
def test_an_error_names_the_line_of_the_snippet(source, line, error):
    with pytest.raises(SnippetFailed) as failure:
        run(source)
    assert failure.value.line == line
    assert failure.value.error.startswith(error)


def test_cells_share_their_names_and_show_what_is_their_own():
    first, second, third = execute(
        ["x = 1\n" + FIGURE, "print(x)\n" + FIGURE, "print(plt.get_fignums())"]
    )
    assert [r.output for r in (first, second, third)] == ["", "1\n", "[]\n"]
    assert [len(r.figures) for r in (first, second, third)] == [1, 1, 0]


def test_the_ids_in_the_figures_of_a_program_differ():
    bars = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
    one, other = execute([bars, bars], "salt")
    ids = [set(re.findall(r' id="([^"]+)"', result.figures[0])) for result in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (["x = 1", "x\n1 / 0"], (2, "ZeroDivisionError: division by zero", 1)),
        (["def f():\n    1 / 0", "f()"], (1, "ZeroDivisionError: division by zero", 1)),
        (["x = 1", "\nx ="], (2, "SyntaxError: invalid syntax", 1)),
    ],
)
def test_a_failing_cell_is_named(cells, place):
    with pytest.raises(SnippetFailed) as failure:
        execute(cells)
    assert (failure.value.line, failure.value.error, failure.value.cell) == place


def test_a_figure_that_cannot_be_drawn_is_an_error():
    with pytest.raises(SnippetFailed, match=r"ValueError|ParseException|Parse"):
        run(FIGURE + "plt.xlabel(r'$\\frac{1$')")
    assert plt.get_fignums() == []


def test_what_nobody_could_read_is_refused():
    with pytest.raises(SnippetFailed, match="prints more than 100,000 characters"):
        run("while True:\n    print('x' * 1000)")
    with pytest.raises(SnippetFailed, match="draws 21 figures, more than 20"):
        run(FIGURE + "for n in range(2, 22):\n    plt.figure(n)")
