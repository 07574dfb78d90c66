"""One Korean word a concept: docs/terms.tsv says which, and which never."""

import re

import pytest

from booksite.terms import read_terms
from tests.chapters import KOREAN, pages, prose

TERMS = read_terms()


def forbidden(text: str) -> list[str]:
    """The forbidden variants in a text, each with its line and the approved word."""
    found = []
    for number, line in enumerate(prose(text).splitlines(), 1):
        for term in TERMS:
            for variant in term.never:
                # 오차역전파법 is approved and holds 역전파법, which is not
                rest = line.replace(term.korean, "")
                if re.search(rf"(?<![가-힣]){re.escape(variant)}", rest):
                    found.append(f"{number}: {variant} (write {term.korean})")
    return found


@pytest.mark.parametrize("page", pages())
def test_korean_pages_use_the_approved_terms(page):
    assert forbidden((KOREAN / page).read_text(encoding="utf-8")) == []


def test_a_forbidden_variant_is_found_and_an_approved_one_is_not():
    assert forbidden("a\n경사하강법은 그래디언트를 씁니다.") == [
        "2: 그래디언트 (write 기울기)",
        "2: 경사하강법 (write 경사 하강법)",
    ]
    assert forbidden("오차역전파법과 경사 하강법, 기울기") == []


def test_every_term_has_its_meaning_in_both_languages():
    names = [term.english for term in TERMS]
    assert len(names) == len(set(names))
    for term in TERMS:
        assert re.search(r"[가-힣]", term.definitions["ko"]), term
        assert term.definitions["en"].endswith("."), term
