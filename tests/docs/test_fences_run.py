"""Every fence of the book runs (Sybil, in conftest.py); here: none is passed over unseen."""

import pytest
from sybil import Sybil

from booksite.fences import fences, is_lab
from conftest import find_fences
from tests.chapters import LANGUAGES, pages


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", pages())
def test_every_fence_of_python_is_run(language, page):
    file = LANGUAGES[language] / page
    text = file.read_text(encoding="utf-8")
    examples = list(Sybil([find_fences]).parse(file).examples())
    if is_lab(text):  # whose solutions test_lab_tasks.py runs
        [lab] = examples
        wanted = [f.source for f in fences(text) if f.language == "python" and not f.indent]
        assert [cell.source for cell in lab.parsed] == wanted
        assert {f.language for f in fences(text)} <= {"python", "sh", "text"}
    else:
        wanted = [f.line for f in fences(text) if f.language in ("python", "pycon")]
        assert [e.line for e in examples] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", pages())
def test_the_first_line_of_a_fence_ends_before_the_run_button(language, page):
    text = (LANGUAGES[language] / page).read_text(encoding="utf-8")
    firsts = [f.source.split("\n")[0] for f in fences(text) if f.language in ("python", "pycon")]
    assert [line for line in firsts if len(line) > 71] == []  # columns, at 1280 pixels


def test_a_worked_example_that_is_wrong_fails(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```pycon\n>>> 1 + 1\n3\n```\n\n```pycon\n>>> 0.1 + 0.2\n0.30\n```\n")
    wrong, right = Sybil([find_fences]).parse(page).examples()
    with pytest.raises(Exception, match="Expected"):
        wrong.evaluate()
    right.evaluate()


LAB = """---
jupyter:
  kernelspec:
    name: python3
---

```python
a = 1
```

??? success "Solution"

    ```python
    a = 2
    ```

```python
assert a == 1
```
"""


def test_a_lab_is_one_program_without_its_solutions(tmp_path):
    page = tmp_path / "lab.md"
    page.write_text(LAB)
    [lab] = Sybil([find_fences]).parse(page).examples()
    lab.evaluate()
    page.write_text(LAB.replace("a == 1", "b == 1"))
    [lab] = Sybil([find_fences]).parse(page).examples()
    with pytest.raises(AssertionError, match=r"lab\.md:18: NameError: name 'b'"):
        lab.evaluate()


def test_a_fence_knows_nothing_of_the_one_before(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\na = 1\n```\n\n```python\na\n```\n\n```pycon\n>>> a\n1\n```\n")
    first, second, third = Sybil([find_fences]).parse(page).examples()
    first.evaluate()
    for later in (second, third):
        with pytest.raises(Exception, match="NameError"):
            later.evaluate()
