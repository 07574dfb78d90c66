"""One Korean word a concept: docs/terms.tsv says which, and which never."""

import re

import pytest
from markdown import Markdown

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


def page(text: str, language: str) -> str:
    settings = {"booksite.terms": {"language": language}}
    return Markdown(
        extensions=["attr_list", "tables", "booksite.terms"], extension_configs=settings
    ).convert(text)


def test_every_term_has_its_meaning_in_both_languages():
    names = [term.english for term in TERMS]
    assert len(names) == len(set(names))
    for term in TERMS:
        assert re.search(r"[가-힣]", term.definitions["ko"]), term
        assert term.definitions["en"].endswith("."), term


def test_the_glossary_holds_every_term():
    for language in ("ko", "en"):
        html = page("# 말 Words\n\n[terms]\n", language)
        for term in TERMS:
            for text in (term.korean, term.english, term.definitions[language]):
                assert text in html, text
        assert html.count("<tr>") == len(TERMS) + 1


def test_the_first_use_of_a_term_explains_it():
    html = page("경사 하강법은 **기울기**를 씁니다. 기울기가 0이면 경사 하강법은 멈춥니다.", "ko")
    assert [m[1] for m in re.finditer(r"<abbr[^>]*>([^<]+)</abbr>", html)] == [
        "경사 하강법",
        "기울기",
    ]
    assert re.sub(r"</?abbr[^>]*>", "", html).count("기울기") == 2
    html = page("The gradients of a Gradient field, and gradient descent.", "en")
    assert re.findall(r"<abbr[^>]*>([^<]+)</abbr>", html) == ["gradient", "gradient descent"]
    assert 'title="The vector of all partial' in html
    assert 'tabindex="0"' in html


@pytest.mark.parametrize(
    "text",
    ["# 기울기", "`기울기`", "[기울기](x.md)", "층층이 쌓인 계단", "| 기울기 |\n|---|\n| 기울기 |"],
)
def test_names_links_code_and_other_words_are_left_alone(text):
    assert "<abbr" not in page(text, "ko")
