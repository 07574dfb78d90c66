"""The tasks of the labs say in one line what is wrong."""

import numpy as np
import pytest

from gradbook.tasks import near, task


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr("gradbook.tasks._done", set())


def told(capsys, block):
    """What a task prints whose block is this."""
    with task("1"):
        block()
    return capsys.readouterr().out


def test_a_task_that_raises_nothing_is_done(capsys):
    assert told(capsys, lambda: None) == "✓ 1\n"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (AssertionError("slope(3) = 5, not 6"), "✗ 1  slope(3) = 5, not 6\n"),
        (AssertionError(), "✗ 1  AssertionError\n"),
    ],
)
def test_an_error_is_one_line_and_no_traceback(capsys, error, line):
    def block():
        raise error

    assert told(capsys, block) == line


def test_a_task_tells_how_many_are_done_and_one_that_is_spoiled_counts_no_more(capsys):
    for name, right in (("a", True), ("b", True), ("a", False), ("b", True), ("a", True)):
        with task(name, of=3):
            near("x", 2 if right else 1, 2)
    said = capsys.readouterr().out.splitlines()
    assert said == ["✓ a  (1/3)", "✓ b  (2/3)", "✗ a  x = 1, not 2", "✓ b  (1/3)", "✓ a  (2/3)"]


def test_an_error_is_told_with_the_line_of_the_readers_own_function(capsys):
    def slope(x):
        return np.linalg.inv(x)  # raises deep in NumPy

    line = slope.__code__.co_firstlineno + 1
    with task("1"):
        slope(np.zeros((2, 2)))
    said = capsys.readouterr().out
    assert said == f"✗ 1  in slope, line {line}: LinAlgError: Singular matrix\n"


def test_an_error_of_the_call_itself_is_told_as_one_in_the_check(capsys):
    with task("1"):
        _one, _two = [1]
    said = "ValueError: not enough values to unpack (expected 2, got 1)"
    assert capsys.readouterr().out == f"✗ 1  {said} (in the check)\n"


def test_a_reader_can_interrupt_a_task():
    with pytest.raises(KeyboardInterrupt), task("1"):
        raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (6.0000001, 6),
        (np.float32(0.1), 0.1),
        (1e9 + 1, 1e9),  # relative to what is large
        ([6.0, 8.0], np.array([6, 8])),
        (True, 1),
        ([], []),
    ],
)
def test_what_is_near_passes(value, expected):
    near("x", value, expected)


@pytest.mark.parametrize(
    ("what", "value", "expected", "message"),
    [
        ("slope(3)", 5.0, 6, "slope(3) = 5, not 6"),
        ("slope(3)", 1 / 3, 0.5, "slope(3) = 0.333333, not 0.5"),
        ("slope(3)", 6.00001, 6, "slope(3) = 6.00001, not 6"),
        ("slope(3)", 1e9 + 10_000, 1e9, "slope(3) = 1.00001e+09, not 1e+09"),
        ("slope(3)", 123456.9, 123457.1, "slope(3) = 123456.9, not 123457.1"),
        ("slope(3)", None, 6, "slope(3) = None, not 6"),
        ("answer", ..., 6, "answer = ..., not 6"),
        ("answer", "6", 6, "answer = '6', not 6"),
        ("answer", near, 6, "answer = function, not 6"),
        ("g", None, np.array([6.0, 8.0]), "g = None, not [6., 8.]"),
        ("g", None, np.zeros((2, 4)), "g = None, not shape (2, 4)"),
        ("g", [1, 2], [1, 2, 3], "np.shape(g) = (2,), not (3,)"),
        ("g", [6.0], 6, "np.shape(g) = (1,), not ()"),
        ("g", np.nan, 6, "g = nan, not 6"),
        ("g", np.inf, 6, "g = inf, not 6"),
        ("g", [1, 2.5, 4], [1, 2, 3], "g[2] = 4, not 3"),
        ("g", [1, np.nan, 9], [1, 2, 3], "g[1] = nan, not 2"),
        ("f(x)", np.eye(2), np.ones((2, 2)), "f(x)[0, 1] = 0, not 1"),
        ("2 * f(x)", [1], [2], "(2 * f(x))[0] = 1, not 2"),
    ],
)
def test_what_is_not_near_is_named(what, value, expected, message):
    with pytest.raises(AssertionError) as wrong:
        near(what, value, expected)
    assert str(wrong.value) == message


def test_the_tolerance_can_be_chosen():
    near("x", 6.05, 6, tolerance=0.01)
    with pytest.raises(AssertionError, match=r"x = 6\.05, not 6"):
        near("x", 6.05, 6, tolerance=0.001)
