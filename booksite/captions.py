"""A Markdown extension: the caption of a figure is its accessible name.

pymdownx.blocks.caption numbers the captions. This ties each to the drawing that it belongs to, and
stops the build at a drawing without one.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from booksite.pages import PageError, place

DRAWING = '<div class="snippet-figures" data-search-exclude>'
FIGURE = re.compile(r'<figure id="(?P<id>[^"]+)">(?P<content>.*?)</figure>', re.S)


class CaptionNamesFigure(Postprocessor):
    """Give every drawing role="img" and the name in its caption."""

    def run(self, text: str) -> str:
        """Return the page's HTML with its figures named."""
        text = FIGURE.sub(_named, text)
        if DRAWING in text:
            page = place(self.md, "").rpartition(":")[0]
            before = re.findall(r'<h[1-6] id="([^"]+)"', text.partition(DRAWING)[0])
            section = f"#{before[-1]}" if before else "the top"
            raise PageError(
                f"{page}: a snippet under {section} draws a figure that has no caption; "
                "write /// figure-caption right after it"
            )
        return text


def _named(figure: re.Match[str]) -> str:
    name = f"{figure['id']}-caption"
    text = re.sub(r'(class="caption-prefix">[^<]*</span>)(?=\S)', r"\1 ", figure[0])
    return text.replace(DRAWING, f'{DRAWING[:-1]} role="img" aria-labelledby="{name}">').replace(
        "<figcaption>", f'<figcaption id="{name}">'
    )


class CaptionsExtension(Extension):
    """Register the postprocessor, after raw HTML is back in the page."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        md.postprocessors.register(CaptionNamesFigure(md), "captions", 0)


def makeExtension(**kwargs: object) -> CaptionsExtension:
    """Return the extension, as Markdown asks for it."""
    return CaptionsExtension(**kwargs)
