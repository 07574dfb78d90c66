"""How far the programs of a build are: told every few seconds while a page waits for one."""

import logging
import time
from collections.abc import Callable, Collection
from concurrent.futures import Future, wait
from typing import Any, TypeVar

T = TypeVar("T")
log = logging.getLogger("mkdocs.booksite")
SILENCE = 5  # seconds


class Progress:
    """What is running, by name, and when that was last told."""

    def __init__(self, **running: Callable[[], Collection[Future[Any]]]) -> None:
        self.running = running
        self._told = time.monotonic()

    def wait_for(self, future: Future[T]) -> T:
        """Return what a program gives, or raise what it raises."""
        while not wait([future], SILENCE).done:
            self._tell()
        if time.monotonic() > self._told + SILENCE:
            self._tell()
        return future.result()

    def _tell(self) -> None:
        self._told = time.monotonic()
        for name, futures in self.running.items():
            done = sum(future.done() for future in futures())
            if done < len(futures()):
                log.info("%s: %d of %d", name, done, len(futures()))
