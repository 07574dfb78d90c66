"""What takes a while to make is kept between builds, under all that it is made of."""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from booksite.cache import ROOT

OURS = ("downloads.py", "notebooks.py", "styles.py", "fonts.py")
LIBRARIES = (
    "hatchling",
    "jupytext",
    "nbformat",
    "rcssmin",
    "tinycss2",
    "fonttools",
    "ziamath",
    "brotli",
)


def under(origin: object, make: Callable[[], bytes], folder: Path = ROOT / ".cache") -> bytes:
    """Return what is kept under the origin, or make it and keep it.

    A build that finds all that it needs does not even import the libraries that make it.
    """
    key = hashlib.sha256((repr(origin) + _makers()).encode()).hexdigest()[:16]
    file = folder / "kept" / key
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        whole = file.with_suffix(f".{os.getpid()}")
        whole.write_bytes(make())
        whole.replace(file)  # at once: another build may be reading
    return file.read_bytes()


@cache
def _makers() -> str:
    """Return all else that what is made depends on: our own code, and the libraries."""
    ours = [Path(__file__).with_name(name) for name in OURS]
    return repr([file.read_bytes() for file in ours] + [version(name) for name in LIBRARIES])
