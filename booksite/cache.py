"""Results are kept between builds, under all that they depend on."""

import ast
import hashlib
import importlib.metadata
import json
import platform
from dataclasses import asdict
from functools import cache
from pathlib import Path

from booksite.execution import Result

ROOT = Path(__file__).parents[1]
LIBRARIES = ("numpy", "matplotlib", "scikit-learn")


class Cache:
    """Results in a folder, one JSON file each."""

    def __init__(self, folder: Path = ROOT / ".cache" / "snippets") -> None:
        self.folder = folder

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a result under the key, without reading it."""
        return self._file(key).exists()

    def load(self, key: str) -> Result | None:
        """Return the result under the key, or None if there is none that can be read."""
        try:
            return Result(**json.loads(self._file(key).read_text(encoding="utf-8")))
        except (FileNotFoundError, json.JSONDecodeError):
            return None  # never run, or cut short while it was written

    def store(self, key: str, result: Result) -> None:
        """Keep the result under the key."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(result), ensure_ascii=False)
        self._file(key).write_text(text, encoding="utf-8")

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


def key_of(source: str, surroundings: str) -> str:
    """Return the key of a snippet: twins that differ in comments alone share one.

    Raises SyntaxError where the source is no Python.
    """
    return hashlib.sha256((ast.dump(ast.parse(source)) + surroundings).encode()).hexdigest()[:16]


def surroundings(package: Path = ROOT / "gradbook") -> str:
    """Return a hash of all besides its source that a result depends on.

    These are the files of gradbook, the two modules that turn a run into a result, and the
    versions of Python and of the libraries.
    """
    ours = [Path(__file__).with_name(name) for name in ("execution.py", "figures.py")]
    digest = hashlib.sha256(_versions().encode())
    for file in [*sorted(package.rglob("*.py")), *ours]:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def _versions() -> str:
    found = [f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES]
    return ", ".join([platform.python_version(), *found])
