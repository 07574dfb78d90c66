"""The outlines of an SVG as matplotlib writes them: read, moved, thinned, and written again.

An outline is a list of strokes. A stroke begins with a move; it is a list of commands, each a
letter and the points that it takes.
"""

import re

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
Stroke = list[tuple[str, list[Point]]]
COMMAND = re.compile(r"([MLQCz])([^MLQCz]*)")
TOLERANCE = 0.15  # points: a fifth of a thin line's width


def read(d: str) -> list[Stroke]:
    """Return the strokes of an attribute `d`, rounded to a tenth of a point."""
    strokes: list[Stroke] = []
    for letter, text in COMMAND.findall(d):
        numbers = [round(float(number), 1) for number in text.split()]
        if letter == "M":
            strokes.append([])
        strokes[-1].append((letter, list(zip(numbers[::2], numbers[1::2], strict=True))))
    return strokes


def write(strokes: list[Stroke]) -> str:
    """Return the attribute `d` of the strokes, to a tenth of a point."""
    commands = [command for stroke in strokes for command in stroke]
    return "".join(
        letter + " ".join(f"{tenth(x)} {tenth(y)}" for x, y in points)
        for letter, points in commands
    )


def tenth(number: float) -> str:
    """Return the number, rounded to a tenth, as text."""
    return f"{round(number, 1) + 0.0:g}"  # + 0.0 makes 0 of −0


def moved(strokes: list[Stroke], x: float, y: float) -> list[Stroke]:
    """Return the strokes moved by x to the right and by y down."""
    return [
        [(letter, [(a + x, b + y) for a, b in points]) for letter, points in stroke]
        for stroke in strokes
    ]


def thinned(stroke: Stroke) -> Stroke:
    """Return the stroke without the points that its shape can do without.

    Only a line of straight pieces is thinned. No point of the old line is further than TOLERANCE
    from the new one (Douglas and Peucker, 1973).
    """
    corners = [points[0] for letter, points in stroke if letter in "ML"]
    closing = [command for command in stroke if command[0] == "z"]
    if len(corners) + len(closing) < len(stroke):
        return stroke  # it has curves
    kept = np.array(corners)[needed(np.array(corners))].tolist()
    lines = [("ML"[n > 0], [(x, y)]) for n, (x, y) in enumerate(kept)]
    return lines + closing


def needed(points: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Tell which of the points, of shape (n, 2), the line through them needs to keep its shape."""
    keep = np.zeros(len(points), dtype=bool)
    keep[[0, -1]] = True
    parts = [(0, len(points) - 1)]
    while parts:
        first, last = parts.pop()
        if last - first > 1:
            away = _distances(points[first + 1 : last], points[first], points[last])
            if away.max() > TOLERANCE:
                furthest = first + 1 + int(away.argmax())
                keep[furthest] = True
                parts += [(first, furthest), (furthest, last)]
    return keep


def _distances(
    points: npt.NDArray[np.float64], start: npt.NDArray[np.float64], end: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return how far each point is from the straight piece between start and end."""
    piece = end - start
    length2 = piece @ piece
    along = np.clip((points - start) @ piece / length2, 0, 1) if length2 else np.zeros(len(points))
    distances: npt.NDArray[np.float64] = np.linalg.norm(
        points - start - along[:, None] * piece, axis=1
    )
    return distances
