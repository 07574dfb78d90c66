"""Every program of a build runs once: in parallel, and not at all where its results are cached.

Each has a process of its own, forked from a server that has NumPy and matplotlib loaded. One that
dies or does not end is named, and harms no other.
"""

import logging
import multiprocessing
import os
import signal
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TypeVar

from joblib import Memory
from pebble import ProcessExpired, ProcessPool, ThreadPool

from booksite import ROOT
from booksite.fences import Program
from booksite.run.execution import Result, SnippetFailed, run_alone
from booksite.run.keys import is_writable, key_of, surroundings

T = TypeVar("T")
log = logging.getLogger("mkdocs.booksite")
PRELOADED = ("matplotlib.backends.backend_svg", "sklearn.datasets")  # slow to import
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


class Runner:
    """The programs of one build, which owns it: the snippets of the chapters, and the labs."""

    def __init__(self, limit: float = 60, cache: Path = ROOT / ".cache") -> None:
        self.limit = limit
        self.surroundings = surroundings()
        self.labs: dict[str, Future[None]] = {}  # by the path of the page
        self.lab_thread = ThreadPool(max_workers=1)
        self.resources = ExitStack()
        if not is_writable(cache):
            log.info("%s cannot be written: no results are kept for the next build.", cache)
            cache = Path(self.resources.enter_context(tempfile.TemporaryDirectory()))
        self.cache = cache
        self.memory = Memory(cache, verbose=0)
        self._cached_results = self.memory.cache(_collect, ignore=["collect"])
        self._running: dict[str, Future[list[Result]]] = {}
        self._known: dict[str, list[Result]] = {}
        context = multiprocessing.get_context(METHOD)
        if METHOD == "forkserver":
            context.set_forkserver_preload(["__main__", run_alone.__module__, *PRELOADED])
        workers = (os.cpu_count() or 1) + 1  # one more, for each needs a moment to be replaced
        self._pool = ProcessPool(workers, max_tasks=1, context=context)
        self.ran = self.reused = 0
        self.seconds = 0.0

    def start(self, programs: Iterable[Program]) -> None:
        """Start all programs whose results are not known, without waiting for any."""
        for program in programs:
            try:
                key = key_of(program, self.surroundings)
            except SyntaxError:
                continue  # reported by `result`, when its page is built
            known = key in self._known or key in self._running
            if not known and not self._cached_results.check_call_in_cache(key, None):
                self._running[key] = self._schedule(program, key)

    def result(self, program: Program, cell: int = 0) -> Result:
        """Return what a cell of the program drew and printed.

        Raises
        ------
        SnippetFailed
            If the program raises, dies, or has not ended after `limit` seconds.
        """
        try:
            key = key_of(program, self.surroundings)
        except SyntaxError:
            key = "no Python"  # running it says what is wrong, and where
        ran = self.ran
        if key not in self._known:
            try:
                self._known[key] = self._cached_results(
                    key, partial(self._run_and_time, program, key)
                )
            except _Outdated as outdated:
                self._known[key] = outdated.args[0]
        self.reused += ran == self.ran and cell == 0  # a program counts once, not once a cell
        return self._known[key][cell]

    def cached(self, make: Callable[..., T], *given: object) -> T:
        """Return what `make` makes of what is given: cached as results are."""
        made: T = self.memory.cache(_made, ignore=["make"])(
            make.__qualname__, self.surroundings, given, make
        )
        return made

    def close(self) -> None:
        """Stop all that is running."""
        for pool in (self._pool, self.lab_thread):
            pool.stop()
        self.resources.close()

    def summary(self) -> str:
        """Return how many programs ran, how often results were reused, and the time waited."""
        return f"Snippets: {self.ran} ran, {self.reused} reused, {self.seconds:.1f} s"

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
            return future.result()
        except TimeoutError:
            raise SnippetFailed(1, f"has not ended after {self.limit:g} s") from None
        except ProcessExpired as death:
            raise SnippetFailed(1, f"its process died ({_how(death.exitcode)})") from None

    def _schedule(self, program: Program, key: str) -> Future[list[Result]]:
        return self._pool.schedule(run_alone, args=(program, key), timeout=self.limit)

    def _run_and_time(self, program: Program, key: str) -> list[Result]:
        begin = time.perf_counter()
        results = self.run(program, key)
        self.seconds += time.perf_counter() - begin
        self.ran += 1
        if surroundings() != self.surroundings:
            raise _Outdated(results)
        return results


class _Outdated(Exception):
    """Holds results that are not to be cached: gradbook has changed while they were made."""


def _collect(key: str, collect: Callable[[], list[Result]]) -> list[Result]:
    """Return the results under the key; joblib caches them."""
    return collect()


def _made(name: str, surroundings: str, given: tuple[object, ...], make: Callable[..., T]) -> T:
    """Return what the function of this name makes; joblib caches it."""
    return make(*given)


def _how(code: int | None) -> str:
    return signal.Signals(-code).name if code is not None and code < 0 else f"exit status {code}"
