r"""A Markdown extension: the TeX that pymdownx.arithmatex found becomes MathML.

The browser sets MathML by itself: no script, nothing fetched, read aloud by screen readers. TeX
that is wrong stops the build.
"""

import html
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from math_core import LatexError, LatexToMathML

from booksite.pages import page_error

MACROS = {
    "norm": r"\lVert #1 \rVert",
    "vec": r"\boldsymbol{#1}",
}


class TexToMathML(Treeprocessor):
    """Replace each arithmatex element's TeX by its MathML."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.converter = LatexToMathML(macros=MACROS, fancy_error=False)

    def run(self, root: etree.Element) -> None:
        """Convert every formula of the page."""
        for element in root.iter():
            if element.get("class") == "arithmatex" and element.text:
                element.text = self.md.htmlStash.store(self._mathml(element))

    def _mathml(self, element: etree.Element) -> str:
        display = element.tag == "div"
        # arithmatex wraps inline TeX in \(…\), displayed TeX in \[…\] and escapes the latter
        tex = (element.text or "")[2:-2].strip()
        tex = html.unescape(tex) if display else tex
        try:
            return self.converter.convert_with_local_state(tex, displaystyle=display)
        except LatexError as error:
            raise page_error(self.md, tex, f"wrong TeX: {error}\n    {tex}") from error


class EquationsExtension(Extension):
    """Register the conversion, once inline patterns (priority 20) have found all formulas."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        md.treeprocessors.register(TexToMathML(md), "equations", 15)


def makeExtension(**kwargs: object) -> EquationsExtension:
    """Return the extension, as Markdown asks for it."""
    return EquationsExtension(**kwargs)
