"""Every program of a build runs once: in parallel, and not at all where its results are known."""

import os
import queue
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any

from booksite import ROOT
from booksite.fences import Program
from booksite.run import process
from booksite.run.execution import Result
from booksite.run.store import Store, key_of, surroundings

Job = tuple[Future[Any], Callable[[], Any]]


class Runner:
    """The programs of one build, which owns it: the snippets of the chapters, and the labs.

    Its threads are daemons, so that a build that is interrupted does not wait for them.
    """

    def __init__(self, limit: float = process.LIMIT, store: Store | None = None) -> None:
        self.limit = limit
        self.store = store or Store()
        self.ran = self.reused = 0
        self.seconds = 0.0
        self.surroundings = surroundings()
        self.labs: dict[str, Future[None]] = {}  # by the path of the page
        self.resources = ExitStack()
        self.lab_caches = self._writable(ROOT / ".cache" / "labs")
        self._running: dict[str, Future[list[Result]]] = {}
        self._known: dict[str, list[Result]] = {}
        self._jobs: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []

    def start(self, programs: Iterable[Program]) -> None:
        """Start all programs whose results are not known, without waiting for any."""
        for program in programs:
            try:
                key = key_of(program, self.surroundings)
            except SyntaxError:
                continue  # reported by `result`, when its page is built
            if key in self._running or key in self._known:
                continue
            if kept := self.store.load(key):
                self._known[key] = kept
            else:
                self._running[key] = self.submit(self._job(program, key))

    def result(self, program: Program, cell: int = 0) -> Result:
        """Return what a cell of the program drew and printed.

        Raises
        ------
        SnippetFailed
            If the program fails, in whichever cell.
        """
        try:
            key = key_of(program, self.surroundings)
        except SyntaxError:
            return process.run(program)[cell]  # which says what is wrong with it, and where
        self.start([program])
        if key in self._known:
            self.reused += cell == 0  # a program counts once a page, not once a cell
        else:
            begin = time.perf_counter()
            try:
                self._known[key] = self._running.pop(key).result()
            finally:
                self.seconds += time.perf_counter() - begin
            self.ran += 1
            if surroundings() == self.surroundings:  # else gradbook has changed meanwhile
                self.store.save(key, self._known[key])
        return self._known[key][cell]

    def submit(self, job: Callable[[], Any]) -> Future[Any]:
        """Have one of the threads do the job; there is one for each core."""
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._work, daemon=True) for _ in range(os.cpu_count() or 1)
            ]
            for thread in self._threads:
                thread.start()
        future: Future[Any] = Future()
        self._jobs.put((future, job))
        return future

    def close(self) -> None:
        """End the threads; what has not begun to run will not."""
        while not self._jobs.empty():
            self._jobs.get_nowait()[0].cancel()
        for _ in self._threads:
            self.submit(_end)
        self.resources.close()

    def summary(self) -> str:
        """Return how many programs ran, how often results were reused, and the time waited."""
        return f"Snippets: {self.ran} ran, {self.reused} reused, {self.seconds:.1f} s"

    def _writable(self, folder: Path) -> Path:
        """Return the folder if it can be written, else one that goes with the build."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=folder):
                return folder
        except OSError:
            return Path(self.resources.enter_context(TemporaryDirectory()))

    def _job(self, program: Program, salt: str) -> Callable[[], list[Result]]:
        return partial(process.run, program, salt, self.limit)

    def _work(self) -> None:
        while True:
            future, job = self._jobs.get()
            try:
                future.set_result(job())
            except _End:
                return
            except BaseException as error:
                future.set_exception(error)


class _End(BaseException):
    """Ends a thread of a runner."""


def _end() -> None:
    raise _End
