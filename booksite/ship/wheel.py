"""gradbook's wheel, which the site offers and its notebooks install.

Its version ends with a hash of gradbook's files, so that a notebook can tell an older one.
"""

import hashlib
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hatchling.builders.wheel import WheelBuilder
from hatchling.metadata.core import ProjectMetadata

from booksite import ROOT
from booksite.run.keys import hash_of


def versions() -> list[str]:
    """Return the versions that are as new as the site: installed from this folder, and from it."""
    version = _pyproject()["project"]["version"]
    return [version, f"{version}+{hash_of(ROOT / 'gradbook')[:8]}"]


def address() -> str:
    """Return where the wheel is, from the root of the site."""
    return f"downloads/gradbook-{versions()[-1]}-py3-none-any.whl"


def address_with_hash() -> str:
    """Return the address with the hash of the file, which pip compares before it installs."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder))
        digest = hashlib.sha256(Path(folder, address()).read_bytes()).hexdigest()
    return f"{address()}#sha256={digest}"


def write(site: Path) -> None:
    """Write the wheel to the site, the same bytes for the same files."""
    pyproject = _pyproject()
    pyproject["project"]["version"] = versions()[-1]
    builder = WheelBuilder(str(ROOT), metadata=ProjectMetadata(str(ROOT), None, pyproject))
    list(builder.build(directory=str((site / address()).parent), versions=["standard"]))


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
