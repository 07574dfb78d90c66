"""Every program of a build runs once: in parallel, and not at all where its results are cached.

Each has a process of its own, forked from a server that has NumPy and matplotlib loaded. One that
dies or does not end is named, and harms no other.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool, ThreadPool

from booksite import ROOT
from booksite.fences import Program
from booksite.run.cache import Cache
from booksite.run.execution import Result, SnippetFailed, run_alone
from booksite.run.keys import key_of, surroundings
from booksite.run.progress import Progress

T = TypeVar("T")
# Of a build's main module and of pebble, too, each process would else have an import of its own.
PRELOADED = ["mkdocs.__main__", "pebble", "booksite.run.preload"]
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


class Runner:
    """The programs of one build, which owns it: the snippets of the chapters, and the labs."""

    def __init__(self, limit: float = 60, cache: Path = ROOT / ".cache") -> None:
        self.limit = limit
        self.labs: dict[str, Future[None]] = {}  # by the path of the page
        self.lab_thread = ThreadPool(max_workers=1)
        self.resources = ExitStack()
        self.cache = Cache(cache, surroundings(), self.resources)
        self._running: dict[str, Future[list[Result]]] = {}
        self._started: list[Future[list[Result]]] = []
        self.progress = Progress(Snippets=lambda: self._started, Labs=self.labs.values)
        context = multiprocessing.get_context(METHOD)
        if METHOD == "forkserver":
            context.set_forkserver_preload(PRELOADED)
        workers = (os.cpu_count() or 1) + 1  # one more, for each needs a moment to be replaced
        self._pool = ProcessPool(workers, max_tasks=1, context=context)
        self.ran = self.reused = 0  # programs

    def start(self, programs: Iterable[Program]) -> None:
        """Start all programs whose results are not known, without waiting for any."""
        for program in programs:
            key = key_of(program)
            if key not in self._running and not self.cache.holds(key):
                self._running[key] = self._schedule(program, key)
        self._started = [*self._running.values()]

    def result(self, program: Program, cell: int = 0) -> Result:
        """Return what a cell of the program drew and printed.

        Raises
        ------
        SnippetFailed
            If the program raises, dies, or has not ended after `limit` seconds.
        """
        key, ran = key_of(program), self.ran
        results = self.cache.get(partial(self._run_and_count, program, key), key)
        self.reused += ran == self.ran and cell == 0  # a program counts once, not once a cell
        return results[cell]

    def cached(self, make: Callable[..., T], *given: object) -> T:
        """Return what `make` makes of what is given: cached as results are."""
        return self.cache.get(partial(make, *given), make.__qualname__, given)

    def close(self) -> None:
        """Stop all that is running."""
        for pool in (self._pool, self.lab_thread):
            pool.stop()
        self._pool.join()  # which ends the programs; a lab's thread ends with its kernel
        self.resources.close()

    def run(self, program: Program, salt: str = "") -> list[Result]:
        """Run the program, whatever is cached, and return what each cell drew and printed."""
        try:
            return self._outcome(self._running.get(salt) or self._schedule(program, salt))
        finally:
            self._running.pop(salt, None)

    def call(self, function: Callable[..., T], *given: object) -> T:
        """Return what the function returns, called as a program runs: alone, up to the limit."""
        return self._outcome(self._pool.schedule(function, args=given, timeout=self.limit))

    def _outcome(self, future: Future[T]) -> T:
        try:
            return self.progress.wait_for(future)
        except TimeoutError:
            raise SnippetFailed(1, f"has not ended after {self.limit:g} s") from None
        except ProcessExpired as death:
            raise SnippetFailed(1, f"its process died ({_how(death.exitcode)})") from None

    def _schedule(self, program: Program, key: str) -> Future[list[Result]]:
        return self._pool.schedule(run_alone, args=(program, key), timeout=self.limit)

    def _run_and_count(self, program: Program, key: str) -> list[Result]:
        results = self.run(program, key)
        self.ran += 1
        return results


def _how(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"exit status {code}"
