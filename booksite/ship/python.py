"""The page's Python leaves with the site: Pyodide's files, gradbook, and what draws the figures.

In: a folder with Pyodide's files (booksite.pyodide). Out: assets/python/VERSION, whose files.json
has each file's size and hash. `extra.python` in mkdocs.yml says how needed that is: "always", or
"auto", which leaves the Run buttons out where the files cannot be had.
"""

import base64
import hashlib
import json
import logging
import shutil
import zipfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from booksite import ROOT, pyodide

log = logging.getLogger("mkdocs.booksite")
MODULES = ("gradbook/**/*.py", "gradbook/*.npz", "booksite/figures/*.py", "booksite/run/page.py")
PLACE = f"assets/python/{pyodide.VERSION}/"  # where twins share it


def configure(config: MkDocsConfig) -> None:
    """Find the files, and tell the theme where they will be, and how much they are."""
    if "python_files" not in config.extra:  # the twin has them from the Korean book
        config.extra["python_files"] = _files(str(config.extra.get("python", "auto")))
    if files := config.extra["python_files"]:
        words = config.extra["words"]["run"]
        words["size"] = words["size"].format(*_megabytes(Path(files)))
        config.extra["python_place"] = PLACE


def _files(wanted: str) -> str:
    if wanted not in ("auto", "always"):
        raise BuildError(f"extra.python must be auto or always, got {wanted!r}")
    try:
        return str(pyodide.folder())
    except pyodide.Unavailable as error:
        if wanted == "always":
            raise BuildError(f"extra.python is always, but {error}") from error
        log.info("No Run buttons: %s", error)
        return ""


def _megabytes(source: Path) -> tuple[int, int]:
    """Return how much comes for the first number, and for the first figure."""
    lock = (source / pyodide.LOCK).read_bytes()
    names = ([*pyodide.CORE, *pyodide.wheels(lock, *pyodide.PACKAGES[:n])] for n in (1, 2))
    numbers, figures = (sum((source / n).stat().st_size for n in some) for some in names)
    return round(numbers / 1e6), round(figures / 1e6)


def write(site: Path, config: MkDocsConfig) -> None:
    """Write what the worker of theme/assets/javascripts/workers/python.js reads."""
    if not config.extra["python_files"]:
        return
    source, target = Path(config.extra["python_files"]), site / PLACE
    target.mkdir(parents=True, exist_ok=True)
    lock = (source / pyodide.LOCK).read_bytes()
    numbers, both = (pyodide.wheels(lock, *pyodide.PACKAGES[:n]) for n in (1, 2))
    for name in (*pyodide.CORE, *both):
        shutil.copy(source / name, target)
    _archive(target / "book.zip")
    first = [*pyodide.CORE, *numbers, "book.zip"]
    about = {
        "version": pyodide.VERSION,
        "numbers": first,
        "figures": [name for name in both if name not in numbers],
        "files": {name: _described(target / name) for name in (*first, *both)},
    }
    (target / "files.json").write_text(json.dumps(about), encoding="utf-8")


def _archive(file: Path) -> None:
    """Write the modules that a block of the book imports, the same bytes for the same modules."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for pattern in MODULES for path in ROOT.glob(pattern)):
            name = path.relative_to(ROOT).as_posix()
            archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


def _described(file: Path) -> dict[str, object]:
    data = file.read_bytes()
    sha256 = base64.b64encode(hashlib.sha256(data).digest()).decode()
    return {"bytes": len(data), "sha256": sha256}
