"""Every program of a build runs once: in parallel, and not at all where its results are known."""

import multiprocessing
import time
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor

from booksite.cache import Cache, Program, key_of, surroundings
from booksite.execution import Result, execute_cells


class Runner:
    """The programs of one build: the snippets of the chapters, and the labs.

    They run in processes of their own, started when the first is needed. A build under
    `mkdocs serve` therefore sees gradbook as it is now, and a program can do no harm to the build.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache or Cache()
        self.ran = self.reused = 0
        self.seconds = 0.0
        self._surroundings = surroundings()
        self._running: dict[str, Future[list[Result]]] = {}
        self._known: dict[str, list[Result]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def start(self, programs: Iterable[Program]) -> None:
        """Start all programs whose results are not known, without waiting for any."""
        for program in programs:
            try:
                key = key_of(program, self._surroundings)
            except SyntaxError:
                continue  # reported by `result`, when its page is built
            if key not in self._running and key not in self.cache:
                self._running[key] = self._submit(program, key)

    def result(self, program: Program, cell: int = 0) -> Result:
        """Return what a cell of the program drew and printed.

        Raises
        ------
        SnippetFailed
            If the program raises, in whichever cell.
        """
        try:
            key = key_of(program, self._surroundings)
        except SyntaxError:
            return execute_cells(program)[cell]  # which says what is wrong with it, and where
        known = self._known.get(key) or self.cache.load(key)
        if known is None:
            known = self._wait(program, key)
            self.cache.store(key, known)
            self.ran += 1
        elif cell == 0:  # a program counts once a page, not once a cell
            self.reused += 1
        self._known[key] = known
        return known[cell]

    def _wait(self, program: Program, key: str) -> list[Result]:
        begin = time.perf_counter()
        try:
            return (self._running.get(key) or self._submit(program, key)).result()
        finally:
            self.seconds += time.perf_counter() - begin

    def close(self) -> None:
        """End the processes; what has not begun to run will not."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def summary(self) -> str:
        """Return how many programs ran, how often results were reused, and the time waited."""
        return f"Snippets: {self.ran} ran, {self.reused} reused, {self.seconds:.1f} s"

    def _submit(self, program: Program, key: str) -> Future[list[Result]]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))
        return self._pool.submit(execute_cells, program, key)
