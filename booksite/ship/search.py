"""What the search knows of Korean: a script for the worker of the theme."""

import json
from pathlib import Path

from booksite.korean import PARTICLES
from booksite.terms import read_terms

SCRIPT = Path("assets", "javascripts", "workers", "korean.js")
LUNR = Path("assets", "javascripts", "lunr")


def write_spellings(site: Path) -> None:
    """Write the particles, and the terms with their other spellings, next to the search worker.

    A reader may type a compound as one word (손실함수 for 손실 함수), and a spelling that the book
    avoids (최소값 for 최솟값).
    """
    terms = {}
    for term in read_terms():
        name = term.name("ko")
        joined = {spelling.replace(" ", "") for spelling in (name, *term.never)}
        terms[name] = sorted((joined | set(term.never)) - {name})
    facts = {"particles": sorted(PARTICLES, key=len, reverse=True), "terms": terms}
    script = f"self.korean = {json.dumps(facts, ensure_ascii=False)};\n"
    (site / SCRIPT).write_text(script, encoding="utf-8")


def drop_other_languages(site: Path) -> None:
    """Delete what Material brings for languages that this site has not: a megabyte, some LGPL."""
    for script in (site / LUNR).rglob("*.js"):
        if script.name not in ("lunr.ko.min.js", "lunr.stemmer.support.min.js"):
            script.unlink()
