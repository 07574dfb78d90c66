"""A content-addressed store: results are kept between builds, under all that they depend on."""

import ast
import hashlib
import importlib.metadata
import json
import logging
import platform
from dataclasses import asdict
from functools import cache, lru_cache
from pathlib import Path

from booksite import ROOT
from booksite.fences import Program
from booksite.run.execution import Result

log = logging.getLogger("mkdocs.booksite")


class Store:
    """The results of programs in a folder, one JSON file a program."""

    def __init__(self, folder: Path = ROOT / ".cache" / "snippets") -> None:
        self.folder = folder
        self.writable = True

    def load(self, key: str) -> list[Result] | None:
        """Return the results under the key; None if there are none, or they are spoiled."""
        try:
            kept = [Result(**r) for r in json.loads(self._file(key).read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError):
            return None
        texts = [text for r in kept if isinstance(r.figures, list) for text in r.figures]
        texts += [r.output for r in kept]
        sound = all(isinstance(r.figures, list) for r in kept)
        return kept if kept and sound and all(isinstance(t, str) for t in texts) else None

    def save(self, key: str, results: list[Result]) -> None:
        """Keep the results under the key, if the folder can be written."""
        text = json.dumps([asdict(result) for result in results])
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            whole = self._file(key).with_suffix(".part")
            whole.write_text(text, encoding="utf-8")
            whole.replace(self._file(key))  # at once: another build may be reading
        except OSError as error:
            if self.writable:
                log.info("Results are not kept: %s", error)
            self.writable = False

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"


@lru_cache(maxsize=1024)  # asked for by every cell of a program
def key_of(program: Program, surroundings: str) -> str:
    """Return the key of a program: twins that differ in comments alone share one.

    Raises SyntaxError where a cell is no Python.
    """
    meaning = "\n".join(ast.dump(ast.parse(cell)) for cell in program)
    return hashlib.sha256((meaning + surroundings).encode()).hexdigest()[:16]


def surroundings(root: Path = ROOT) -> str:
    """Return a hash of all besides its source that a result depends on.

    These are the files of gradbook and booksite, Python, and all installed packages.
    """
    digest = hashlib.sha256(f"{platform.python_version()} {_packages()}".encode())
    for package in ("booksite", "gradbook"):
        for file in sorted((root / package).rglob("*.py")):
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def _packages() -> str:
    found = importlib.metadata.distributions()
    return " ".join(sorted(f"{one.metadata['Name']}={one.version}" for one in found))
