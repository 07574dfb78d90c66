"""The runner: each program of a build runs once, and not at all where its results are known."""

import os
import time
import warnings

import pytest

from booksite.run import cache as module
from booksite.run import runner as runners
from booksite.run.execution import SnippetFailed
from booksite.run.runner import Runner


@pytest.fixture
def runner(tmp_path):
    runner = Runner(cache=tmp_path / "cache")
    yield runner
    runner.close()


def test_a_program_of_several_cells_runs_once_for_all(runner):
    program = ("x = 1", "print(x)", "print(2 * x)")
    assert [runner.result(program, n).output for n in range(3)] == ["", "1\n", "2\n"]
    again = Runner(cache=runner.cache.folder)
    assert [again.result(program, n).output for n in range(3)] == ["", "1\n", "2\n"]
    assert (runner.ran, runner.reused, again.ran, again.reused) == (1, 0, 0, 1)


def test_a_known_snippet_does_not_run_again(runner):
    first = runner.result(("print(1)",))
    again = Runner(cache=runner.cache.folder)
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


def test_a_failing_snippet_is_not_remembered(runner):
    for _ in range(2):
        with pytest.raises(SnippetFailed):
            runner.result(("1 / 0",))
    again = Runner(cache=runner.cache.folder)
    with pytest.raises(SnippetFailed):
        again.result(("1 / 0",))
    again.close()


def test_snippets_started_together_are_collected_one_by_one(runner):
    programs = [(f"print({n})",) for n in range(4)]
    runner.start([*programs, ("not python (",)])
    assert [runner.result(p).output for p in programs] == ["0\n", "1\n", "2\n", "3\n"]
    assert (runner.ran, runner.reused) == (4, 0)


def test_a_program_handed_in_twice_runs_once(runner, tmp_path):
    append = f"with open({str(tmp_path / 'log')!r}, 'a') as log:\n    log.write('run ')"
    program = (f"{append}\nprint(1)",)
    runner.start([program, program])
    runner.start([program])
    assert runner.result(program).output == "1\n"
    assert (tmp_path / "log").read_text() == "run "


def test_one_that_dies_harms_no_other(runner):
    programs = [(f"print({n})",) for n in range(6)]
    programs.insert(2, ("import os\nos._exit(1)",))
    runner.start(programs)
    with pytest.raises(SnippetFailed, match="died"):
        runner.result(programs.pop(2))
    assert [runner.result(p).output for p in programs] == [f"{n}\n" for n in range(6)]


def test_nothing_is_stored_where_gradbook_has_changed_meanwhile(runner, monkeypatch):
    runner.start([("print(1)",)])
    monkeypatch.setattr(module, "surroundings", lambda: "changed")
    assert runner.result(("print(1)",)).output == "1\n"
    monkeypatch.undo()
    again = Runner(cache=runner.cache.folder)
    assert again.result(("print(1)",)).output == "1\n"
    assert (again.ran, again.reused) == (1, 0)
    again.close()


def test_a_known_snippet_runs_again_where_its_surroundings_are_others(runner, monkeypatch):
    runner.result(("print(1)",))
    for place in (module, runners):
        monkeypatch.setattr(place, "surroundings", lambda: "others")
    again = Runner(cache=runner.cache.folder)
    for _ in range(2):
        assert again.result(("print(1)",)).output == "1\n"
    assert (again.ran, again.reused) == (1, 1)
    again.close()


def test_what_no_build_has_asked_for_in_a_month_is_deleted(runner):
    for n in (1, 2):
        runner.result((f"print({n})",))
    month = time.time() - 31 * 24 * 3600
    os.utime(next(runner.cache.folder.rglob("output.pkl")), (month, month))
    runner.cache.evict()
    assert len([*runner.cache.folder.rglob("output.pkl")]) == 1


@pytest.mark.parametrize("spoiled", [b"", b"null", b"\x80\x05", b"\xff\xfe", b"[]"])
def test_a_spoiled_entry_is_a_miss(runner, spoiled):
    runner.result(("print(1)",))
    [entry] = runner.cache.folder.rglob("output.pkl")
    entry.write_bytes(spoiled)
    again = Runner(cache=runner.cache.folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # joblib says that it computes anew
        assert again.result(("print(1)",)).output == "1\n"
    assert again.ran == 1
    again.close()


def test_where_nothing_can_be_written_programs_run_all_the_same(tmp_path, caplog):
    (tmp_path / "file").touch()
    with caplog.at_level("INFO", "mkdocs.booksite"):
        runner = Runner(cache=tmp_path / "file" / "cache")  # which not even root can make
    assert runner.result(("print(1)",)).output == "1\n"
    assert "no results are kept" in caplog.text
    runner.close()
    assert not runner.cache.folder.exists()
