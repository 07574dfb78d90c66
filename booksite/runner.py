"""Every snippet of a build runs once: in parallel, and not at all where its result is known."""

import multiprocessing
import time
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor

from booksite.cache import Cache, key_of, surroundings
from booksite.execution import Result, execute


class Runner:
    """The snippets of one build.

    They run in processes of their own, started when the first is needed. A build under
    `mkdocs serve` therefore sees gradbook as it is now, and a snippet can do no harm to the build.
    """

    def __init__(self, cache: Cache | None = None) -> None:
        self.cache = cache or Cache()
        self.ran = self.reused = 0
        self.seconds = 0.0
        self._surroundings = surroundings()
        self._running: dict[str, Future[Result]] = {}
        self._pool: ProcessPoolExecutor | None = None

    def start(self, sources: Iterable[str]) -> None:
        """Start all snippets whose results are not known, without waiting for any."""
        for source in sources:
            try:
                key = key_of(source, self._surroundings)
            except SyntaxError:
                continue  # reported by `result`, when its page is built
            if key not in self._running and key not in self.cache:
                self._running[key] = self._submit(source, key)

    def result(self, source: str) -> Result:
        """Return what the snippet drew and printed.

        Raises
        ------
        SnippetFailed
            If the snippet raises.
        """
        try:
            key = key_of(source, self._surroundings)
        except SyntaxError:
            return execute(source)  # which says what is wrong with it, and where
        known = self.cache.load(key)
        if known is not None:
            self.reused += 1
            return known
        begin = time.perf_counter()
        try:
            result = (self._running.get(key) or self._submit(source, key)).result()
        finally:
            self.seconds += time.perf_counter() - begin
        self.ran += 1
        self.cache.store(key, result)
        return result

    def close(self) -> None:
        """End the processes; what has not begun to run will not."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def summary(self) -> str:
        """Return how many snippets ran, how many results were reused, and the time waited."""
        return f"Snippets: {self.ran} ran, {self.reused} reused, {self.seconds:.1f} s"

    def _submit(self, source: str, key: str) -> Future[Result]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))
        return self._pool.submit(execute, source, key)
