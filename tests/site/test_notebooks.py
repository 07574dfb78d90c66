"""A page becomes a notebook: all of it, in what notebooks can show, alike in both languages."""

import ast
import re

import pytest

from tests.chapters import LANGUAGES, WITH_CODE, prose
from tests.site.downloads import notebook, uncommented


def code(cells):
    """What the code cells do, whatever their comments say."""
    return [ast.dump(ast.parse(c.source)) for c in cells if c.cell_type == "code"]


@pytest.mark.parametrize("page", WITH_CODE)
def test_the_cells_of_twins_differ_in_words_alone(site, page):
    korean, english = (notebook(site, language, page).cells for language in LANGUAGES)
    assert [(c.cell_type, c.id, c.metadata) for c in korean] == [
        (c.cell_type, c.id, c.metadata) for c in english
    ]
    assert code(korean[1:]) == code(english[1:])
    assert uncommented(korean[0].source) == uncommented(english[0].source)


def test_solutions_are_shown_and_not_run(site):
    cells = notebook(site, "en", "gradient.md").cells
    stub, solution = [c for c in cells if "def careful_gradient" in c.source]
    assert (stub.cell_type, solution.cell_type) == ("code", "markdown")
    assert "<details><summary>Solution</summary>" in solution.source


@pytest.mark.parametrize("page", WITH_CODE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_page_is_lost_and_nothing_of_its_dialect_left(site, language, page):
    text = (LANGUAGES[language] / page).read_text(encoding="utf-8")
    cells = notebook(site, language, page).cells
    words = "\n".join(c.source for c in cells if c.cell_type == "markdown")
    for leftover in ("///", "!!!", "???", "{ #", "```python", "```pycon", ".md)", ".md#", "](#"):
        # solutions and what else is folded are shown with their code
        seen = re.sub("<details>.*?</details>", "", words, flags=re.S) if "`" in leftover else words
        assert leftover not in seen, leftover
    for figure, _ in enumerate(re.findall("^ */// figure-caption", text, re.M), 1):
        assert {"ko": f"_그림 {figure}. ", "en": f"_Figure {figure}. "}[language] in words
    formulas = re.findall(r"(?<!\$)\$[^$\n]+\$(?!\$)", prose(text))
    assert [f for f in formulas if f not in words] == []
    assert words.count("$$") == prose(text).count("$$")
    assert words.count("<details>") == words.count("</details>") >= text.count("??? ")
