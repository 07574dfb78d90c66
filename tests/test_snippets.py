"""The snippet runner: each snippet runs alone, once, and says where it fails."""

import re
import shutil

import pytest

from booksite.cache import ROOT, Cache, key_of, surroundings
from booksite.execution import SnippetFailed, execute, execute_cells
from booksite.runner import Runner

FIGURE = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\n"


@pytest.fixture
def runner(tmp_path):
    runner = Runner(Cache(tmp_path / "cache"))
    yield runner
    runner.close()


def test_a_snippet_shows_what_it_prints_and_draws():
    result = execute("print('said')\n" + FIGURE)
    assert result.output == "said\n"
    assert len(result.figures) == 1
    assert result.figures[0].startswith("<svg")


def test_a_warning_stands_in_the_output_as_in_a_terminal():
    assert execute("import warnings\nwarnings.warn('careful')").output == "UserWarning: careful\n"


def test_show_is_silent_and_the_figure_is_kept():
    result = execute(FIGURE + "plt.show()")
    assert (result.output, len(result.figures)) == ("", 1)


def test_no_figure_and_no_setting_leaks_into_the_next_snippet():
    execute(FIGURE + "plt.rcParams['lines.linewidth'] = 99")
    assert execute("x = 1").figures == []
    after = execute("import matplotlib.pyplot as plt\nprint(plt.rcParams['lines.linewidth'])")
    assert after.output == "1.5\n"


def test_no_name_leaks_into_the_next_snippet():
    execute("leak = 1")
    with pytest.raises(SnippetFailed, match="NameError"):
        execute("leak")


def test_a_failed_snippet_leaves_no_figure_behind():
    with pytest.raises(SnippetFailed):
        execute(FIGURE + "1 / 0")
    assert execute("x = 1").figures == []


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
        execute(source)
    assert failure.value.line == line
    assert failure.value.error.startswith(error)


def test_cells_share_their_names_and_settings_and_show_what_is_their_own():
    draw = "plt.plot([1, 2])\nprint(plt.rcParams['lines.linewidth'])"
    settings = "import matplotlib.pyplot as plt\nplt.rcParams['lines.linewidth'] = 9"
    first, second, third = execute_cells([settings, draw, "print(plt.get_fignums())"])
    assert (first.output, first.figures) == ("", [])
    assert (second.output, len(second.figures)) == ("9.0\n", 1)
    assert (third.output, third.figures) == ("[]\n", [])


def test_the_ids_in_the_figures_of_a_program_differ():
    bars = "import matplotlib.pyplot as plt\nplt.plot([1, 2])"
    one, other = execute_cells([bars, bars], "salt")
    ids = [set(re.findall(r' id="([^"]+)"', result.figures[0])) for result in (one, other)]
    assert ids[0]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (["x = 1", "x\n1 / 0"], (2, "ZeroDivisionError: division by zero", 1)),
        (["def f():\n    1 / 0", "f()"], (2, "ZeroDivisionError: division by zero", 0)),
        (["1 / 0", "\nx ="], (2, "SyntaxError: invalid syntax", 1)),
    ],
)
def test_a_failing_cell_is_named(cells, place):
    with pytest.raises(SnippetFailed) as failure:
        execute_cells(cells)
    assert (failure.value.line, failure.value.error, failure.value.cell) == place


def test_a_program_of_several_cells_runs_once_for_all(runner):
    program = ("x = 1", "print(x)", "print(2 * x)")
    assert [runner.result(program, n).output for n in range(3)] == ["", "1\n", "2\n"]
    again = Runner(runner.cache)
    assert [again.result(program, n).output for n in range(3)] == ["", "1\n", "2\n"]
    assert (runner.ran, runner.reused, again.ran, again.reused) == (1, 0, 0, 1)


def test_a_known_snippet_does_not_run_again(runner):
    first = runner.result(("print(1)",))
    again = Runner(runner.cache)
    assert again.result(("print(1)",)) == first
    assert (runner.ran, again.ran, again.reused) == (1, 0, 1)


def test_twins_that_differ_in_comments_run_once(runner):
    runner.result(("print(1)  # one",))
    runner.result(("print(1)  # 하나",))
    assert (runner.ran, runner.reused) == (1, 1)


def test_a_changed_snippet_runs_again(runner):
    runner.result(("print(1)",))
    assert runner.result(("print(2)",)).output == "2\n"
    assert runner.ran == 2


def test_a_changed_gradbook_makes_all_snippets_run_again(tmp_path):
    package = tmp_path / "gradbook"
    shutil.copytree(ROOT / "gradbook", package)
    before = surroundings(package)
    assert before == surroundings()
    (package / "functions.py").write_text("changed = True\n")
    assert key_of(("print(1)",), surroundings(package)) != key_of(("print(1)",), before)


def test_a_cut_short_cache_file_is_as_good_as_none(runner):
    runner.result(("print(1)",))
    for file in runner.cache.folder.iterdir():
        file.write_text(file.read_text()[:10])
    again = Runner(runner.cache)
    assert again.result(("print(1)",)).output == "1\n"
    assert again.ran == 1
    again.close()


def test_a_failing_snippet_is_not_remembered(runner):
    for _ in range(2):
        with pytest.raises(SnippetFailed):
            runner.result(("1 / 0",))
    assert not runner.cache.folder.exists()


def test_snippets_started_together_are_collected_one_by_one(runner):
    programs = [(f"print({n})",) for n in range(4)]
    runner.start([*programs, ("not python (",)])
    assert [runner.result(p).output for p in programs] == ["0\n", "1\n", "2\n", "3\n"]
    assert runner.summary().startswith("Snippets: 4 ran, 0 reused, ")
