"""The one list of terms: docs/terms.tsv, read.

Out: the terms, for tooltips and glossary, for the search, and for the tests of the words.
"""

import csv
import re
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from mkdocs.exceptions import BuildError

from booksite import ROOT

TABLE = ROOT / "docs" / "terms.tsv"


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
        rows = list(csv.reader(lines, delimiter="\t"))
    names = rows.pop(0)
    for line, row in enumerate(rows, 2):
        wanting = [name for name, value in zip_longest(names, row, fillvalue="") if not value]
        if len(row) != len(names) or set(wanting) - {"never"}:
            raise BuildError(f"{table}:{line}: a term has {', '.join(names)}, and not {row}")
    return [
        Term(english, korean, tuple(re.findall(r"[^\s,][^,]*(?<!\s)", never)), {"en": en, "ko": ko})
        for english, korean, never, en, ko in rows
    ]
