"""One Korean word a concept: docs/terms.tsv says which, and which never."""

import re

import pytest
from mkdocs.exceptions import BuildError

from booksite.korean import PARTICLES
from booksite.terms import read_terms
from tests.chapters import FRONT, REFERENCE, blank, pages, prose, read

TERMS = read_terms()


def pattern(words: str) -> str:
    """The words, however many spaces and line breaks stand between them."""
    return re.escape(words).replace(r"\ ", r"\s+")


NAMES = sorted((term.name("ko") for term in TERMS), key=len, reverse=True)
APPROVED = "|".join(map(pattern, NAMES))


def forbidden(text: str) -> list[str]:
    """The forbidden variants in a text, its code included, with line and approved word.

    오차역전파법 is approved and holds 역전파법, which is not.
    """
    found = []
    for term in TERMS:
        for variant in term.never:
            holders = "|".join(pattern(name) for name in NAMES if variant in name)
            rest = re.sub(holders, lambda m: "·" * len(m[0]), text) if holders else text
            for use in re.finditer(pattern(variant), rest):
                line = rest.count("\n", 0, use.start()) + 1
                found.append(f"{line}: {variant} (write {term.korean})")
    return found


@pytest.mark.parametrize("page", pages())
def test_korean_pages_use_the_approved_terms(page):
    assert forbidden(read("ko", page)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a\n그래디언트를", "2: 그래디언트 (write 기울기)"),
        ("확률경사하강법은", "1: 경사하강법 (write 경사 하강법)"),
        ("기울기  하강법", "1: 기울기 하강법 (write 경사 하강법)"),
        ("기울기\n하강법", "1: 기울기 하강법 (write 경사 하강법)"),
        ("```python\nx = 1  # 손실함수\n```", "2: 손실함수 (write 손실 함수)"),
    ],
)
def test_a_forbidden_variant_is_found(text, fault):
    assert forbidden(text) == [fault]


def test_an_approved_term_is_none():
    assert forbidden("오차역전파법과 경사 하강법, 기울기") == []


# Where a term is no first use of it: names, links, tables and what is marked as a mere word.
ELSEWHERE = re.compile(
    r"^#+ .*$|^\s*[!?]{3}.*$|^\|.*$|\[[^\](\n]*\]\([^)]*\)|`[^`\n]*`|[가-힣 ]+<!--.*?-->", re.M
)
# Pages that name terms to readers who have met them, or to look them up.
LISTS = {*REFERENCE, "glossary.md", "index.md", "notation.md", "references.md", "corrections.md"}


def without_english(text: str) -> list[str]:
    """The terms whose first use in the sentences of a page does not carry their English."""
    words = ELSEWHERE.sub(lambda m: blank(m[0]), FRONT.sub(lambda m: blank(m[0]), prose(text)))
    found = []
    for use in re.finditer(rf"(?<![가-힣])({APPROVED})(?P<english>\([^)]*[a-z])?", words):
        name = " ".join(use[1].split())
        if name not in {known for known, _ in found}:
            if not use["english"] and is_part(name, words[use.start() :]):
                continue
            line = words.count("\n", 0, use.start()) + 1
            found.append((name, None if use["english"] else line))
    return [f"{line}: {name}" for name, line in found if line]


def is_part(name: str, words: str) -> bool:
    """Tell whether a name begins another word: 층 in 층층이, 미분 in the verb 미분하다."""
    rest = words[len(name) :]
    if re.match(r"[하할해한했되될된됐]", rest):
        return True
    return bool(re.match(r"[가-힣]", rest)) and not rest.startswith(PARTICLES)


@pytest.mark.parametrize("page", sorted({*pages()} - LISTS))
def test_the_first_use_of_a_term_carries_its_english(page):
    assert without_english(read("ko", page)) == []


def test_a_first_use_without_its_english_is_found():
    assert without_english("# 기울기\n\n기울기(gradient)와 층(layer). 기울기의") == []
    assert without_english("# 기울기\n\n기울기는 기울기(gradient)입니다.") == ["3: 기울기"]
    assert without_english("경사 하강법(gradient descent), 수렴이") == ["1: 수렴"]
    assert without_english("[기울기](x.md)와 [기울기(gradient)](y.md), 기울기") == []
    assert without_english("점수<!-- of a game -->가 층층이") == []


@pytest.mark.parametrize(
    "row", ["a\t가\t", "a\t가\t\tA.\t", "\t가\t\tA.\t뜻.", "a\t가\t\tA.\t뜻.\tx", ""]
)
def test_a_row_that_is_no_term_is_named_with_its_line(tmp_path, row):
    table = tmp_path / "terms.tsv"
    table.write_text(f"english\tkorean\tnever\tdefinition\t정의\nb\t나\t\tB.\t뜻.\n{row}\n")
    with pytest.raises(BuildError, match=r"terms\.tsv:3: a term has english, korean"):
        read_terms(table)


def test_every_term_has_its_meaning_in_both_languages():
    names = [term.english for term in TERMS]
    assert len(names) == len(set(names))
    for term in TERMS:
        assert re.search(r"[가-힣]", term.definitions["ko"]), term
        assert term.definitions["en"].endswith("."), term
