"""What several tests share: one built site."""

import os
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


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built book, one for all workers; no test may change it.

    The variable SITE names a site that stands already, such as one that is to be published.
    """
    if standing := os.environ.get("SITE"):
        return Path(standing).resolve()
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    site, told = shared / "site", shared / "site.log"
    with FileLock(shared / "site.lock"):
        if not told.exists():
            done = build(ROOT, site)
            told.write_text("" if done.returncode == 0 else done.stderr, encoding="utf-8")
    assert told.read_text(encoding="utf-8") == ""
    return site
