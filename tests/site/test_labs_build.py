"""Labs: the build runs the cells of a page as one program, and shows the solutions unrun."""

import re
import shutil

import pytest

from tests.chapters import ROOT
from tests.conftest import build

HOME = "# Home { #home }\n\n[The lab](labs/try.md)\n"
LAB = """---
jupyter:
  kernelspec:
    display_name: Python 3
    language: python
    name: python3
---

# Try { #try }

```python
import matplotlib.pyplot as plt
from gradbook.tasks import near, task

def slope(x):
    ...  # COMMENT
```

??? success "Solution"

    ```python
    def slope(x):
        print("never run")
        return 2 * x
    ```

```python
with task("1"):
    near("slope(3)", slope(3), 6)
```

```python
plt.plot([1, 2])
print("drawn")
```

/// figure-caption | #fig-rise
It rises.
///

```python
print("drawn")
```
"""


@pytest.fixture
def book(tmp_path):
    """A book of a first page and a lab, in both languages."""
    folder = tmp_path / "book"
    for name in ("booksite", "gradbook", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    nav = "nav:\n  - index.md\n  - Labs:\n      - labs/try.md\n\n"
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        text = re.sub(r"^nav:\n(?:\s.*\n|\n)+", nav, text, count=1, flags=re.M)
        (folder / name).write_text(text, encoding="utf-8")
    for language, comment in (("ko", "여기를 채우세요"), ("en", "your line")):
        (folder / "docs" / language / "labs").mkdir(parents=True)
        (folder / "docs" / language / "index.md").write_text(HOME, encoding="utf-8")
        lab = folder / "docs" / language / "labs" / "try.md"
        lab.write_text(LAB.replace("COMMENT", comment), encoding="utf-8")
    shutil.copy(ROOT / "docs" / "terms.tsv", folder / "docs")
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def built(book):
    done = build(book, book / "site")
    assert done.returncode == 0, done.stderr
    told = re.search(r"Snippets: (\d+) ran, (\d+) reused", done.stderr)
    return int(told[1]), int(told[2])


def shown(book, address):
    """The code, figures and output of a page, in order."""
    html = (book / "site" / address / "index.html").read_text(encoding="utf-8")
    parts = r'language-python highlight|role="img"|<samp>([^<]*)|(<details)|(</details)'
    return [m[1] or m[2] or m[3] or m[0] for m in re.finditer(parts, html)]


def test_the_cells_of_a_lab_are_one_program_that_runs_once_for_both_languages(book):
    assert built(book) == (1, 1)
    code = "language-python highlight"
    cells = [code, "<details", code, "</details", code, "✗ 1  slope(3) = None, not 6"]
    cells += [code, 'role="img"', "drawn", code, "drawn"]
    for address in ("labs/try", "en/labs/try"):
        assert shown(book, address) == cells
        html = (book / "site" / address / "index.html").read_text(encoding="utf-8")
        assert "jupyter" not in html
        assert 'cell="' not in html
    assert built(book) == (0, 2)


def test_a_changed_cell_runs_the_program_again(book):
    built(book)
    for language in ("ko", "en"):
        lab = book / "docs" / language / "labs" / "try.md"
        text = lab.read_text(encoding="utf-8")
        lab.write_text(text.replace("    ...  #", "    return 2 * x  #"), encoding="utf-8")
    assert built(book) == (1, 1)
    assert "✓ 1" in shown(book, "labs/try")


@pytest.mark.parametrize(
    ("right", "wrong", "line", "cause"),
    [
        ("plt.plot([1, 2])", "plt.plot([1, 2])\n1 / 0", 34, "ZeroDivisionError"),
        ('print("drawn")\n```\n\n///', "slope(\n```\n\n///", 34, "SyntaxError"),
        ("```python\nwith", '```python cell="1"\nwith', 27, "unknown option 'cell'"),
    ],
)
def test_a_failing_cell_stops_the_build_and_is_named(book, right, wrong, line, cause):
    lab = book / "docs" / "en" / "labs" / "try.md"
    text = lab.read_text(encoding="utf-8")
    assert right in text
    lab.write_text(text.replace(right, wrong), encoding="utf-8")
    done = build(book, book / "site")
    assert done.returncode == 1
    assert f"docs/en/labs/try.md:{line}: {cause}" in done.stderr
    assert "Traceback" not in done.stderr
