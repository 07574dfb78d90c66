"""One process a program: nothing of one is left for the next, and none harms another."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time

import psutil
import pytest

from booksite.run.execution import SnippetFailed
from booksite.run.runner import Runner
from tests.chapters import ROOT


@pytest.fixture(scope="module")
def runner():
    runner = Runner(limit=1.5)
    yield runner
    runner.close()


@pytest.fixture
def output(runner):
    return lambda source: runner.run((source,))[0].output


def test_what_a_program_prints_and_draws_comes_back(runner):
    result = runner.run(("import matplotlib.pyplot as plt\nplt.plot([1, 2])", "print(1)"), "salt")
    assert [(len(r.figures), r.output) for r in result] == [(1, ""), (0, "1\n")]


def test_a_failure_comes_back_with_its_place(runner):
    with pytest.raises(SnippetFailed) as failure:
        runner.run(("x = 1", "\n1 / 0"))
    assert (failure.value.line, failure.value.cell) == (2, 1)
    assert failure.value.error == "ZeroDivisionError: division by zero"


@pytest.mark.parametrize(
    ("leak", "probe"),
    [
        ("stray = 1", "stray"),
        ("import builtins\nbuiltins.stray = 1", "stray"),
        ("import sys\nsys.stray = 1", "import sys\nsys.stray"),
        ("open('file', 'w').close()", "open('file')"),
    ],
)
def test_no_name_and_no_file_is_left_for_the_next(output, leak, probe):
    assert output(leak) == ""
    with pytest.raises(SnippetFailed, match=r"NameError|AttributeError|FileNotFoundError"):
        output(probe)


SETTINGS = """
import os, random, sys, threading, warnings
import numpy as np, matplotlib
print(np.get_printoptions()["precision"], np.geterr(), sys.getrecursionlimit(), os.listdir())
print(matplotlib.rcParams["lines.linewidth"], len(warnings.filters), threading.active_count())
"""
CHANGES = """
import os, sys, threading, warnings
import numpy as np, matplotlib
np.set_printoptions(precision=1)
np.seterr(all="raise")
sys.setrecursionlimit(99)
matplotlib.rcParams["lines.linewidth"] = 9
warnings.simplefilter("error")
threading.Thread(target=threading.Event().wait, daemon=True).start()
os.mkdir("left")
"""


def test_no_setting_is_left_for_the_next(output):
    before = output(SETTINGS)
    output(CHANGES)
    assert output(SETTINGS) == before


@pytest.mark.parametrize(
    ("source", "how"),
    [
        ("import os\nos._exit(3)", "exit status 3"),
        ("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)", "exit status 15"),
        ("import ctypes\nctypes.string_at(0)", "SIGSEGV"),
    ],
)
def test_a_program_that_dies_is_named_and_how(runner, output, source, how):
    with pytest.raises(SnippetFailed, match=f"its process died.*{how}"):
        runner.run((source,))
    assert output("print(1)") == "1\n"


@pytest.mark.parametrize(
    "source",
    [
        "while True: pass",
        "try:\n    while True: pass\nexcept BaseException:\n    while True: pass",
        "import threading\nthreading.Thread(target=threading.Event().wait).start()",
    ],
)
def test_a_program_that_does_not_end_is_stopped_at_the_limit(runner, source):
    begin = time.monotonic()
    with pytest.raises(SnippetFailed, match=r"has not ended after 1\.5 s"):
        runner.run((source,))
    assert time.monotonic() - begin < 30


def test_a_program_that_asks_for_input_is_told_that_there_is_none(output):
    with pytest.raises(SnippetFailed, match="EOFError"):
        output("input()")


EDITS = """
from pathlib import Path
from booksite.run.execution import SnippetFailed
from booksite.run.runner import Runner
if __name__ == "__main__":
    module, runner = Path("gradbook/activations.py"), Runner()
    code = module.read_text()
    for edited in ("", "NEW = 1", "NEW = ((", "NEW = 333"):  # no two of a length
        module.write_text(code + edited)
        try:
            print(runner.run(("from gradbook.activations import NEW\\nprint(NEW)",))[0].output)
        except SnippetFailed as failure:
            print(failure.error)
    runner.close()
"""


def test_a_program_has_gradbook_as_it_is_now_though_the_server_has_loaded_another(tmp_path):
    for folder in ("booksite", "gradbook", "docs/data"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    script = tmp_path / "build.py"
    script.write_text(EDITS)
    env = os.environ | {"PYTHONPATH": str(tmp_path)}
    said = subprocess.check_output([sys.executable, script], cwd=tmp_path, env=env, text=True)
    wanting, first, broken, second = filter(None, said.splitlines())
    assert wanting.startswith("ImportError: cannot import name 'NEW'")
    assert (first, broken, second) == ("1", "SyntaxError: '(' was never closed", "333")


def test_a_runner_that_is_closed_leaves_no_program_behind(tmp_path):
    runner, pid = Runner(limit=600), tmp_path / "pid"
    source = f"import os\nopen({str(pid)!r}, 'w').write(str(os.getpid()))\nwhile True: pass"
    runner.start([(source,)])
    wait_until(lambda: pid.exists() and pid.read_text())
    program = psutil.Process(int(pid.read_text()))
    runner.close()
    wait_until(lambda: has_ended(program))


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_a_build_that_is_ended_leaves_no_process_behind(tmp_path, name):
    script = tmp_path / "build.py"
    script.write_text(
        textwrap.dedent(f"""
            import signal
            from booksite.run.runner import Runner
            # a shell has what it starts in the background ignore Ctrl-C
            signal.signal(signal.SIGINT, signal.default_int_handler)
            if __name__ == "__main__":
                source = "import os\\nopen({str(tmp_path / "pid")!r}, 'w').write(str(os.getpid()))"
                Runner().run((source + "\\nwhile True: pass",))
        """)
    )
    build = subprocess.Popen(
        [sys.executable, script], cwd=ROOT, env=os.environ | {"PYTHONPATH": "."}
    )
    pid = tmp_path / "pid"
    wait_until(lambda: pid.exists() and pid.read_text())
    program = psutil.Process(int(pid.read_text()))
    assert not has_ended(program)
    os.kill(build.pid, getattr(signal, name))  # the build alone, not its programs
    build.wait(20)
    wait_until(lambda: has_ended(program))


def has_ended(program: psutil.Process) -> bool:
    with contextlib.suppress(psutil.NoSuchProcess):
        return program.status() == psutil.STATUS_ZOMBIE
    return True


def wait_until(true) -> None:
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)
