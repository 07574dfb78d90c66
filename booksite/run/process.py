"""One process a program: forked from a server that has NumPy and matplotlib loaded.

A program that dies or does not end harms no other, and is named. (A ProcessPoolExecutor can do
neither: one death fails all that wait, and nothing stops a program at a limit.)
"""

import contextlib
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from multiprocessing.connection import Connection, wait

from booksite.fences import Program
from booksite.run.execution import Result, SnippetFailed, execute_cells

METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
LIMIT = 60.0  # seconds


def run(program: Program, salt: str = "", limit: float = LIMIT) -> list[Result]:
    """Run the program in a process of its own and an empty folder.

    Raises
    ------
    SnippetFailed
        If it raises, dies, or has not ended after `limit` seconds.
    """
    context = multiprocessing.get_context(METHOD)
    if METHOD == "forkserver":
        context.set_forkserver_preload(["__main__", "matplotlib.pyplot", execute_cells.__module__])
    ours, theirs = context.Pipe(duplex=False)
    end = time.monotonic() + limit
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, ours:
        child = context.Process(target=_child, args=(theirs, program, salt, folder), daemon=True)
        child.start()
        theirs.close()
        try:
            answer = ours.recv() if ours.poll(limit) else None
            child.join(max(0.0, end - time.monotonic()))  # its threads are part of it
            if child.is_alive() or answer is None:
                raise SnippetFailed(1, f"has not ended after {limit:g} s", 0)
        except EOFError:
            child.join()
            raise SnippetFailed(1, f"its process died{_how(child.exitcode)}", 0) from None
        finally:
            child.kill()
            child.join()
    if isinstance(answer, SnippetFailed):
        raise answer
    results: list[Result] = answer
    return results


def _how(code: int | None) -> str:
    """Return how a process ended, in brackets."""
    if code is not None and code < 0:
        return f" ({signal.Signals(-code).name})"
    return f" (exit status {code})"


def _child(connection: Connection, program: Program, salt: str, folder: str) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.chdir(folder)
    with connection:
        try:
            connection.send(execute_cells(program, salt))
        except SnippetFailed as failure:
            connection.send(failure)
    os.chdir(os.sep)  # Windows removes no folder that somebody is in


def _end_with_parent() -> None:
    """End this process when the build has: a build that is killed leaves none behind."""
    with contextlib.suppress(AttributeError):  # no parent
        wait([multiprocessing.parent_process().sentinel])  # type: ignore[union-attr]
        os._exit(1)
