"""The math font that the site ships: STIX Two Math, cut down to the characters of the book's kind.

Browsers set MathML badly without a font that has the OpenType MATH table, and few systems have
one. The font comes with the package ziamath, under the SIL Open Font License. It stands in a style
sheet of its own: a font that arrives later than the page would be left out, or move all formulas.
"""

import base64
import io
from importlib.metadata import distribution
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from booksite.run.runner import Runner

LETTERS = [(0x20, 0x7E), (0x391, 0x3C9)]  # Latin and Greek, and where Unicode has them in italics:
ITALICS = [(0x1D434, 0x1D467), (0x1D6E2, 0x1D71B), (0x210E, 0x210E)]  # MathML sets <mi>x</mi> so
BOLD = [(0x1D400, 0x1D433)]
WIDE_IN_KOREAN = "‖∂∇√∞"
SIGNS = " ¬°±²³·×÷ˆ˜¯̂̄‖′″‴…‾⁡←→↔↦⇒⇔⟹⟸∀∂∃∅∇∈∉∏∑−∓∗∘√∝∞∣∥∧∨∩∪∫∼≈≠≡≤≥≪≫⊂⊆⊙⊤⊥⋅⋮⋯⋱⌈⌉⌊⌋⟨⟩ℓℝ"
SIGNS += "₀₁₂₃₄₅₆₇₈₉₊₋⁰⁴⁵⁶⁷⁸⁹⁺⁻ⁿ"  # in labels of figures


def write_math_sheet(site: Path, runner: Runner) -> None:
    """Write the sheet with the font for all formulas of the site, and the one for signs in text."""
    sheet = site / "assets" / "fonts" / "math.css"
    sheet.parent.mkdir(parents=True, exist_ok=True)
    faces = _face("Book Math", runner.cached(formulas)) + _face("Book Signs", runner.cached(signs))
    sheet.write_text(faces, encoding="utf-8")


def _face(family: str, woff2: bytes) -> str:
    font = base64.b64encode(woff2).decode()
    source = f"url(data:font/woff2;base64,{font}) format('woff2')"
    return f'@font-face{{font-family:"{family}";src:{source}}}'


def formulas() -> bytes:
    """Return the font of the formulas."""
    ranges = [range(first, last + 1) for first, last in (*LETTERS, *ITALICS, *BOLD)]
    return _subset([code for part in ranges for code in part], SIGNS)


def signs() -> bytes:
    """Return the signs that Korean fonts draw as wide as a syllable, for text outside formulas."""
    return _subset([], WIDE_IN_KOREAN)


def _subset(codes: list[int], text: str) -> bytes:
    """Return the characters of the font, as WOFF2."""
    # found through the package's metadata, for importing ziamath is slow and of no use here
    source = distribution("ziamath").locate_file("ziamath/fonts/STIXTwoMath-Regular.ttf")
    font = TTFont(str(source), recalcTimestamp=False)
    # without "ssty", small letters drawn anew for indices, which weigh as much as all the rest
    options = Options(layout_features=["math"], hinting=False, notdef_outline=True)
    options.name_IDs += [13, 14]  # its licence, which has to go with it
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes, text=text)
    subsetter.subset(font)
    font.flavor = "woff2"
    woff2 = io.BytesIO()
    font.save(woff2)
    return woff2.getvalue()
