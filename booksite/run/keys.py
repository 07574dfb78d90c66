"""What a result depends on: the key under which it is cached."""

import ast
import hashlib
import importlib.metadata
import platform
import tempfile
from functools import cache, lru_cache
from pathlib import Path

from booksite import ROOT
from booksite.fences import Program


@lru_cache(maxsize=1024)
def key_of(program: Program, surroundings: str) -> str:
    """Return the key of a program: twins that differ in comments alone share one."""
    try:
        meaning = "\n".join(ast.dump(ast.parse(cell)) for cell in program)
    except SyntaxError:  # running it says where
        meaning = repr(program)
    return hashlib.sha256((meaning + surroundings).encode()).hexdigest()[:16]


def surroundings(root: Path = ROOT) -> str:
    """Return a hash of all besides its source that a result depends on.

    These are the files of gradbook and booksite, the data, Python, and all installed packages.
    """
    folders = ("booksite", "gradbook", "docs/data")
    files = "".join(hash_of(root / folder) for folder in folders)
    return hashlib.sha256(f"{platform.python_version()} {packages()} {files}".encode()).hexdigest()


def hash_of(package: Path) -> str:
    """Return a hash of the files of a package, their names included."""
    digest = hashlib.sha256()
    for file in sorted(package.rglob("*.*")):
        if file.is_file() and "__pycache__" not in file.parts:
            digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


LOADED = hash_of(ROOT / "booksite")  # as this process has it


def is_outdated() -> bool:
    """Tell whether booksite has changed since this process has loaded it."""
    return hash_of(ROOT / "booksite") != LOADED


@cache
def packages() -> str:
    """Return the names and versions of all installed packages."""
    found = importlib.metadata.distributions()
    return " ".join(sorted(f"{one.metadata['Name']}={one.version}" for one in found))


def is_writable(folder: Path) -> bool:
    """Tell whether files can be kept in a folder; it is made if it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
