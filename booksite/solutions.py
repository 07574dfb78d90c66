"""A Markdown extension: a folded solution carries an id, so that a link can lead to it.

The id is that of the heading above with `-solution` behind it. Material unfolds what a link leads
to.
"""

import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class SolutionsHaveIds(Treeprocessor):
    """Name each fold after the heading above it; a second one gets a number."""

    def run(self, root: etree.Element) -> None:
        """Name the folds of one page."""
        heading, taken = "", 0
        for element in root:
            if element.tag in ("h2", "h3", "h4"):
                heading, taken = element.get("id", ""), 0
            elif element.tag == "details" and heading and not element.get("id"):
                taken += 1
                element.set("id", f"{heading}-solution" + (f"-{taken}" if taken > 1 else ""))


class SolutionsExtension(Extension):
    """Register the treeprocessor, after toc (priority 5) has given every heading its id."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        md.treeprocessors.register(SolutionsHaveIds(md), "solutions", 4)


def makeExtension(**kwargs: object) -> SolutionsExtension:
    """Return the extension, as Markdown asks for it."""
    return SolutionsExtension(**kwargs)
