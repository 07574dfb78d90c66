"""Paths of one style are merged into one: rows of markers, ticks, the arrows of a field.

matplotlib draws every marker, tick and arrow as an element of its own, in groups of their own. A
browser styles and lays out each of them; one path with all their outlines looks the same and costs
it next to nothing.
"""

import math
import xml.etree.ElementTree as ET

from booksite.figures.path_data import Subpath, format_data, parse, translated

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
DEFS, GROUP, PATH, TEXT, USE = (f"{SVG}{name}" for name in ("defs", "g", "path", "text", "use"))


def merge(root: ET.Element) -> None:
    """Merge the markers and paths of a figure."""
    shapes = {f"#{path.get('id')}": path.attrib["d"] for path in root.iter(PATH)}
    for marker in root.iter(USE):
        if marker.get(HREF) in shapes and _is_one_colour(marker):
            _expand(marker, parse(shapes[marker.attrib.pop(HREF)]))
    _flatten(root)
    for parent in root.iter():
        if parent.tag != DEFS:
            _merge_siblings(parent)
    for path in root.iter(PATH):
        path.set("d", format_data(parse(path.attrib["d"])))


def _style(element: ET.Element) -> dict[str, str]:
    rules = element.get("style", "").split("; ")
    return dict(rule.split(": ", 1) for rule in rules if rule)


def _is_one_colour(element: ET.Element) -> bool:
    """Tell whether it is of one colour, so that two of its kind may overlap without a trace."""
    style = _style(element)
    paint = {style.get("fill", "#000000"), style.get("stroke", "none")} - {"none"}
    return len(paint) == 1 and not any("opacity" in name for name in style)


def _expand(marker: ET.Element, shape: list[Subpath]) -> None:
    """Make a path of a marker; of a disk a line without length, whose round cap it is."""
    x, y = (float(marker.attrib.pop(side)) for side in "xy")
    radius = _radius(shape)
    if radius:
        style = _style(marker)
        edge = float(style.get("stroke-width", 1)) if "stroke" in style else 0
        width = f"stroke-width: {2 * radius + edge:g}; stroke-linecap: round"
        marker.set("style", f"fill: none; stroke: {style.get('fill', '#000000')}; {width}")
        shape = [[("M", [(0, 0)]), ("L", [(0, 0)])]]
    marker.tag = PATH
    marker.set("d", format_data(translated(shape, round(x, 1), round(y, 1))))


def _radius(shape: list[Subpath]) -> float:
    """Return the radius of a disk, as matplotlib draws one: of eight curves. Else 0."""
    if "".join(letter for letter, _ in shape[0]) != "MCCCCCCCCz" or len(shape) > 1:
        return 0
    distances = [math.hypot(*points[-1]) for _, points in shape[0] if points]
    return distances[0] if max(distances) - min(distances) < 0.15 else 0


def _flatten(parent: ET.Element) -> None:
    """Put the children of each group in its place, unless the group does something to them."""
    for group in list(parent):
        _flatten(group)
        clip = {name: value for name, value in group.items() if name == "clip-path"}
        plain = set(group.keys()) <= {"id", "clip-path"}
        if group.tag == GROUP and plain and (not clip or all(e.tag == PATH for e in group)):
            for child in group:
                child.attrib.update(clip)
            place = list(parent).index(group)
            parent[place : place + 1] = list(group)


def _merge_siblings(parent: ET.Element) -> None:
    """Join each path to the one before it that looks the same; labels may stand in between."""
    last: ET.Element | None = None
    for child in list(parent):
        if child.tag == TEXT or child.find(f".//{TEXT}") is not None:
            continue
        if last is not None and _can_merge(last, child):
            last.set("d", f"{last.get('d')}{child.get('d')}")
            parent.remove(child)
        else:
            last = child


def _can_merge(one: ET.Element, other: ET.Element) -> bool:
    """Tell whether two elements are paths that look the same when they are one.

    Areas that overlap stay filled where both are drawn in the same sense of rotation.
    """
    looks = [{n: v for n, v in e.items() if n not in ("d", "id")} for e in (one, other)]
    if one.tag != PATH or other.tag != PATH or looks[0] != looks[1] or not _is_one_colour(one):
        return False
    if _style(one).get("fill") == "none":
        return True
    turns = {_area(subpath) > 0 for e in (one, other) for subpath in parse(e.attrib["d"])}
    return len(turns) == 1 and len(parse(other.attrib["d"])) == 1


def _area(stroke: Subpath) -> float:
    corners = [point for _, points in stroke for point in points]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return sum(a * d - b * c for (a, b), (c, d) in pairs)
