"""What several tests share: one built site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.chapters import ROOT


def build(folder: Path, site: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Build the book in the folder, as a reader would, with some variables of the environment."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    env = os.environ | variables
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False
    )


def copy_book(folder: Path) -> Path:
    """Copy the book into the folder, as it is now."""
    for name in ("booksite", "docs", "gradbook", "theme"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "mkdocs.en.yml", "pyproject.toml", "README.md", "THIRD-PARTY.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def book(shared: Path) -> Path:
    """The book as it was when the tests began: who saves a page meanwhile fails no test."""
    with FileLock(shared / "book.lock"):
        if not (shared / "book").exists():
            copy_book(shared / "book.part")
            (ROOT / ".cache").mkdir(exist_ok=True)
            cache = shared / "book.part" / ".cache"
            try:
                cache.symlink_to(ROOT / ".cache")
            except OSError:  # Windows, where not everybody may
                shutil.copytree(ROOT / ".cache", cache)
            (shared / "book.part").rename(shared / "book")
    return shared / "book"


@pytest.fixture(scope="session")
def site(book: Path, shared: Path) -> Path:
    """The built book, one for all workers; no test may change it.

    The variable SITE names a site that stands already, such as one that is to be published.
    """
    if standing := os.environ.get("SITE"):
        return Path(standing).resolve()
    site, told = shared / "site", shared / "site.log"
    with FileLock(shared / "site.lock"):
        if not told.exists():
            done = build(book, site)
            told.write_text("" if done.returncode == 0 else done.stderr, encoding="utf-8")
    assert told.read_text(encoding="utf-8") == ""
    return site
