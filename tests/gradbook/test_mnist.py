"""MNIST is read whole or not at all: what is missing, cut off or another's is told by its name."""

import gzip
import hashlib
import shutil

import numpy as np
import pytest

from booksite import DATA
from gradbook import load_mnist, mnist

NAMES = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"]
NAMES += ["t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]


@pytest.fixture
def arrays():
    """Pictures and labels of a small MNIST: six for training, four for test."""
    rng = np.random.default_rng(0)
    shapes = [(6, 28, 28), (6,), (4, 28, 28), (4,)]
    return [rng.integers(256 if len(s) > 1 else 10, size=s, dtype=np.uint8) for s in shapes]


@pytest.fixture
def folder(arrays, tmp_path, monkeypatch):
    """The four files of the small MNIST, which pass for the real ones."""
    hashes = []
    for name, array in zip(NAMES, arrays, strict=True):
        axes = b"".join(length.to_bytes(4, "big") for length in array.shape)
        data = bytes([0, 0, 8, array.ndim]) + axes + array.tobytes()
        (tmp_path / name).write_bytes(data)
        hashes.append(hashlib.md5(data).hexdigest())
    parts = {"train": (6, *hashes[:2]), "t10k": (4, *hashes[2:])}
    monkeypatch.setattr(mnist, "PARTS", parts)
    return tmp_path


def pack(file):
    file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(file.read_bytes()))
    file.unlink()


@pytest.mark.parametrize("packed", [[], NAMES, NAMES[1:3]])
def test_the_four_files_are_read_as_they_are_or_packed(arrays, folder, packed):
    for name in packed:
        pack(folder / name)
    x, t, test_x, test_t = arrays
    training, validation, test = load_mnist(str(folder), validation=2)
    np.testing.assert_array_equal(training.x, x[:4].reshape(4, 784) / 255)
    np.testing.assert_array_equal(training.t, t[:4])
    np.testing.assert_array_equal(validation.x, x[4:].reshape(2, 784) / 255)
    np.testing.assert_array_equal(validation.t, t[4:])
    np.testing.assert_array_equal(test.x, test_x.reshape(4, 784) / 255)
    np.testing.assert_array_equal(test.t, test_t)


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=f"^folder must have {name} or {name}.gz, got /"):
        load_mnist(folder)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda d: d[:-1], "must have .* bytes, got .*: download it again"),
        (lambda d: d + b"0", "must have .* bytes, got .*: download it again"),
        (lambda d: d[:3], "must begin with 00 00 08 0. .*, got 00 00 08$"),
        (lambda d: b"", "must begin with .*, got $"),
        (lambda d: b"<!doctype html>" + d, "must begin with .*, got 3c 21 64 6f"),
        (lambda d: d[:7] + b"\7" + d[8:], "must begin with .*, got 00 00 08 0. 00 00 00 07"),
        (lambda d: d[:-1] + bytes([255 - d[-1]]), "must be MNIST's, of MD5 .*, got "),
    ],
)
def test_a_file_that_is_cut_off_or_changed_or_another_is_named(folder, name, spoil, message):
    file = folder / name
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(ValueError, match=f"^{name} {message}"):
        load_mnist(folder)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d[:-9],
        lambda d: d[:20],
        lambda d: b"",
        lambda d: b"no gzip",
        lambda d: d[:40] + b"\0\0\0\0" + d[44:],
    ],
)
def test_a_packed_file_that_is_cut_off_or_spoilt_is_named(folder, spoil):
    name = NAMES[0]
    pack(folder / name)
    file = folder / f"{name}.gz"
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(ValueError, match=f"^{name}"):
        load_mnist(folder)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A reader's folder, with the site's file in it."""
    shutil.copy(DATA / "mnist.npz", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_a_folder_the_sites_file_is_read(here):
    training, validation, test = load_mnist(validation=500)
    assert [len(part.t) for part in (training, validation, test)] == [7500, 500, 2000]
    for x, t in (training, validation, test):
        assert x.shape == (len(t), 784)
        assert (x.min(), x.max()) == (0, 1)
        np.testing.assert_array_equal(x * 255, (x * 255).round())
        assert set(t) == set(range(10))
    load_mnist().test.x[:] = 0
    np.testing.assert_array_equal(load_mnist().test.x, test.x)


def test_a_file_that_is_not_there_is_said_where_to_find(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match=r"^mnist\.npz must be in the current folder, got"):
        load_mnist()


@pytest.mark.parametrize(
    "spoil", [lambda d: d[:-9], lambda d: d[:9], lambda d: b"", lambda d: d[:999] + b"0" + d[1000:]]
)
def test_a_sites_file_that_is_not_whole_is_told(here, spoil):
    file = here / "mnist.npz"
    file.write_bytes(spoil(file.read_bytes()))
    with pytest.raises(
        ValueError, match=r"^mnist\.npz must be whole .*, got \w+: download it again$"
    ):
        load_mnist()


@pytest.mark.parametrize("arrays", [{"pixels": np.zeros(3)}, {"pixels": [0], "labels": [0]}])
def test_another_file_of_that_name_is_told(here, arrays):
    np.savez(here / "mnist.npz", **arrays)
    with pytest.raises(ValueError, match=r"^mnist\.npz must be "):
        load_mnist()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: load_mnist(7), "folder must be a path, got 7"),
        (lambda: load_mnist(validation=8000), "validation must leave some of 8000, got 8000"),
        (lambda: load_mnist(validation=-1), "validation must be an integer, 0 or more, got -1"),
        (lambda: load_mnist(validation=0.5), "validation must be an integer, 0 or more, got 0.5"),
    ],
)
def test_an_error_says_what_would_be_right(here, call, message):
    with pytest.raises((TypeError, ValueError), match=f"^{message}$"):
        call()
