"""Fences: what a page's programs are, and what the book does not know."""

import pytest

from booksite.fences import FenceError, cells, fences, is_lab, programs

PAGE = """Words.

```python title="a b.py" hl_lines="1 2"
x = 1

y = 2
```

??? success "Solution"

    ```python
    if x:
        y = 1
    ```

````text
```python
not a program
```
````

~~~pycon
>>> 1
1
~~~
"""
LAB = f"---\njupyter:\n  kernelspec:\n    name: python3\n---\n\n{PAGE}"


def test_fences_are_found_with_line_options_and_indentation():
    found = [(f.language, f.line, f.options, f.indent) for f in fences(PAGE)]
    assert found == [
        ("python", 3, {"title": "a b.py", "hl_lines": "1 2"}, 0),
        ("python", 11, {}, 4),
        ("text", 16, {}, 0),
        ("pycon", 22, {}, 0),
    ]
    assert [f.source for f in fences(PAGE)][:2] == ["x = 1\n\ny = 2", "if x:\n    y = 1"]
    start, end = fences(PAGE)[1].span
    assert PAGE[start:end].strip().startswith("```python")
    assert PAGE[:end].endswith("```")


def test_a_chapter_has_a_program_a_fence_and_a_lab_one_without_its_solutions():
    assert programs(PAGE) == [("x = 1\n\ny = 2",), ("if x:\n    y = 1",)]
    assert programs(LAB) == [("x = 1\n\ny = 2",)]
    assert [cell.line for cell in cells(LAB)] == [9]


@pytest.mark.parametrize(
    ("head", "lab"),
    [
        ("---\njupyter:\n  a: 1\n---\n", True),
        ("---\ntitle: x\njupyter:\n  a: 1\n---  \n", True),
        ("---\ntitle: jupyter\n---\n", False),
        ("", False),
    ],
)
def test_the_front_matter_makes_a_page_a_lab(head, lab):
    assert is_lab(f"{head}\n# Title\n") is lab


@pytest.mark.parametrize(
    ("fence", "cause"),
    [
        ("```py\n1\n```", "unknown fence 'py'"),
        ("```Python\n1\n```", "unknown fence 'Python'"),
        ("```\n1\n```", "unknown fence ''"),
        ("``` {.python}\n1\n```", "unknown fence"),
        ('```python exec="1"\n1\n```', "unknown option 'exec' of a python fence"),
        ("```python exec=1\n1\n```", "unknown option 'exec' of a python fence"),
        ("```python title='x'\n1\n```", "unknown option"),
        ('```pycon title="a" open="yes"\n>>> 1\n1\n```', "unknown option 'open' of a pycon fence"),
        ('```text open="yes"\n1\n```', "unknown option 'open' of a text fence; it takes title"),
        ("```python\n1\n", "never closed"),
        ("```python\n1\n    ```\n", "never closed"),
    ],
)
def test_what_the_book_does_not_know_is_named_with_its_line(fence, cause):
    with pytest.raises(FenceError, match=cause) as failure:
        fences(f"Words.\n\n{fence}")
    assert failure.value.line == 3


@pytest.mark.parametrize("lines", ["x", "3", "0", "1-9", "1,2", "1 ", "1-"])
@pytest.mark.parametrize("language", ["python", "pycon", "text"])
def test_lines_that_cannot_be_highlighted_are_named(language, lines):
    with pytest.raises(FenceError, match=r"line 3: hl_lines=.* of a fence of 2 lines"):
        fences(f'Words.\n\n```{language} hl_lines="{lines}"\na\nb\n```\n')


def test_lines_that_can_are_not():
    [fence] = fences('```python hl_lines="1 2-3"\na\nb\nc\n```\n')
    assert fence.options == {"hl_lines": "1 2-3"}
