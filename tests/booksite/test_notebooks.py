"""A page's Markdown becomes cells, in what notebooks can show."""

import pytest

from booksite.ship.notebooks import Source, print_last_expression


def test_a_script_prints_the_results_of_worked_examples():
    example = "x = [1, 2]  # 둘\n(x[0] +\n 1)  # 더하기"
    assert print_last_expression(example) == "x = [1, 2]  # 둘\nprint((x[0] +\n 1))  # 더하기"


def Cell(kind, source):
    """A cell as the tests compare them: a worked example is tagged."""
    metadata = {}
    if kind == "worked":
        kind, metadata = "code", {"tags": ["worked"]}
    return kind, source, metadata


def found(source):
    return [(cell.cell_type, cell.source, cell.metadata) for cell in source.cells()]


def cells(text, path="gradient.md", lab=False):
    """The cells of a page without its title and address."""
    source = Source(f"# Title\n\n{text}", path, "https://book.example/en/", "Figure {}.", lab)
    [first, *others] = found(source)
    before = "# Title\n\n<https://book.example/en/gradient/>\n\n"
    assert first[1].startswith(before.rstrip("\n"))
    rest = first[1][len(before) :]
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
    assert found(source)[0][1].endswith("[up](/gradient/#a)")


def test_captions_are_numbered_and_stand_under_their_cell():
    caption = "/// figure-caption | #fig\nIt rises.\n///\n"
    words = Cell("markdown", "_Figure 1. It rises._"), Cell("markdown", "_Figure 2. It rises._")
    code = Cell("code", "x = 1")
    assert cells(f"{FENCE}\n{caption}\n{FENCE}\n{caption}") == [code, words[0], code, words[1]]


SOLUTION = '??? success "Solution"\n\n    Text.\n\n    ```python\n    x = 1\n    ```\n\n    More.\n'


@pytest.mark.parametrize("lab", [False, True])
def test_a_solution_is_shown_and_not_run(lab):
    inside = "Text.\n\n```python\nx = 1\n```\n\nMore."
    folded = f"<details><summary>Solution</summary>\n\n{inside}\n\n</details>"
    assert cells(SOLUTION, lab=lab) == [Cell("markdown", folded)]


def test_a_worked_example_is_a_cell_for_each_result():
    text = "```pycon\n>>> x = 1\n>>> print(x)\n1\n>>> x\n1\n>>> x + 1\n2\n>>> y = x\n```\n"
    shown = [Cell("worked", "x = 1\nprint(x)\nx"), Cell("worked", "x + 1"), Cell("code", "y = x")]
    assert cells(text) == shown
