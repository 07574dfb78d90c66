"""The files of the page's Python come whole and right, or not at all."""

import hashlib
import json

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError

from booksite import pyodide
from booksite.ship import python
from tests.browser.harness import Quiet, serving


@pytest.fixture
def release(tmp_path, monkeypatch):
    """A small release on a server: its folder, and the folder into which its files come."""
    folder = tmp_path / "release"
    folder.mkdir()
    files = {"core.js": b"core", "numpy.whl": b"numpy", "matplotlib.whl": b"matplotlib"}
    lock = {
        "packages": {
            name: {
                "file_name": f"{name}.whl",
                "sha256": hashlib.sha256(files[f"{name}.whl"]).hexdigest(),
                "depends": ["numpy"] if name == "matplotlib" else [],
            }
            for name in ("numpy", "matplotlib")
        }
    }
    files[pyodide.LOCK] = json.dumps(lock).encode()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    core = {n: hashlib.sha256(files[n]).hexdigest() for n in (pyodide.LOCK, "core.js")}
    monkeypatch.setattr(pyodide, "CORE", core)
    monkeypatch.setattr(pyodide, "FOLDER", tmp_path / "kept" / "1")
    with serving(folder, Quiet) as address:
        monkeypatch.setenv("PYODIDE", address)
        yield folder


def test_the_files_of_a_release_are_fetched_once(release):
    kept = pyodide.folder()
    assert {f.name: f.read_bytes() for f in kept.iterdir()} == {
        f.name: f.read_bytes() for f in release.iterdir()
    }
    (release / pyodide.LOCK).unlink()
    assert pyodide.folder() == kept


@pytest.mark.parametrize("spoil", ["cut", "gone"])
@pytest.mark.parametrize("name", [pyodide.LOCK, "core.js", "matplotlib.whl"])
def test_nothing_is_kept_of_a_release_with_a_file_that_is_cut_or_gone(release, name, spoil):
    (release / name).write_bytes(b"co") if spoil == "cut" else (release / name).unlink()
    with pytest.raises(pyodide.Unavailable, match=name) as refused:
        pyodide.folder()
    assert "\n" not in str(refused.value)
    assert not pyodide.FOLDER.exists()
    assert [*pyodide.FOLDER.parent.glob("*")] == []


def test_a_file_that_was_spoiled_later_is_fetched_again(release):
    kept = pyodide.folder()
    (kept / "numpy.whl").write_bytes(b"")
    assert (pyodide.folder() / "numpy.whl").read_bytes() == b"numpy"


def test_a_folder_is_taken_as_it_is_if_it_is_whole(release, monkeypatch):
    monkeypatch.setenv("PYODIDE", str(release))
    assert pyodide.folder() == release
    (release / "core.js").write_bytes(b"other")
    with pytest.raises(pyodide.Unavailable, match=r"core\.js: its SHA-256 must be"):
        pyodide.folder()


def test_what_cannot_be_reached_is_said_in_one_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(pyodide, "FOLDER", tmp_path / "1")
    monkeypatch.setenv("PYODIDE", "http://127.0.0.1:9/")
    with pytest.raises(pyodide.Unavailable, match=r"127\.0\.0\.1:9/pyodide-lock\.json: .*refused"):
        pyodide.folder()


def test_a_wrong_setting_is_named():
    config = MkDocsConfig()
    config.extra = {"python": "alwys"}
    with pytest.raises(BuildError, match=r"extra\.python must be auto or always, got 'alwys'"):
        python.configure(config)
    assert "python_files" not in config.extra
