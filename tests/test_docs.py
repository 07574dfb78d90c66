"""Every fence of the book runs (Sybil, in ../conftest.py); here: none is passed over unseen."""

import pytest
from sybil import Sybil

from conftest import find_fences
from tests.chapters import ENGLISH, KOREAN, fences, pages

RUN = {"python", "pycon"}
SHOWN = {"sh", "text"}


@pytest.mark.parametrize("folder", [KOREAN, ENGLISH], ids=lambda f: f.name)
@pytest.mark.parametrize("page", pages())
def test_every_fence_of_python_is_run(folder, page):
    file = folder / page
    found = fences(file.read_text(encoding="utf-8"))
    for fence in found:
        assert fence.language in RUN | SHOWN, f"{page}:{fence.line}: unknown {fence.language!r}"
    examples = list(Sybil([find_fences]).parse(file).examples())
    if page.startswith("labs/"):  # whose solutions test_labs.py runs
        [lab] = examples
        assert list(lab.parsed) == [f.source for f in found if not f.indented]
        assert {f.language for f in found} <= {"python"} | SHOWN
    else:
        assert [e.line for e in examples] == [f.line for f in found if f.language in RUN]


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
