"""`python -m booksite.pyodide` brings the files of the page's Python, each checked by its SHA-256.

In: PYODIDE, a folder or an address, or else the release's own address. Out: a folder with all of
them: the one that PYODIDE names, or .cache/pyodide.
"""

import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from booksite import ROOT

VERSION = "0.27.7"
ADDRESS = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
FOLDER = ROOT / ".cache" / "pyodide" / VERSION
LOCK = "pyodide-lock.json"  # has the hashes of the packages
CORE = {
    LOCK: "9c45b916001a750f4102fc287494f3eab215909c7535c626a20db80fd6333e2c",
    "pyodide.mjs": "04c052c815abb0bf2981fa38c2dfa58e3120ee5288c956df2b2a15e301782c5f",
    "pyodide.asm.js": "6b4c90de5b7172873f04f21884d0e9d2274e305fe32116558fe3e4fbe3618d51",
    "pyodide.asm.wasm": "a50dd1843f805a0b7c45b61037ee0d7b26dfe85efe0e18ef95a34ad24e401f5f",
    "python_stdlib.zip": "16611534726e5d8ac2bd8f926410b2dcb8d6f49aa24913463533b457a2115c16",
}
PACKAGES = ("numpy", "matplotlib")  # the first for numbers, both for figures
TIMEOUT = 10  # seconds without a byte


class Unavailable(Exception):
    """The files cannot be had, or one of them is not the one of the release."""


def folder() -> Path:
    """Return a folder that has all files; they are fetched if they are not there yet.

    Raises
    ------
    Unavailable
        If a file cannot be had, or has another hash. Nothing is kept then.
    """
    source = os.environ.get("PYODIDE", "")
    if source and "://" not in source:
        _files(Path(source).joinpath)
        return Path(source)
    try:
        _files(FOLDER.joinpath)
    except Unavailable:
        _fetch(f"{(source or ADDRESS).rstrip('/')}/")
    return FOLDER


def wheels(lock: bytes, *packages: str) -> dict[str, str]:
    """Return the files of the packages, and of all that they need, with their hashes."""
    known, todo = json.loads(lock)["packages"], [*packages]
    found: dict[str, str] = {}
    while todo:
        package = known[todo.pop()]
        if package["file_name"] not in found:
            found[package["file_name"]] = package["sha256"]
            todo += package["depends"]
    return found


def _fetch(address: str) -> None:
    """Fetch all files; the folder takes their place at once, when they are whole."""
    files = _files(lambda name: f"{address}{name}")
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER.parent) as place:
        new = Path(place) / "new"
        new.mkdir()
        for name, data in files.items():
            (new / name).write_bytes(data)
        shutil.rmtree(FOLDER, ignore_errors=True)
        new.replace(FOLDER)


def _files(where: Callable[[str], Path | str]) -> dict[str, bytes]:
    """Read all files from where they are, each checked by its hash."""
    lock = _read(where(LOCK), CORE[LOCK])
    wanted = CORE | wheels(lock, *PACKAGES)
    return {name: _read(where(name), sha256) for name, sha256 in wanted.items()}


def _read(place: Path | str, sha256: str) -> bytes:
    try:
        if isinstance(place, Path):
            data = place.read_bytes()
        else:
            with urlopen(place, timeout=TIMEOUT) as response:
                data = bytes(response.read())
    except (OSError, HTTPException) as error:  # URLError is an OSError
        if isinstance(error, HTTPError):
            error.close()
        raise Unavailable(f"{place}: {error}") from error
    if (found := hashlib.sha256(data).hexdigest()) != sha256:
        raise Unavailable(f"{place}: its SHA-256 must be {sha256}, got {found}")
    return data


if __name__ == "__main__":
    try:
        print(folder())
    except Unavailable as error:
        sys.exit(str(error))
