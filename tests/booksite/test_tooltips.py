"""Terms: the first use on a page carries the meaning, and the glossary has all of them."""

import re

import pytest
from markdown import Markdown

from booksite.markdown.joiners import JOINER
from booksite.terms import read_terms

TERMS = read_terms()


def page(text: str, language: str) -> str:
    settings = {"booksite.markdown": {"language": language}}
    return Markdown(
        extensions=["attr_list", "tables", "booksite.markdown"], extension_configs=settings
    ).convert(text)


def test_the_glossary_holds_every_term():
    for language in ("ko", "en"):
        html = page("# 말 Words\n\n[terms]\n", language).replace(JOINER, "")
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
    assert 'tabindex="-1"' in html  # reached by the key T


@pytest.mark.parametrize(
    "text",
    [
        "# 기울기",
        "`기울기`",
        "[기울기](x.md)",
        "층층이 쌓인 계단",
        "점수<!-- of a game -->가",
        "| 기울기 |\n|---|\n| 기울기 |",
    ],
)
def test_names_links_code_and_other_words_are_left_alone(text):
    assert "<abbr" not in page(text, "ko")


def test_what_one_converter_makes_of_several_texts_explains_a_term_once():
    settings = {"booksite.markdown": {"language": "en"}}
    markdown = Markdown(extensions=["booksite.markdown"], extension_configs=settings)
    pieces = [markdown.convert("The gradient.") for _ in range(2)]  # as docstrings are converted
    assert [piece.count("<abbr") for piece in pieces] == [1, 0]
