"""Answers to the tasks of the lab on MNIST."""

RIGHT = {
    "1": {
        "struct": """
import struct


def read_idx(data):
    axes = data[3]
    shape = struct.unpack_from(f">{axes}I", data, 4)
    return np.array(list(data[4 + 4 * axes :]), dtype=np.uint8).reshape(shape)
""",
        "lengths by NumPy": """
def read_idx(data):
    start = 4 + 4 * data[3]
    shape = np.frombuffer(data[4:start], ">u4").astype(int)
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape) if len(
        data
    ) > start else np.empty(0, np.uint8).reshape(shape)
""",
        "by hand, with a check of its own": """
def read_idx(data):
    shape = []
    for k in range(data[3]):
        a, b, c, d = data[4 + 4 * k : 8 + 4 * k]
        shape.append(((a * 256 + b) * 256 + c) * 256 + d)
    values = data[4 + 4 * len(shape) :]
    count = 1
    for length in shape:
        count *= length
    if len(values) != count:
        raise ValueError(f"{len(values)} values, not {count}")
    return np.array([*values]).reshape(shape)
""",
        "float32": """
def read_idx(data):
    n = data[3]
    shape = tuple(int.from_bytes(data[4 * k : 4 * k + 4], "big") for k in range(1, n + 1))
    return np.frombuffer(data[4 * n + 4 :], dtype="u1").astype(np.float32).reshape(*shape)
""",
        "a file in memory": """
import io
import math


def read_idx(data):
    file = io.BytesIO(data)
    axes = file.read(4)[-1]
    shape = [int.from_bytes(file.read(4), "big") for _ in range(axes)]
    rest = file.read()
    if len(rest) < math.prod(shape) or len(rest) > math.prod(shape):
        raise ValueError("cut off")
    return np.ndarray(shape, np.uint8, rest)
""",
        "nested lists": """
def read_idx(data):
    def build(values, shape):
        if not shape:
            return values[0]
        size = len(values) // shape[0]
        return [build(values[k * size : (k + 1) * size], shape[1:]) for k in range(shape[0])]

    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    values = data[4 + 4 * axes :]
    if len(values) != np.prod(shape):
        raise ValueError(len(values))
    return build(values, shape)
""",
    },
    "2": {
        "784 written out": "def inputs(pictures):\n    return pictures.reshape(-1, 784) / 255\n",
        "times a fraction": """
def inputs(pictures):
    return pictures.reshape(len(pictures), -1) * (1 / 255)
""",
        "float32": """
def inputs(pictures):
    return pictures.reshape(pictures.shape[0], 28 * 28).astype(np.float32) / 255
""",
        "one by one": """
def inputs(pictures):
    return np.array([picture.ravel() / 255 for picture in pictures])
""",
        "in place on a copy": """
def inputs(pictures):
    x = pictures.astype(float)
    x /= 255
    x.shape = (len(x), 784)
    return x
""",
        "lists": """
def inputs(pictures):
    return [[int(v) / 255 for row in picture for v in row] for picture in pictures]
""",
        "np.divide and np.reshape": """
def inputs(pictures):
    return np.reshape(np.divide(pictures, 255.0), (np.shape(pictures)[0], -1))
""",
    },
    "3": {
        "math": """
import math


def standard_error(p, n):
    return math.sqrt(p * (1 - p) / n)
""",
        "a power": "def standard_error(p, n):\n    return (p * (1 - p) / n) ** 0.5\n",
        "two roots": "def standard_error(p, n):\n    return np.sqrt(p - p**2) / np.sqrt(n)\n",
        "of the mistakes": """
def standard_error(p, n):
    q = 1 - p
    return np.sqrt(q * (1 - q) / n)
""",
        "the deviation of one picture": """
def standard_error(p, n):
    variance = p * (1 - p) ** 2 + (1 - p) * p**2
    return np.sqrt(variance) / n**0.5
""",
        "a lambda": "standard_error = lambda p, n: np.sqrt(p * (1 - p)) * n**-0.5\n",
    },
    "4": {
        "a loop over pixels": """
def shifted(x, down, right):
    old, new = x.reshape(-1, 28, 28), np.zeros((len(x), 28, 28))
    for i in range(28):
        for j in range(28):
            if 0 <= i - down < 28 and 0 <= j - right < 28:
                new[:, i, j] = old[:, i - down, j - right]
    return new.reshape(-1, 784)
""",
        "rolled, then wiped": """
def shifted(x, down, right):
    new = np.roll(x.reshape(-1, 28, 28), (down, right), axis=(1, 2))
    if down > 0:
        new[:, :down] = 0
    elif down < 0:
        new[:, down:] = 0
    if right > 0:
        new[:, :, :right] = 0
    elif right < 0:
        new[:, :, right:] = 0
    return new.reshape(x.shape)
""",
        "slices from both ends": """
def shifted(x, down, right):
    def ends(by):
        return slice(max(by, 0), 28 + min(by, 0)), slice(max(-by, 0), 28 + min(-by, 0))

    (to_i, from_i), (to_j, from_j) = ends(down), ends(right)
    new = np.zeros((len(x), 28, 28))
    new[:, to_i, to_j] = x.reshape(-1, 28, 28)[:, from_i, from_j]
    return new.reshape(len(x), -1)
""",
        "a wide edge, always": """
def shifted(x, down, right):
    wide = np.zeros((len(x), 84, 84))
    wide[:, 28 + down : 56 + down, 28 + right : 56 + right] = x.reshape(-1, 28, 28)
    return wide[:, 28:56, 28:56].reshape(-1, 784)
""",
        "matrices that move": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-down), np.eye(28, k=right)
    return (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "indices and a mask, float32": """
def shifted(x, down, right):
    i, j = np.indices((28, 28))
    i, j = i - down, j - right
    inside = (i >= 0) & (i < 28) & (j >= 0) & (j < 28)
    old = x.astype(np.float32).reshape(-1, 28, 28)
    new = old[:, i.clip(0, 27), j.clip(0, 27)] * inside
    return new.reshape(-1, 784)
""",
    },
}

