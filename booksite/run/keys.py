"""What a result depends on: the key under which it is cached."""

import ast
import hashlib
import importlib.metadata
import platform
from functools import cache, lru_cache
from pathlib import Path

from booksite import ROOT
from booksite.fences import Program


@lru_cache(maxsize=1024)
def key_of(program: Program) -> str:
    """Return the key of a program: twins that differ in comments alone share one."""
    try:
        meaning = "\n".join(ast.dump(ast.parse(cell)) for cell in program)
    except SyntaxError:  # running it says where
        meaning = repr(program)
    return hashlib.sha256(meaning.encode()).hexdigest()[:16]


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
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(_hash(file, file.stat().st_mtime_ns))
    return digest.hexdigest()


@cache  # by when it was changed, for it is asked after each program
def _hash(file: Path, changed: int) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


LOADED = {name: hash_of(ROOT / name) for name in ("booksite", "gradbook")}  # before they are


def is_outdated(package: str) -> bool:
    """Tell whether booksite or gradbook has changed since this process has loaded it."""
    return hash_of(ROOT / package) != LOADED[package]


@cache
def packages() -> str:
    """Return the names and versions of all installed packages."""
    found = importlib.metadata.distributions()
    return " ".join(sorted(f"{one.metadata['Name']}={one.version}" for one in found))
