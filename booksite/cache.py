"""Results are kept between builds, under all that they depend on."""

import ast
import hashlib
import importlib.metadata
import json
import platform
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path

from booksite.execution import Result

ROOT = Path(__file__).parents[1]
Program = tuple[str, ...]  # the sources of its cells; a snippet of a chapter is all of its program
LIBRARIES = ("numpy", "matplotlib", "scikit-learn")


class Cache:
    """The results of programs in a folder, one JSON file a program."""

    def __init__(self, folder: Path = ROOT / ".cache" / "snippets") -> None:
        self.folder = folder

    def __contains__(self, key: str) -> bool:
        """Tell whether there is a result under the key, without reading it."""
        return self._file(key).exists()

    def load(self, key: str) -> list[Result] | None:
        """Return the results under the key, or None if there are none that can be read."""
        try:
            return [Result(**r) for r in json.loads(self._file(key).read_text(encoding="utf-8"))]
        except (FileNotFoundError, json.JSONDecodeError):
            return None  # never run, or cut short while it was written

    def store(self, key: str, results: list[Result]) -> None:
        """Keep the results under the key."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps([asdict(result) for result in results], ensure_ascii=False)
        self._file(key).write_text(text, encoding="utf-8")

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


@lru_cache(maxsize=1024)  # asked for by every cell of a program
def key_of(program: Program, surroundings: str) -> str:
    """Return the key of a program: twins that differ in comments alone share one.

    Raises SyntaxError where a cell is no Python.
    """
    meaning = "\n".join(ast.dump(ast.parse(cell)) for cell in program)
    return hashlib.sha256((meaning + surroundings).encode()).hexdigest()[:16]


def surroundings(package: Path = ROOT / "gradbook") -> str:
    """Return a hash of all besides its source that a result depends on.

    These are the files of gradbook, the modules that turn a run into a result, and the
    versions of Python and of the libraries.
    """
    ours = [
        Path(__file__).with_name(name)
        for name in ("execution.py", "figures.py", "markers.py", "outlines.py")
    ]
    digest = hashlib.sha256(_versions().encode())
    for file in [*sorted(package.rglob("*.py")), *ours]:
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def _versions() -> str:
    found = [f"{name} {importlib.metadata.version(name)}" for name in LIBRARIES]
    return ", ".join([platform.python_version(), *found])
