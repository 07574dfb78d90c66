"""A Markdown extension: the terms of docs/terms.tsv, as tooltips on every page and as a glossary.

The first use of a term on a page carries its definition. A line `[terms]` becomes the glossary.
"""

import csv
import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

TABLE = Path(__file__).parents[1] / "docs" / "terms.tsv"
# A term in any of these is no explanation of it, but a name, a link or a program.
SKIPPED = {"a", "abbr", "code", "figcaption", "h1", "h2", "h3", "h4", "pre", "summary", "td", "th"}
# What may follow a Korean noun and leave it the same noun.
PARTICLES = (
    "은는이가을를의에와과로도만|에서|에는|으로|이라|이란|이나|이고|이며|이다|입니다|"
    "라고|라는|까지|부터|마다|보다|처럼|들|하|하고|되|인|일|한"
)


@dataclass(frozen=True)
class Term:
    """A row of the table."""

    english: str
    korean: str
    never: tuple[str, ...]
    definitions: dict[str, str]  # by language

    def name(self, language: str) -> str:
        """Return the term's name, without the words in brackets that tell it from another."""
        name = self.korean if language == "ko" else self.english
        return re.sub(r" \(.*\)", "", name)


def read_terms(table: Path = TABLE) -> list[Term]:
    """Return the rows of the table."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    return [
        Term(
            english,
            korean,
            tuple(v.strip() for v in never.split(",") if v.strip()),
            {"en": definition, "ko": 정의},
        )
        for english, korean, never, definition, 정의 in rows
    ]


class Glossary(Preprocessor):
    """Replace the line `[terms]` by a table of all terms, in the order of the language."""

    def __init__(self, md: Markdown, language: str) -> None:
        super().__init__(md)
        self.language = language

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines."""
        return [new for line in lines for new in (self._rows() if line == "[terms]" else [line])]

    def _rows(self) -> Iterator[str]:
        korean = self.language == "ko"
        terms = sorted(read_terms(), key=lambda t: t.korean if korean else t.english)
        yield "| 용어 | 영어 | 뜻 |" if korean else "| Term | Korean | Meaning |"
        yield "|---|---|---|"
        for term in terms:
            names = (term.korean, term.english) if korean else (term.english, term.korean)
            anchor = re.sub(r"\W+", "-", term.english).strip("-")
            meaning = term.definitions[self.language]
            yield f"| **{names[0]}**{{ #{anchor} }} | {names[1]} | {meaning} |"


class Tooltips(Treeprocessor):
    """Wrap the first use of each term on a page in <abbr>, with its definition as the title."""

    def __init__(self, md: Markdown, language: str) -> None:
        super().__init__(md)
        self.definitions: dict[str, str] = {}
        for term in read_terms():
            name = term.name(language).lower()
            self.definitions.setdefault(name, term.definitions[language])
        names = "|".join(sorted(map(re.escape, self.definitions), key=len, reverse=True))
        one, more = PARTICLES.split("|", 1)
        after = rf"(?=[^가-힣]|[{one}]|{more}|$)" if language == "ko" else r"(?=e?s\b|\b)"
        self.pattern = re.compile(rf"(?<![\w-])({names}){after}", re.I)

    def run(self, root: etree.Element) -> None:
        """Mark the terms of one page."""
        self._mark(root, set())

    def _mark(self, element: etree.Element, seen: set[str]) -> None:
        if element.tag in SKIPPED or element.get("class") in ("admonition-title", "arithmatex"):
            return
        self._split(element, None, seen)
        for child in list(element):
            self._mark(child, seen)
            self._split(element, child, seen)

    def _split(self, parent: etree.Element, child: etree.Element | None, seen: set[str]) -> None:
        """Mark the terms in the text before the first child, or in that behind a child."""
        text = (parent.text if child is None else child.tail) or ""
        place = 0 if child is None else list(parent).index(child) + 1
        for match in self.pattern.finditer(text):
            if match[0].lower() not in seen:
                seen.add(match[0].lower())
                title = self.definitions[match[0].lower()]
                term = etree.Element("abbr", {"title": title, "tabindex": "0"})
                term.text, term.tail = match[0], text[match.end() :]
                if child is None:
                    parent.text = text[: match.start()]
                else:
                    child.tail = text[: match.start()]
                parent.insert(place, term)
                self._split(parent, term, seen)
                return


class TermsExtension(Extension):
    """Register both, for the language of the site."""

    def __init__(self, **kwargs: object) -> None:
        self.config = {"language": ["ko", "The language of the pages: ko or en"]}
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:
        """Add the extension to Markdown."""
        language = str(self.getConfig("language"))
        md.preprocessors.register(Glossary(md, language), "glossary", 28)
        md.treeprocessors.register(Tooltips(md, language), "tooltips", 7)


def makeExtension(**kwargs: object) -> TermsExtension:
    """Return the extension, as Markdown asks for it."""
    return TermsExtension(**kwargs)
