"""Runs programs, each in a fresh process; the libraries are loaded once, for all of them.

A program is a line of JSON on standard input. The answer is a line of JSON: its exit status, and
what it printed and complained of.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from tests.chapters import ROOT


class Interpreter:
    """A process that has imported NumPy and Matplotlib, and forks itself for each program."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.fresh"]
        self.process = subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def complaint(self, program: str) -> str:
        """Run the program; return what it printed if it failed, and nothing if it did not."""
        print(json.dumps(program), file=self.process.stdin, flush=True)
        status, told = json.loads(self.process.stdout.readline())
        return told or f"ended with {status}" if status else ""


@contextmanager
def interpreter() -> Iterator[Interpreter]:
    fresh = Interpreter()
    yield fresh
    fresh.process.stdin.close()
    fresh.process.wait()
    fresh.process.stdout.close()


def _serve() -> None:
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot  # noqa: F401

    for line in sys.stdin:
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as told:
            child = os.fork()
            if child == 0:
                os.chdir(folder)
                os.dup2(told.fileno(), 1)
                os.dup2(told.fileno(), 2)
                os._exit(_run(json.loads(line)))
            _, status = os.waitpid(child, 0)
            told.seek(0)
            print(json.dumps([os.waitstatus_to_exitcode(status), told.read()]), flush=True)


def _run(program: str) -> int:
    try:
        exec(compile(program, "<copied>", "exec"), {"__name__": "__main__"})
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0


if __name__ == "__main__":
    _serve()
