"""What the book's Markdown has and others' does not, as one extension.

In: the Markdown of a page, and the runner of the build. Out: HTML, or a `PageError` that names the
page, the line and the cause.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from booksite.markdown.equations import Equations
from booksite.markdown.figures import Figures
from booksite.markdown.joiners import Joiners
from booksite.markdown.tooltips import Glossary, Tooltips


class BookExtension(Extension):
    """Registers the processors. Their priorities say what has to be there before."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "language": ["ko", "The language of the pages: ko or en"],
            "code": ["그림의 코드", "What is said over the folded code of a figure"],
            "limit": [60, "Seconds that a program may take"],
            "runner": ["", "What runs the programs: the hooks hand over that of the build"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        language = str(self.getConfig("language"))
        md.registerExtension(self)  # snippets.py finds the runner through it
        md.preprocessors.register(Glossary(language), "glossary", 28)  # before tables
        md.treeprocessors.register(Equations(md), "equations", 15)  # after inline (20)
        md.treeprocessors.register(Tooltips(language), "tooltips", 7)
        md.preprocessors.register(Joiners(), "joiners", 10)  # after code is gone: superfences (25)
        md.treeprocessors.register(
            Figures(md, str(self.getConfig("code"))), "figures", 3
        )  # after toc (5), captions (4)


def makeExtension(**kwargs: Any) -> BookExtension:
    """Return the extension, as Markdown asks for it."""
    return BookExtension(**kwargs)