WRONG = {
    "1": {
        "forgets return": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape)
""",
        "the lowest byte first": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "little") for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape)
""",
        "the lowest byte alone": """
def read_idx(data):
    axes = data[3]
    shape = [data[7 + 4 * k] for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape)
""",
        "two bytes of four": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[6 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape)
""",
        "images alone": """
def read_idx(data):
    n, rows, columns = (int.from_bytes(data[k : k + 4], "big") for k in (4, 8, 12))
    return np.frombuffer(data[16:], np.uint8).reshape(n, rows, columns)
""",
        "the first four bytes forgotten": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.frombuffer(data[4 * axes :], np.uint8)[: np.prod(shape)].reshape(shape)
""",
        "signed bytes": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.int8).reshape(shape)
""",
        "too many values pass": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    values = np.frombuffer(data[4 + 4 * axes :], np.uint8)
    return values[: np.prod(shape)].reshape(shape)
""",
        "what is missing is zero": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.resize(np.frombuffer(data[4 + 4 * axes :], np.uint8), shape)
""",
        "one long row": """
def read_idx(data):
    return np.frombuffer(data[4 + 4 * data[3] :], np.uint8)
""",
        "the first axis found by -1": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(-1, *shape[1:])
""",
        "the order of Fortran": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape, order="F")
""",
        "no error but nothing": """
def read_idx(data):
    axes = data[3]
    shape = [int.from_bytes(data[4 + 4 * k : 8 + 4 * k], "big") for k in range(axes)]
    try:
        return np.frombuffer(data[4 + 4 * axes :], np.uint8).reshape(shape)
    except ValueError:
        return None
""",
    },
    "2": {
        "forgets return": "def inputs(pictures):\n    pictures.reshape(-1, 784) / 255\n",
        "integer division": "def inputs(pictures):\n    return pictures.reshape(-1, 784) // 255\n",
        "not divided": "def inputs(pictures):\n    return pictures.reshape(-1, 784)\n",
        "not flat": "def inputs(pictures):\n    return pictures / 255\n",
        "all in one row": "def inputs(pictures):\n    return pictures.ravel() / 255\n",
        "by 256": "def inputs(pictures):\n    return pictures.reshape(-1, 784) / 256\n",
        "by the largest": """
def inputs(pictures):
    return pictures.reshape(-1, 784) / pictures.max()
""",
        "white for black": """
def inputs(pictures):
    return 1 - pictures.reshape(-1, 784) / 255
""",
        "columns for rows": """
def inputs(pictures):
    return pictures.transpose(0, 2, 1).reshape(-1, 784) / 255
""",
        "a column a picture": """
def inputs(pictures):
    return pictures.reshape(784, -1).T / 255
""",
        "back into bytes": """
def inputs(pictures):
    return (pictures.reshape(-1, 784) / 255).astype(pictures.dtype)
""",
        "in place": """
def inputs(pictures):
    pictures[:] = pictures / 255
    return pictures.reshape(-1, 784)
""",
        "float in place": "def inputs(pictures):\n    pictures /= 255\n    return pictures\n",
        "the first picture alone": """
def inputs(pictures):
    return pictures[:1].reshape(1, 784) / 255
""",
        "bytes that overflow": """
def inputs(pictures):
    return (pictures + pictures).reshape(-1, 784) / 510
""",
        "the smallest subtracted": """
def inputs(pictures):
    return ((pictures - pictures.min()) / 255).reshape(len(pictures), 784)
