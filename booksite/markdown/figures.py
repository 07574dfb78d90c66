"""The caption of a figure is its accessible name, and the code of the figure is folded under it.

pymdownx.blocks.caption numbers the captions. This ties each to the drawing that it belongs to, and
stops the build at a drawing without one.
"""

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from booksite.markdown.errors import PageError, page_error, place

DRAWING = '<div class="snippet-figures" data-search-exclude>'
CODE_BELOW = "<!--code-->"  # between the results of a fence and the code to fold


class Figures(Treeprocessor):
    """Give every drawing role="img" and the name in its caption, and fold its code."""

    def __init__(self, md: Markdown, summary: str) -> None:
        super().__init__(md)
        self.summary = summary

    def run(self, root: etree.Element) -> None:
        """Name the drawings of one page."""
        for parent in [*root.iter()]:
            for figure in parent.findall("figure"):
                caption = figure.find("figcaption")
                if caption is None:
                    continue
                caption.set("id", f"{figure.get('id')}-caption")
                prefix = caption.find(".//span[@class='caption-prefix']")
                if prefix is not None:
                    prefix.tail = f" {(prefix.tail or '').lstrip()}"
                if not self._name(figure, caption.get("id", "")):
                    cause = "a caption without a figure: it follows the snippet that draws"
                    raise page_error(self.md, f"/// figure-caption | #{figure.get('id')}", cause)
                for code in self._code(figure):
                    figure.set("class", "with-code")
                    parent.insert([*parent].index(figure) + 1, code)
        self._require_names(root)

    def _name(self, figure: etree.Element, name: str) -> bool:
        """Name the drawing in the figure; tell whether there is one."""
        blocks = self.md.htmlStash.rawHtmlBlocks
        drawn = [n for n in _stashed(figure) if DRAWING in str(blocks[n])]
        for n in drawn:
            blocks[n] = str(blocks[n]).replace(
                DRAWING, f'{DRAWING[:-1]} role="img" aria-labelledby="{name}">'
            )
        return bool(drawn)

    def _code(self, figure: etree.Element) -> list[etree.Element]:
        """Take the code to fold out of the figure."""
        stash, folded = self.md.htmlStash, []
        for n in _stashed(figure):
            results, below, code = str(stash.rawHtmlBlocks[n]).partition(CODE_BELOW)
            if below:
                stash.rawHtmlBlocks[n] = results
                block = etree.Element("p")
                summary = f"<summary>{self.summary}</summary>"
                block.text = stash.store(f'<details class="figure-code">{summary}{code}</details>')
                folded.append(block)
        return folded

    def _require_names(self, root: etree.Element) -> None:
        section = "the top"
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4"):
                section = f"#{element.get('id')}"
            own = [n for text in (element.text, element.tail) for n in _placeholders(text)]
            if any(DRAWING in str(self.md.htmlStash.rawHtmlBlocks[n]) for n in own):
                page = place(self.md, "").rpartition(":")[0]
                raise PageError(
                    f"{page}: a snippet under {section} draws a figure that has no caption; "
                    "write /// figure-caption right after it"
                )


def _stashed(element: etree.Element) -> list[int]:
    """Return the numbers of the pieces of HTML that stand in an element."""
    return [n for text in element.itertext() for n in _placeholders(text)]


def _placeholders(text: str | None) -> list[int]:
    return [int(n) for n in re.findall(HTML_PLACEHOLDER_RE, text or "")]
