"""The key of a result holds all that the result depends on."""

import shutil

import pytest

from booksite.run import keys
from booksite.run.keys import is_outdated, key_of, packages, surroundings
from tests.chapters import ROOT

FOLDERS = ("booksite", "gradbook", "docs/data")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    copy = tmp_path_factory.mktemp("checkout")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, copy / folder)
    assert surroundings(copy) == surroundings()
    return copy


@pytest.fixture
def changed(checkout):
    """Put something else into a file of the checkout, until the test ends."""
    kept = {}

    def change(file, content):
        kept[file] = (checkout / file).read_bytes()
        (checkout / file).write_bytes(content)

    yield change
    for file, content in kept.items():
        (checkout / file).write_bytes(content)


FILES = sorted(
    f.relative_to(ROOT).as_posix()
    for p in FOLDERS
    for f in (ROOT / p).rglob("*.*")
    if "__pycache__" not in f.parts
)


@pytest.mark.parametrize("file", FILES)
def test_each_file_of_booksite_gradbook_and_the_data_is_part_of_the_key(checkout, changed, file):
    changed(file, (checkout / file).read_bytes() + b"# changed\n")
    assert surroundings(checkout) != surroundings()


@pytest.mark.parametrize("file", ["booksite/fences.py", "gradbook/descent.py"])
def test_a_process_knows_when_a_package_is_no_more_what_it_has_loaded(
    checkout, changed, monkeypatch, file
):
    package = file.partition("/")[0]
    monkeypatch.setattr(keys, "ROOT", checkout)
    assert not is_outdated(package)
    changed(file, b"")
    assert is_outdated(package)


@pytest.mark.parametrize(
    "package", ["numpy", "matplotlib", "scikit-learn", "scour", "ipykernel", "pebble"]
)
def test_the_version_of_each_package_is_part_of_the_key(package):
    assert f" {package}=" in f" {packages().lower()}"


def test_a_changed_program_has_another_key():
    key = key_of(("print(1)",))
    assert key != key_of(("print(2)",))
    assert key != key_of(("print(1)", "print(1)"))
    assert key == key_of(("print(1)  # 하나",))
