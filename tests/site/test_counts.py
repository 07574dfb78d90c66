"""A page has as many blocks of code, figures, formulas and boxes as its Markdown has."""

import re
from collections import Counter
from itertools import product

import pytest

from booksite.fences import fences, is_lab, programs
from conftest import runner
from tests.chapters import (
    DISPLAYED,
    INLINE,
    LANGUAGES,
    REFERENCE,
    in_one_language,
    path_of,
    prose,
    read,
)

ARTICLE = re.compile(r"<article.*</article>", re.S)
SHOWN = {  # what a page has, by what it is in HTML
    "python": r'<div class="language-python highlight">',
    "pycon": r'<div class="language-pycon highlight">',
    "sh": r'<div class="language-sh highlight">',
    "text": r'<div class="language-text highlight">',
    "outputs": r'<pre class="snippet-output"',
    "drawings": r'<div class="snippet-figures"[^>]* role="img"',
    "captions": r'<span class="caption-prefix">[^<]+</span> ',
    "formulas": r"<math\b",
    "boxes": r'<div class="admonition\b|<details class="(?!figure-code)',
    "headings": r"<h[1-6] id=",
}


def on_the_page(html: str) -> Counter[str]:
    article = ARTICLE.search(html)[0]
    return Counter({name: len(re.findall(sign, article)) for name, sign in SHOWN.items()})


def in_the_markdown(text: str) -> Counter[str]:
    words = re.sub(r"`[^`\n]*`", "", prose(text))
    found = Counter(dict.fromkeys(SHOWN, 0))
    found.update(fence.language for fence in fences(text))
    results = [runner().result(p, cell) for p in programs(text) for cell in range(len(p))]
    found["outputs"] = sum(bool(result.output) for result in results)
    found["drawings"] = sum(bool(result.figures) for result in results)
    found["captions"] = len(re.findall(r"^ */// figure-caption", words, re.M))
    found["formulas"] = len(DISPLAYED.findall(words)) + len(
        INLINE.findall(DISPLAYED.sub("", words))
    )
    found["boxes"] = len(re.findall(r"^ *(?:!!!|\?\?\?\+?) \w+", words, re.M))
    found["headings"] = len(re.findall(r"^#{1,6} ", words, re.M))
    return found


@pytest.mark.parametrize(
    ("language", "page"),
    [one for one in in_one_language(0) if one.values[1] not in REFERENCE],
)
def test_nothing_of_a_page_is_lost_on_the_way(site, language, page):
    html = (site / path_of(language, page) / "index.html").read_text(encoding="utf-8")
    wanted = in_the_markdown(read(language, page))
    if is_lab(read(language, page)):  # where the last expression of a cell is shown, too
        assert on_the_page(html)["outputs"] >= wanted.pop("outputs")
    assert {name: n for name, n in on_the_page(html).items() if name in wanted} == wanted


def test_the_reference_has_all_its_entries(site):
    for language, page in product(LANGUAGES, REFERENCE):
        html = (site / path_of(language, page) / "index.html").read_text(encoding="utf-8")
        names = re.findall(r"^::: ([\w.]+)$", read(language, page), re.M)
        assert len(names) > 10
        assert [name for name in names if f'id="{name}"' not in html] == []


PAGE = """# Title { #title }

A formula $x$, and `code`.

```python
print(1)
```
"""
HTML = (
    '<article><h1 id="title">Title</h1><p><math>x</math></p>'
    '<div class="language-python highlight"></div><pre class="snippet-output"></pre></article>'
)


@pytest.mark.parametrize(
    "lost",
    ["<math>", '<div class="language-python highlight">', '<pre class="snippet-output">', "<h1"],
)
def test_what_is_lost_is_missed(lost):
    assert on_the_page(HTML) == in_the_markdown(PAGE)
    assert on_the_page(HTML.replace(lost, "")) != in_the_markdown(PAGE)
