"""The cache between builds, on disk: what was made is made again when its key has changed.

Whatever it is, all that surrounds a program is part of the key. joblib keeps it; an entry that it
cannot read is a miss.
"""

import logging
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import TypeVar, cast

from joblib import Memory

from booksite.run.keys import surroundings

T = TypeVar("T")
log = logging.getLogger("mkdocs.booksite")


class Outdated(Exception):
    """Holds what is not to be cached: gradbook has changed while it was made."""


class Cache:
    """A folder, or where nothing can be written, a temporary one."""

    def __init__(self, folder: Path, current: str, resources: ExitStack) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=folder).close()
        except OSError:
            log.info("%s cannot be written: no results are kept for the next build.", folder)
            folder = Path(resources.enter_context(tempfile.TemporaryDirectory()))
        self.folder, self.surroundings = folder, current
        self._store = Memory(folder, verbose=0)
        self._memory = self._store.cache(_made, ignore=["make"])

    def holds(self, *key: object) -> bool:
        """Tell whether something is cached under the key."""
        return bool(self._memory.check_call_in_cache(key, None, self.surroundings))

    def get(self, make: Callable[[], T], *key: object) -> T:
        """Return what is cached under the key; if nothing is, make it."""
        try:
            return cast(T, self._memory(key, make, self.surroundings))
        except Outdated as outdated:
            return cast(T, outdated.args[0])

    def evict(self) -> None:
        """Delete what no build has asked for in a month."""
        self._store.reduce_size(age_limit=timedelta(days=30))


def _made(key: tuple[object, ...], make: Callable[[], T], current: str) -> T:
    made = make()
    if surroundings() != current:
        raise Outdated(made)
    return made
