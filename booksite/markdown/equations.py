r"""The TeX that pymdownx.arithmatex found becomes MathML.

The browser sets MathML by itself: no script, nothing fetched, read aloud by screen readers. TeX
that is wrong stops the build.
"""

import html
import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from math_core import LatexError, LatexToMathML

from booksite.markdown.errors import page_error
from booksite.markdown.mathtext import plain_text

TRAILING = re.compile(r"[^\s\x02\x03]{1,8}(?=\s|$)")
# A prime is drawn raised already; raised once more, as <msup> does, it is lost high above.
PRIMED = re.compile(r"<msup>(<mi>[^<]*</mi>)<mo>([′″‴])</mo></msup>")
PRIMED_BELOW = re.compile(r"<msubsup>(<mi>[^<]*</mi><m[in]>[^<]*</m.>)<mo>([′″‴])</mo></msubsup>")
PRIME_BESIDE = r'<mrow>{}<mo lspace="0" rspace="0">\2</mo></mrow>'
# Firefox takes the circled operators for large ones in displayed formulas.
CIRCLED = re.compile(r"<mo(?=[^>]*>[⊕-⊝]</mo>)")
# MathML hangs the sign of a root from its bar: over a short radicand it sinks below the line. With
# this in it, the radicand is as high as the line.
LINE_HIGH = '<mspace height="0.72em" depth="0.2em"></mspace></msqrt>'


class Equations(Treeprocessor):
    """Replace each arithmatex element's TeX by its MathML."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.converter = LatexToMathML(fancy_error=False)

    def run(self, root: etree.Element) -> None:
        """Convert every formula of the page."""
        for element in root.iter():
            if element.get("class") == "arithmatex" and element.text:
                mathml = self.md.htmlStash.store(self._mathml(element))
                # A Korean particle or a full stop right behind a formula stays on its line.
                behind = TRAILING.match(element.tail or "") if element.tag == "span" else None
                stuck = behind[0] if behind else ""
                element.text = mathml + stuck
                element.tail = (element.tail or "")[len(stuck) :]

    def _mathml(self, element: etree.Element) -> str:
        display = element.tag == "div"
        # arithmatex wraps inline TeX in \(…\), displayed TeX in \[…\] and escapes the latter
        tex = (element.text or "")[2:-2].strip()
        tex = html.unescape(tex) if display else tex
        if r"\\[" in tex:  # math-core would set the length as text
            raise page_error(self.md, tex, f"wrong TeX: \\\\[…] is not supported\n    {tex}")
        try:
            mathml = self.converter.convert_with_local_state(tex, displaystyle=display)
        except LatexError as error:
            raise page_error(self.md, tex, f"wrong TeX: {error}\n    {tex}") from error
        mathml = PRIMED.sub(PRIME_BESIDE.format(r"\1"), mathml)
        mathml = PRIMED_BELOW.sub(PRIME_BESIDE.format(r"<msub>\1</msub>"), mathml)
        mathml = mathml.replace("</msqrt>", LINE_HIGH)
        mathml = CIRCLED.sub('<mo largeop="false"', mathml)
        return _searchable(mathml)


def _searchable(mathml: str) -> str:
    """Annotate a formula with its plain text, which the search reads in place of the MathML.

    Browsers do not show annotations. Without, the index has 10⁻⁴ as 10−4.
    """
    text = plain_text(mathml)
    if text is None:
        return mathml
    opening, _, content = mathml.partition(">")
    presentation = f"<mstyle data-search-exclude>{content.removesuffix('</math>')}</mstyle>"
    annotation = f'<annotation encoding="text/plain">{html.escape(text)}</annotation>'
    return f"{opening}><semantics>{presentation}{annotation}</semantics></math>"
