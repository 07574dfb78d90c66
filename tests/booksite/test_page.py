"""What runs a block on the page, run here: what it prints, shows, draws and says of errors."""

import sys

import numpy as np
import pytest

from booksite.run.page import MOST_PRINTED, Program, missing


def ran(source, shows="none", program=None):
    printed = []
    result = (program or Program()).run(source, "<block 1>", shows, printed.append)
    return "".join(printed), result


@pytest.mark.parametrize(
    ("shows", "printed"), [("none", "1\n"), ("last", "1\n3\n"), ("all", "1\n2\n3\n")]
)
def test_values_are_shown_as_in_a_snippet_a_notebook_and_a_dialogue(shows, printed):
    assert ran("print(1)\n1 + 1\n1 + 2", shows)[0] == printed


def test_the_cells_of_a_program_share_their_names():
    program = Program()
    ran("x = 2", program=program)
    assert ran("x", "last", program)[0] == "2\n"
    assert ran("x", "last")[1]["error"]["sentence"] == "NameError: name 'x' is not defined"


@pytest.mark.parametrize(
    ("source", "sentence", "line"),
    [
        ("x = 1\n1 / 0", "ZeroDivisionError: division by zero", 2),
        ("def f():\n    g()\n\nf()", "NameError: name 'g' is not defined", 2),
        ("import numpy as np\nnp.zeros(2) @ np.zeros(3)", "ValueError: matmul", 2),
        ("x = 1\nif x", "SyntaxError: expected ':'", 2),
        ("x = 1\n  y = 2", "IndentationError: unexpected indent", 2),
        ("raise SystemExit(3)", "SystemExit: 3", 1),
    ],
)
def test_an_error_is_its_last_sentence_and_its_line(source, sentence, line):
    error = ran(source)[1]["error"]
    assert error["sentence"].startswith(sentence)
    assert error["line"] == line
    assert error["trace"].endswith(error["sentence"])
    assert "booksite" not in error["trace"]


def test_a_dialogue_goes_on_after_an_error():
    printed, result = ran("1 / 0\n1 + 1", "all")
    assert printed == "ZeroDivisionError: division by zero\n2\n"
    assert result["error"]["line"] == 1


def test_figures_are_given_once_and_in_the_colours_of_the_page():
    source = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.xlabel('x')\nplt.show()"
    [figure] = ran(source)[1]["figures"]
    assert "var(--figure-0)" in figure
    assert "𝑥" in figure
    assert ran("x = 1")[1]["figures"] == []


def test_settings_do_not_reach_the_next_program():
    limit = sys.getrecursionlimit()
    source = (
        "import sys, warnings\nimport numpy as np\nimport matplotlib as m\n"
        "np.set_printoptions(precision=2)\nnp.seterr(all='raise')\nsys.setrecursionlimit(99999)\n"
        "m.rcParams['font.size'] = 3\nwarnings.simplefilter('ignore')"
    )
    assert ran(source)[1]["error"] is None
    assert ran("import numpy as np\nprint(np.float64(1) / 3)")[0].startswith("0.33333333")
    assert (sys.getrecursionlimit(), np.geterr()["divide"]) == (limit, "warn")
    assert ran("import warnings\nwarnings.warn('w')")[0] == "UserWarning: w\n"


def test_what_prints_without_end_is_stopped():
    printed, result = ran("while True: print('x' * 1000)")
    assert len(printed) <= MOST_PRINTED
    assert result["error"]["sentence"] == "ValueError: prints more than 100,000 characters"


def test_the_module_that_is_missing_is_named():
    assert missing(["numpy", "nowhere", "elsewhere"]) == "nowhere"
    assert missing(["numpy", "json"]) is None
