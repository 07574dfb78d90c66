"""What several tests share: one built site."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.chapters import ROOT


def build(folder: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the book in the folder, as a reader would."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built book; no test may change it."""
    site = tmp_path_factory.mktemp("site")
    done = build(ROOT, site)
    assert done.returncode == 0, done.stderr
    return site
