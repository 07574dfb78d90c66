"""The terms of docs/terms.tsv, as tooltips on every page and as a glossary.

The first use of a term on a page carries its definition. A line `[terms]` becomes the glossary.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator

from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER

from booksite.korean import PARTICLES
from booksite.terms import read_terms

# A term in any of these is no explanation of it, but a name, a link or a program.
SKIPPED = {"a", "abbr", "code", "figcaption", "h1", "h2", "h3", "h4", "pre", "summary", "td", "th"}
COMMENT = HTML_PLACEHOLDER.partition("%")[0]  # `term<!-- a mere word -->` is no term


class Glossary(Preprocessor):
    """Replace the line `[terms]` by a table of all terms, in the order of the language."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines."""
        return [new for line in lines for new in (self._rows() if line == "[terms]" else [line])]

    def _rows(self) -> Iterator[str]:
        korean = self.language == "ko"
        terms = sorted(read_terms(), key=lambda t: t.korean if korean else t.english.casefold())
        yield "| 용어 | 영어 | 뜻 |" if korean else "| Term | Korean | Meaning |"
        yield "|---|---|---|"
        for term in terms:
            names = (term.korean, term.english) if korean else (term.english, term.korean)
            anchor = re.sub(r"\W+", "-", term.english).strip("-")
            meaning = term.definitions[self.language]
            yield f"| **{names[0]}**{{ #{anchor} }} | {names[1]} | {meaning} |"


class Tooltips(Treeprocessor):
    """Wrap the first use of each term on a page in <abbr>, with its definition as the title."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.definitions: dict[str, str] = {}
        for term in read_terms():
            name = term.name(language).lower()
            self.definitions.setdefault(name, term.definitions[language])
        names = "|".join(sorted(map(re.escape, self.definitions), key=len, reverse=True))
        particles = "|".join(PARTICLES)
        after = rf"(?=[^가-힣]|{particles}|$)" if language == "ko" else r"(?=e?s\b|\b)"
        self.pattern = re.compile(rf"(?<![\w-])({names})(?!{COMMENT}){after}", re.I)
        # Of this converter, not of one run: the docstrings of a page are converted one by one.
        self.seen: set[str] = set()

    def run(self, root: etree.Element) -> None:
        """Mark the terms of a page, or of an element of it."""
        if root.tag in SKIPPED or root.get("class") in ("admonition-title", "arithmatex"):
            return
        self._split(root, "text", root, 0)
        for child in list(root):
            self.run(child)
            self._split(child, "tail", root, list(root).index(child) + 1)

    def _split(self, owner: etree.Element, side: str, parent: etree.Element, place: int) -> None:
        """Mark the first term in a text, its owner's `text` or `tail`, and go on behind it."""
        text = getattr(owner, side) or ""
        for match in self.pattern.finditer(text):
            if (name := match[0].lower()) not in self.seen:
                self.seen.add(name)
                term = etree.Element("abbr", {"title": self.definitions[name], "tabindex": "-1"})
                term.text, term.tail = match[0], text[match.end() :]
                setattr(owner, side, text[: match.start()])
                parent.insert(place, term)
                self._split(term, "tail", parent, place + 1)
                return
