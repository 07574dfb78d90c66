"""A page becomes a notebook: all of it, in what notebooks can show, alike in both languages."""

import ast
import re

import pytest

from booksite.notebooks import Cell, Source, printed
from tests.chapters import prose
from tests.taken import LANGUAGES, WITH_CODE, notebook, uncommented


def code(cells):
    """What the code cells do, whatever their comments say."""
    return [ast.dump(ast.parse(c.source)) for c in cells if c.cell_type == "code"]


def test_a_script_prints_the_results_of_worked_examples():
    example = "x = [1, 2]  # 둘\n(x[0] +\n 1)  # 더하기"
    assert printed(example) == "x = [1, 2]  # 둘\nprint((x[0] +\n 1))  # 더하기"


@pytest.mark.parametrize("page", WITH_CODE)
def test_the_cells_of_twins_differ_in_words_alone(site, page):
    korean, english = (notebook(site, language, page).cells for language in LANGUAGES)
    assert [(c.cell_type, c.id, c.metadata) for c in korean] == [
        (c.cell_type, c.id, c.metadata) for c in english
    ]
    assert code(korean[1:]) == code(english[1:])
    assert uncommented(korean[0].source) == uncommented(english[0].source)


def test_solutions_are_folded_and_nothing_else_is(site):
    cells = [c for c in notebook(site, "en", "gradient.md").cells if c.cell_type == "code"]
    hidden = {"jupyter": {"source_hidden": True, "outputs_hidden": True}}
    [solution] = [c for c in cells if "def careful_gradient" in c.source]
    [snippet] = [c for c in cells if "def in_place_gradient" in c.source]
    assert (solution.metadata, snippet.metadata) == (hidden, {})


@pytest.mark.parametrize("page", WITH_CODE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_the_page_is_lost_and_nothing_of_its_dialect_left(site, language, page):
    text = (LANGUAGES[language] / page).read_text(encoding="utf-8")
    cells = notebook(site, language, page).cells
    words = "\n".join(c.source for c in cells if c.cell_type == "markdown")
    for leftover in ("///", "!!!", "???", "{ #", "```python", "```pycon", ".md)", ".md#", "](#"):
        if not page.startswith("labs/") or leftover != "```python":  # solutions are shown
            assert leftover not in words, leftover
    for figure, _ in enumerate(re.findall("^ */// figure-caption", text, re.M), 1):
        assert {"ko": f"_그림 {figure}. ", "en": f"_Figure {figure}. "}[language] in words
    formulas = re.findall(r"(?<!\$)\$[^$\n]+\$(?!\$)", prose(text))
    assert [f for f in formulas if f not in words] == []
    assert words.count("$$") == prose(text).count("$$")
    assert words.count("<details>") == words.count("</details>") >= text.count("??? ")


def cells(text, path="gradient.md", lab=False):
    """The cells of a page without its title and address."""
    source = Source(f"# Title\n\n{text}", path, "https://book.example/en/", "Figure {}.", lab)
    [first, *others] = source.cells()
    before = "# Title\n\n<https://book.example/en/gradient/>\n\n"
    assert first.source.startswith(before.rstrip("\n"))
    rest = first.source[len(before) :]
    return [Cell("markdown", rest), *others] if rest else others


FENCE = "```python\nx = 1\n```\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("## More { #more }", "## More"),
        ("[here](#more)", "[here](https://book.example/en/gradient/#more)"),
        ("[lab](labs/descent.md#a)", "[lab](https://book.example/en/labs/descent/#a)"),
        ("[home](index.md)", "[home](https://book.example/en/)"),
        ("[out](https://elsewhere.example/x.md)", "[out](https://elsewhere.example/x.md)"),
        ("**기울기**는 **기울기(gradient)**입니다", "**기울기**는 <b>기울기(gradient)</b>입니다"),
        ("`2**3`**(a)**b $x**y$", "`2**3`<b>(a)</b>b $x**y$"),
        ('!!! note "Two"\n\n    One.\n\n    Two.\n', "> **Two**\n>\n> One.\n>\n> Two."),
        ("!!! note\n\n    $$\n    a\n    = b\n    $$\n", "> **Note**\n>\n> $$a = b$$"),
        (
            '??? success "Solution"\n\n    Two.\n',
            "<details><summary>Solution</summary>\n\nTwo.\n\n</details>",
        ),
    ],
)
def test_the_dialect_becomes_what_notebooks_show(text, words):
    assert cells(text) == [Cell("markdown", words)]


def test_a_link_from_a_lab_leads_to_its_chapter():
    source = Source("# Lab\n\n[up](../gradient.md#a)", "labs/descent.md", "/", "Figure {}.", True)
    assert source.cells()[0].source.endswith("[up](/gradient/#a)")


def test_captions_are_numbered_and_stand_under_their_cell():
    caption = "/// figure-caption | #fig\nIt rises.\n///\n"
    words = Cell("markdown", "_Figure 1. It rises._"), Cell("markdown", "_Figure 2. It rises._")
    code = Cell("code", "x = 1")
    assert cells(f"{FENCE}\n{caption}\n{FENCE}\n{caption}") == [code, words[0], code, words[1]]


SOLUTION = '??? success "Solution"\n\n    Text.\n\n    ```python\n    x = 1\n    ```\n\n    More.\n'


def test_a_solution_of_a_chapter_is_a_folded_cell_between_folded_words():
    folded = "<details><summary>Solution</summary>\n\n{}\n\n</details>"
    assert cells(SOLUTION) == [
        Cell("markdown", folded.format("Text.")),
        Cell("code", "x = 1", hidden=True),
        Cell("markdown", folded.format("More.")),
    ]


def test_a_solution_of_a_lab_stays_words():
    inside = "Text.\n\n```python\nx = 1\n```\n\nMore."
    folded = f"<details><summary>Solution</summary>\n\n{inside}\n\n</details>"
    assert cells(SOLUTION, lab=True) == [Cell("markdown", folded)]


def test_a_worked_example_is_a_cell_for_each_result():
    text = "```pycon\n>>> x = 1\n>>> print(x)\n1\n>>> x\n1\n>>> x + 1\n2\n>>> y = x\n```\n"
    shown = [Cell("worked", "x = 1\nprint(x)\nx"), Cell("worked", "x + 1"), Cell("code", "y = x")]
    assert cells(text) == shown
