"""The path data of an SVG as matplotlib writes them: parsed, translated, and formatted again.

Path data are a list of subpaths. A subpath begins with a move; it is a list of commands, each a
letter and the points that it takes.
"""

import re

Point = tuple[float, float]
Subpath = list[tuple[str, list[Point]]]
COMMAND = re.compile(r"([MLQCz])([^MLQCz]*)")


def parse(d: str) -> list[Subpath]:
    """Return the subpaths of an attribute `d`, rounded to a tenth of a point."""
    subpaths: list[Subpath] = []
    for letter, text in COMMAND.findall(d):
        numbers = [round(float(number), 1) for number in text.split()]
        if letter == "M":
            subpaths.append([])
        subpaths[-1].append((letter, list(zip(numbers[::2], numbers[1::2], strict=True))))
    return subpaths


def format_data(subpaths: list[Subpath]) -> str:
    """Return the attribute `d` of the subpaths, to a tenth of a point."""
    commands = [command for subpath in subpaths for command in subpath]
    return "".join(
        letter + " ".join(f"{tenth(x)} {tenth(y)}" for x, y in points)
        for letter, points in commands
    )


def tenth(number: float) -> str:
    """Return the number, rounded to a tenth, as text."""
    return f"{round(number, 1) + 0.0:g}"  # + 0.0 makes 0 of −0


def translated(subpaths: list[Subpath], x: float, y: float) -> list[Subpath]:
    """Return the subpaths moved by x to the right and by y down."""
    return [
        [(letter, [(a + x, b + y) for a, b in points]) for letter, points in subpath]
        for subpath in subpaths
    ]
