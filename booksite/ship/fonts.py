"""The math font that the site ships: STIX Two Math, cut down to the characters that it uses.

Browsers set MathML badly without a font that has the OpenType MATH table, and few systems have
one. The font comes with the package ziamath, under the SIL Open Font License. It stands in a style
sheet of its own: a font that arrives later than the page would be left out, or move all formulas.
"""

import base64
import html
import io
import re
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

MATH = re.compile(r"<math.*?<annotation", re.S)  # which nobody sees
# Ranges of letters, and where Unicode keeps their mathematical italics: MathML Core sets a
# variable of one letter, <mi>x</mi>, in those.
ITALICS = [
    ("A", "Z", 0x1D434),
    ("a", "z", 0x1D44E),
    ("Α", "Ω", 0x1D6E2),
    ("α", "ω", 0x1D6FC),
]
ALWAYS = "\u210e\U0001d715√"  # the italic h and ∂ have places of their own; roots are drawn


def write_math_sheet(site: Path) -> None:
    """Write the sheet with the font for all formulas of a built site."""
    pages = (page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html")))
    font = base64.b64encode(_subset(_characters_of(pages))).decode()
    sheet = site / "assets" / "fonts" / "math.css"
    sheet.parent.mkdir(parents=True, exist_ok=True)
    face = f'font-family:"Book Math";src:url(data:font/woff2;base64,{font}) format("woff2")'
    sheet.write_text(f"@font-face{{{face}}}", encoding="utf-8")


def _characters_of(pages: Iterable[str]) -> list[str]:
    used = set(ALWAYS)
    for page in pages:
        for formula in MATH.findall(page):
            used.update(html.unescape(re.sub(r"<[^>]+>", "", formula)))
    used |= {
        chr(start + ord(character) - ord(first))
        for character in used
        for first, last, start in ITALICS
        if first <= character <= last
    }
    return sorted(used)


def _subset(characters: list[str]) -> bytes:
    # found through the package's metadata, for importing ziamath is slow and of no use here
    source = distribution("ziamath").locate_file("ziamath/fonts/STIXTwoMath-Regular.ttf")
    font = TTFont(str(source), recalcTimestamp=False)
    # without "ssty", small letters drawn anew for indices, which weigh as much as all the rest
    options = Options(layout_features=["math"], hinting=False, notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(font)
    font.flavor = "woff2"
    woff2 = io.BytesIO()
    font.save(woff2)
    return woff2.getvalue()
