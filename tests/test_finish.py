"""The last touch to a page's HTML."""

import re

import pytest

from booksite.finish import finished

JOINER = "\u2060"


def finish(html: str) -> str:
    return finished(html, "search", policy=False)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("기울기(gradient)", "는 벡터입니다."),
        ("<code>f(x)</code>", "를 부릅니다."),
        ("<a>소프트맥스(softmax)</a>", "에"),
        ("98%", "까지"),
        ("225°", "로"),
        ("방향(", '<span class="arithmatex">θ</span>)'),
    ],
)
def test_a_line_does_not_break_where_it_should_not(before, behind):
    assert finish(f"<p>{before}{behind}</p>") == f"<p>{before}{JOINER}{behind}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<pre><code># f(x)를 구한다</code></pre>",
        "<title>미분(derivative)과</title>",
        '<p title="f(x)를">(f) 는 g, (g).</p>',
        "<p>the gradient (∇f) of f(x)</p>",
    ],
)
def test_programs_attributes_and_other_brackets_stay_as_they_are(html):
    assert JOINER not in finish(html)


def test_a_term_is_explained_once_on_a_page(site):
    for file in site.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        meanings = re.findall(r'<abbr tabindex="0" title="([^"]*)"', html)
        assert len(meanings) == len(set(meanings)), file
    api = (site / "en" / "api" / "index.html").read_text(encoding="utf-8")
    assert api.count("The size of an array along each dimension.") == 1  # of many shapes


def test_a_page_keeps_all_of_its_words():
    term = '<abbr tabindex="0" title="up">gradient</abbr>'
    assert finish(f"<p>{term} and {term}</p>") == f"<p>{term} and gradient</p>"
    code = '<span class="sd">"""One.</span>\n\n<span class="sd">    Two."""</span>'
    assert (
        finish(f"<pre>{code}</pre>") == '<pre><span class="sd">"""One.\n\n    Two."""</span></pre>'
    )
