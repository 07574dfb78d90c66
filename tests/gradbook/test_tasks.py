"""The tasks of the labs say in one line what is wrong."""

import re
import sys

import numpy as np
import pytest

from gradbook import tasks
from gradbook.tasks import near, task, unchanged


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


def test_a_readers_file_may_be_named_like_gradbook(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(tasks, "FOREIGN", tasks.foreign(tmp_path / "gradbook"))
    for name in ("gradbook/own.py", "gradbook_answers.py"):
        code = compile("def slope():\n    return 1 / 0\n", str(tmp_path / name), "exec")
        exec(code, names := {})
        with tasks.task("1"):
            names["slope"]()
    own, answers = capsys.readouterr().out.splitlines()
    assert own == "✗ 1  ZeroDivisionError: division by zero (in the check)"
    assert answers == "✗ 1  in slope, line 2: ZeroDivisionError: division by zero"


def test_an_error_of_the_call_itself_is_told_as_one_in_the_check(capsys):
    with task("1"):
        _one, _two = [1]
    said = "ValueError: not enough values to unpack (expected 2, got 1)"
    assert capsys.readouterr().out == f"✗ 1  {said} (in the check)\n"


def test_a_notebook_shows_verdicts_large_and_in_colour_unless_told_not_to(capsys, monkeypatch):
    shown = []
    monkeypatch.setitem(sys.modules, "ipykernel", sys)
    monkeypatch.setattr("IPython.display.display", shown.append)
    with task("1"):
        raise AssertionError("1 < 0")
    with task("2"):
        pass
    for verdict, text in zip(shown, ["✗ 1  1 < 0", "✓ 2"], strict=True):
        assert repr(verdict) == text
        assert re.fullmatch(r"<div><b style=.*?font-size.*</code></div>", verdict._repr_html_())
    wrong, right = (re.search(r"color:(#\w+)", verdict._repr_html_())[1] for verdict in shown)
    assert wrong != right
    assert "1 &lt; 0" in shown[0]._repr_html_()
    monkeypatch.setenv("NO_COLOR", "1")
    assert told(capsys, lambda: None) == "✓ 1\n"


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


def test_a_call_that_leaves_its_arrays_alone_passes():
    x, w = np.array([np.nan, np.inf, 1.0]), [1, 2]
    with unchanged("f(x, w)", x=x, w=w):
        assert (x + 1)[2] == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda x, t: x.__setitem__((1, 0), 7), "f(x, t) changes x: x[1, 0] was 3, is now 7"),
        (lambda x, t: x.__iadd__(1e-9), "f(x, t) changes x: x[0, 0] was 1, is now 1.000000001"),
        (lambda x, t: x.fill(np.nan), "f(x, t) changes x: x[0, 0] was 1, is now nan"),
        (lambda x, t: t.pop(), "f(x, t) changes t: np.shape(t) was (3,), is now (2,)"),
        (lambda x, t: t.reverse(), "f(x, t) changes t: t[0] was 0, is now 2"),
    ],
)
def test_an_array_that_was_changed_in_place_is_named_with_its_first_entry(change, message):
    x, t = np.array([[1.0, 2.0], [3.0, 4.0]]), [0, 1, 2]
    with pytest.raises(AssertionError) as wrong, unchanged("f(x, t)", x=x, t=t):
        change(x, t)
    assert str(wrong.value) == message


def test_a_nan_that_becomes_a_number_is_a_change():
    x = np.array([np.nan])
    with pytest.raises(AssertionError, match=r"x\[0\] was nan, is now 0"), unchanged("f(x)", x=x):
        x[0] = 0


def test_what_the_call_raises_is_told_ahead_of_what_it_changed(capsys):
    def slope(x):
        x[0] = 5
        return x @ np.ones(3)

    x, line = np.zeros(2), slope.__code__.co_firstlineno + 2
    with task("1"), unchanged("slope(x)", x=x):
        slope(x)
    assert capsys.readouterr().out.startswith(f"✗ 1  in slope, line {line}: ValueError: ")


def test_what_cannot_be_compared_is_refused_before_the_block_runs():
    with pytest.raises(TypeError, match="given arrays by name"), unchanged("f()"):
        raise AssertionError("the block ran")
    with pytest.raises(TypeError, match="x must be real"), unchanged("f(x)", x="text"):
        raise AssertionError("the block ran")
