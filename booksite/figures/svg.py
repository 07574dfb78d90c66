"""SVG as a page wants it: its own colours and fonts, short numbers, nothing that reaches beyond it.

Text stays text. Black and white become the page's own colours, and the palette below becomes custom
properties, so that a figure follows the light and dark toggle.
"""

import io
import json
import re
import xml.etree.ElementTree as ET
from shlex import split
from typing import Any

from cycler import cycler
from matplotlib import rc_context, rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import BboxBase

from booksite.figures.labels import formula

SVG = "{http://www.w3.org/2000/svg}"
ET.register_namespace("", SVG.strip("{}"))
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
SCOUR = (
    "--indent=none --no-line-breaks --strip-xml-prolog --create-groups --enable-id-stripping "
    "--no-renderer-workaround"
)

# What matplotlib writes → what the page understands. The six line colours are told apart by
# colour-blind readers too (after Okabe and Ito, 2008, darkened for contrast on white).
LINES = ["#0072b2", "#d55e00", "#00795a", "#a4497f", "#8a6500", "#4b4b4b"]
COLOURS = {
    "#000000": "currentColor",
    "#ffffff": "var(--figure-paper)",
    "#999999": "var(--figure-faint)",
    **{colour: f"var(--figure-{i})" for i, colour in enumerate(LINES)},
}

STYLE: dict[Any, Any] = {
    "figure.figsize": (4.1, 3.1),  # a phone shows it at 5/6 of its size: labels of 11 pixels
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "axes.prop_cycle": cycler(color=LINES),
    "axes.labelsize": 10,
    "axes.titlesize": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "font.size": 10,
    "legend.frameon": False,
    "mathtext.default": "regular",
    "path.simplify_threshold": 0.15,  # a line loses the points that nobody would miss
    "savefig.pad_inches": 0.04,
}


def minified(svg: str) -> str:
    """Return the SVG as one short line, as the build writes it into a page."""
    from scour import scour  # the build's alone: the page's Python has none

    svg = str(scour.scourString(svg, scour.parse_args(split(SCOUR))))
    return re.sub(r' xmlns(:xlink)?="[^"]*"', "", svg).replace("xlink:href", "href").strip()


def themable(figure: Figure, salt: str) -> str:
    """Return the figure as SVG that takes its colours and fonts from the page.

    It is the same for the same figure and salt. The salt makes the ids of clip paths and markers
    differ from those of other figures.
    """
    page = io.StringIO()
    figure.set_dpi(72)  # SVG's: one point is one unit
    settings: dict[Any, Any] = {"svg.hashsalt": salt, "svg.fonttype": "none"}
    with rc_context(settings | {"figure.constrained_layout.use": False}):
        if layout := figure.get_layout_engine():
            layout.execute(figure)
        figure.set_layout_engine(None)  # laid out: a second time would move things
        crop = figure.get_tightbbox().padded(rcParams["savefig.pad_inches"])
        figure.savefig(page, format="svg", metadata={"Date": None}, bbox_inches=crop)
    root = ET.fromstring(page.getvalue())
    width, height = (float(root.attrib[side].removesuffix("pt")) for side in ("width", "height"))
    _drop_what_a_page_does_not_need(root)
    for element in root.iter():
        compact = {name: _compact(name, value) for name, value in element.items()}
        element.attrib = {name: value for name, value in compact.items() if value}
        element.text, element.tail = (element.text or "").strip(), ""
        if element.tag == f"{SVG}text" and (shown := formula(element.text)):
            element.text = shown
            element.set("class", "formula")
    root.attrib = {
        "viewBox": root.attrib["viewBox"],
        # One point of the figure is shown as 4/3 CSS pixels, matplotlib's own size on a screen.
        "width": str(round(width * 4 / 3)),
        "height": str(round(height * 4 / 3)),
        "style": f"aspect-ratio: {round(width * 4 / 3)}/{round(height * 4 / 3)}",
        "stroke-linejoin": "round",  # was a <style> rule, which would reach the whole page
        "data-axes": json.dumps([_axes(ax, crop) for ax in figure.axes], separators=(",", ":")),
    }
    return ET.tostring(root, encoding="unicode")


def _axes(ax: Axes, crop: BboxBase) -> dict[str, Any]:
    """Return where the axes lie in the SVG and what they show, for scripts that draw there."""
    box = ax.get_window_extent()
    corner = box.x0 - crop.x0 * 72, crop.y1 * 72 - box.y1
    return {
        "box": [round(float(side), 2) for side in (*corner, box.width, box.height)],
        "x": [float(end) for end in ax.get_xlim()],
        "y": [float(end) for end in ax.get_ylim()],
        "scale": [ax.get_xscale(), ax.get_yscale()],
    }


def _drop_what_a_page_does_not_need(root: ET.Element) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            unseen = child.get("style") == "fill: none" or child.get("d") == ""
            kind = child.tag.removeprefix(SVG)
            if kind in ("metadata", "style") or (kind == "path" and unseen):
                parent.remove(child)


def _compact(name: str, value: str) -> str:
    """Fold white space, round to a tenth of a point, and name the colours."""
    value = " ".join(value.split())
    if name in ("d", "transform", "x", "y", "width", "height", "viewBox"):
        value = re.sub(r"-?\d+\.\d+", lambda n: f"{round(float(n[0]), 1) + 0.0:g}", value)  # no −0
        value = re.sub(r" ?rotate\(-?0( [^)]*)?\)", "", value)
    if name == "style":
        value = re.sub(r"font-family: [^;]+;? ?", "", value)
        value = re.sub(r"font: (?:(\d+) )?.*?([\d.]+px) '[^;]*", _font, value)
        value = re.sub(r"#[0-9a-f]{6}", lambda m: COLOURS.get(m[0], m[0]), value)
    return value


def _font(shorthand: re.Match[str]) -> str:
    """Return weight and size of a font; the shorthand (before Matplotlib 3.9) needs a family."""
    weight = f"font-weight: {shorthand[1]}; " if shorthand[1] else ""
    return f"{weight}font-size: {shorthand[2]}"
