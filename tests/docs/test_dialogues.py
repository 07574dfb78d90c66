"""A worked example shows what its code gives: a wrong last digit is found."""

import pytest

from booksite.run.runner import Runner
from conftest import runner
from tests.dialogues import agrees, run_dialogue, with_planted_errors


@pytest.mark.parametrize(
    ("shown", "given"),
    [
        ("0.30", "0.30000000000000004"),
        ("array([6., 8.])", "array([6.        , 7.99999999])"),
        ("1e-05", "1.0000000000065512e-05"),
        ("-0.25", "-0.2549"),
        ("[[1 2]\n [3 4]]", "[[1 2]\n [3 4]]"),
        ("np.float64(2.0)", "np.float64(2.0)"),
        ("nan", "nan"),
    ],
)
def test_what_rounding_gives_may_be_shown(shown, given):
    assert agrees(shown, given)


@pytest.mark.parametrize(
    ("shown", "given"),
    [
        ("array([7., 7.])", "array([6., 8.])"),
        ("0.31", "0.30000000000000004"),
        ("3", "3.2"),
        ("2", "3"),
        ("2e-05", "1.0000000000065512e-05"),
        ("0.25", "-0.25"),
        ("np.float32(2.0)", "np.float64(2.0)"),
        ("[0.5]", "0.5"),
        ("", "1"),
        ("0.30", ""),
    ],
)
def test_nothing_else_may(shown, given):
    assert not agrees(shown, given)


def test_an_error_is_planted_in_every_number():
    assert with_planted_errors("x1: [6., -0.20] 3e-05 99") == [
        "x1: [7., -0.20] 3e-05 99",
        "x1: [6., -0.21] 3e-05 99",
        "x1: [6., -0.20] 4e-05 99",
        "x1: [6., -0.20] 3e-05 100",
    ]


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        (">>> while True: pass\n", "has not ended after"),
        (">>> import os; os._exit(3)\n", "exit status 3"),
    ],
)
def test_a_worked_example_that_hangs_or_dies_is_named(source, cause):
    with pytest.raises(Exception, match=cause):
        Runner(limit=1).call(run_dialogue, source, "page.md", 1)


def test_one_that_asks_for_input_fails():
    told, _ = runner().call(run_dialogue, ">>> input()\n", "page.md", 1)
    assert "EOFError" in told
