"""Korean in the search index: words are found by their inner parts, and compounds spelt as one.

Material's search finds the beginnings of words. A reader types 손실함수 where the book writes 손실
함수, or 함수 where it writes 방향도함수. Both are added to the entries in which they stand, in the
field `tags`, which is searched; the theme does not show it.
"""

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from booksite.terms import read_terms

HANGUL_WORD = re.compile(r"[가-힣]{3,}")
# Parts that are words of their own, and often stand at the end of a longer one.
PARTS = ("함수", "미분", "오차", "차분", "벡터", "신경망", "역전파", "하강법", "상승법")


PARTICLES = ["은", "는", "이", "가", "을", "를", "의", "에", "로", "으로", "와", "과"]


def enrich(index: Path) -> None:
    """Add the other spellings of Korean words to a built search index."""
    content = json.loads(index.read_text(encoding="utf-8"))
    terms = [term.name("ko") for term in read_terms()]
    pages: defaultdict[str, str] = defaultdict(str)
    for entry in content["docs"]:
        pages[_page(entry)] += entry["text"]
    for entry in content["docs"]:
        text = f"{entry['title']} {entry['text']}"
        spellings = {name.replace(" ", "") for name in terms if " " in name and name in text}
        for name in terms:
            # A chapter on 손실 that speaks of 손실 함수 is on 손실 함수.
            head, _, rest = name.partition(" ")
            if rest and head in entry["title"].split() and name in pages[_page(entry)]:
                spellings.add(name.replace(" ", ""))
            if name == entry["title"]:
                spellings |= {name.replace(" ", "") + particle for particle in PARTICLES}
        for word in set(HANGUL_WORD.findall(text)):
            spellings |= {part for part in PARTS if part in word[1:]}
        if spellings:
            entry["tags"] = sorted(spellings)
    content["config"]["fields"]["tags"]["boost"] = 1.0  # a spelling counts as much as the text
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    index.write_text(text, encoding="utf-8")


def _page(entry: dict[str, Any]) -> str:
    """Return the address of the page that an entry, one of its sections, is from."""
    return str(entry["location"]).partition("#")[0]
