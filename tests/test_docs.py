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
    assert [e.line for e in examples] == [f.line for f in found if f.language in RUN]


def test_a_worked_example_that_is_wrong_fails(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```pycon\n>>> 1 + 1\n3\n```\n\n```pycon\n>>> 0.1 + 0.2\n0.30\n```\n")
    wrong, right = Sybil([find_fences]).parse(page).examples()
    with pytest.raises(Exception, match="Expected"):
        wrong.evaluate()
    right.evaluate()


def test_a_fence_knows_nothing_of_the_one_before(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\na = 1\n```\n\n```python\na\n```\n\n```pycon\n>>> a\n1\n```\n")
    first, second, third = Sybil([find_fences]).parse(page).examples()
    first.evaluate()
    for later in (second, third):
        with pytest.raises(Exception, match="NameError"):
            later.evaluate()