""",
    },
    "3": {
        "forgets return": "def standard_error(p, n):\n    np.sqrt(p * (1 - p) / n)\n",
        "no root": "def standard_error(p, n):\n    return p * (1 - p) / n\n",
        "n outside the root": "def standard_error(p, n):\n    return np.sqrt(p * (1 - p)) / n\n",
        "brackets": "def standard_error(p, n):\n    return np.sqrt(p * 1 - p / n)\n",
        "without p": "def standard_error(p, n):\n    return 0.5 / np.sqrt(n)\n",
        "without 1 - p": "def standard_error(p, n):\n    return np.sqrt(p / n)\n",
        "divided by n - 1": """
def standard_error(p, n):
    return np.sqrt(p * (1 - p) / (n - 1))
""",
        "in per cent": "def standard_error(p, n):\n    return 100 * np.sqrt(p * (1 - p) / n)\n",
        "two of them": "def standard_error(p, n):\n    return 1.96 * np.sqrt(p * (1 - p) / n)\n",
        "of the number": "def standard_error(p, n):\n    return np.sqrt(p * (1 - p) * n)\n",
        "one standard deviation": "def standard_error(p, n):\n    return np.sqrt(p * (1 - p))\n",
    },
    "4": {
        "forgets return": """
def shifted(x, down, right):
    np.roll(x.reshape(-1, 28, 28), (down, right), axis=(1, 2)).reshape(-1, 784)
""",
        "rolled": """
def shifted(x, down, right):
    return np.roll(x.reshape(-1, 28, 28), (down, right), axis=(1, 2)).reshape(-1, 784)
""",
        "rolled as one row": """
def shifted(x, down, right):
    return np.roll(x, 28 * down + right, axis=1)
""",
        "up for down": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=down), np.eye(28, k=right)
    return (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "left for right": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-down), np.eye(28, k=-right)
    return (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "axes exchanged": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-right), np.eye(28, k=down)
    return (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "wiped from zero on": """
def shifted(x, down, right):
    new = np.roll(x.reshape(-1, 28, 28), (down, right), axis=(1, 2))
    if down >= 0:
        new[:, :down] = 0
    else:
        new[:, down:] = 0
    new[:, :, :right] = 0
    return new.reshape(-1, 784)
""",
        "an end of minus zero": """
def shifted(x, down, right):
    new, old = np.zeros((len(x), 28, 28)), x.reshape(-1, 28, 28)
    new[:, down:, right:] = old[:, :-down, :-right]
    return new.reshape(-1, 784)
""",
        "the edge repeated": """
def shifted(x, down, right):
    i = (np.arange(28) - down).clip(0, 27)
    j = (np.arange(28) - right).clip(0, 27)
    return x.reshape(-1, 28, 28)[:, i][:, :, j].reshape(-1, 784)
""",
        "in place": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-down), np.eye(28, k=right)
    x[:] = (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
    return x
""",
        "pictures, not rows": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-down), np.eye(28, k=right)
    return rows @ x.reshape(-1, 28, 28) @ columns
""",
        "the edge black": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-down), np.eye(28, k=right)
    return 1 - (rows @ (1 - x).reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "one pixel at most": """
def shifted(x, down, right):
    rows, columns = np.eye(28, k=-np.sign(down)), np.eye(28, k=np.sign(right))
    return (rows @ x.reshape(-1, 28, 28) @ columns).reshape(-1, 784)
""",
        "up and left exchanged": """
def shifted(x, down, right):
    old, new = x.reshape(-1, 28, 28), np.zeros((len(x), 28, 28))
    if down >= 0 and right >= 0:
        new[:, down:, right:] = old[:, : 28 - down, : 28 - right]
    elif down >= 0:
        new[:, down:, : 28 + right] = old[:, : 28 - down, -right:]
    elif right >= 0:
        new[:, : 28 + down, right:] = old[:, -down:, : 28 - right]
    else:
        new[:, : 28 + down, : 28 + right] = old[:, :down, :right]
    return new.reshape(-1, 784)
""",
        "one row wiped for all": """
def shifted(x, down, right):
    new = np.roll(x.reshape(-1, 28, 28), (down, right), axis=(1, 2))
    if down:
        new[:, slice(0, down) if down > 0 else -1] = 0
    if right:
        new[:, :, slice(0, right) if right > 0 else slice(right, None)] = 0
    return new.reshape(-1, 784)
""",
        "pictures moved along the batch": """
def shifted(x, down, right):
    return np.roll(x.reshape(-1, 28, 28), (down, right), axis=(0, 1)).reshape(-1, 784)
""",
        "an edge of five pixels": """
def shifted(x, down, right):
    wide = np.pad(x.reshape(-1, 28, 28), ((0, 0), (5, 5), (5, 5)))
    return wide[:, 5 - down : 33 - down, 5 - right : 33 - right].reshape(-1, 784)
""",
    },
}
