"""A Markdown extension: word joiners where browsers break a line and should not.

A Korean particle stays with its word behind a bracket, too, and a bracket with the formula in it.
"""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

JOINER = "\u2060"
SKIPPED = {"code", "pre", "h1"}  # programs; the title, which goes into <title>
CLOSING = re.compile(r"[)\]%°]$")
HANGUL = re.compile(r"[가-힣]")
WITHIN = re.compile(r"(?<=[)\]%°])(?=[가-힣])")


class Joiners(Treeprocessor):
    """Put the joiners into the text of a page."""

    def run(self, root: etree.Element) -> None:
        """Join all that belongs together below the element."""
        if root.tag in SKIPPED:
            return
        root.text = WITHIN.sub(JOINER, root.text or "")
        before: etree.Element | None = None
        for child in root:
            self.run(child)
            tail = WITHIN.sub(JOINER, child.tail or "")
            if HANGUL.match(tail) and CLOSING.search("".join(child.itertext())):
                tail = JOINER + tail
            child.tail = tail
            if child.get("class") == "arithmatex":
                self._join_bracket(root if before is None else before, before is None)
            before = child

    def _join_bracket(self, owner: etree.Element, within: bool) -> None:
        """Join a formula to the bracket before it, in the owner's text or behind the owner."""
        name = "text" if within else "tail"
        text = getattr(owner, name) or ""
        if text.endswith("("):
            setattr(owner, name, text + JOINER)


class JoinersExtension(Extension):
    """Register the treeprocessor, once all words of the page are in the tree."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        md.treeprocessors.register(Joiners(md), "joiners", 6)


def makeExtension(**kwargs: object) -> JoinersExtension:
    """Return the extension, as Markdown asks for it."""
    return JoinersExtension(**kwargs)
