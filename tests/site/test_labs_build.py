"""Labs: a kernel runs the cells of a page as one program, and solutions are shown unrun."""

import os
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
import os
import matplotlib.pyplot as plt
from gradbook.tasks import near, task

with open(os.environ["RUNS"], "a") as runs:
    runs.write("x")

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
1 + 1
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
        text = re.sub(r"^nav:\n(?: .*\n|\n)+", nav, text, count=1, flags=re.M)
        (folder / name).write_text(text, encoding="utf-8")
    for language, comment in (("ko", "여기를 채우세요"), ("en", "your line")):
        (folder / "docs" / language / "labs").mkdir(parents=True)
        (folder / "docs" / language / "index.md").write_text(HOME, encoding="utf-8")
        lab = folder / "docs" / language / "labs" / "try.md"
        lab.write_text(LAB.replace("COMMENT", comment), encoding="utf-8")
    shutil.copy(ROOT / "docs" / "terms.tsv", folder / "docs")
    for name in ("pyproject.toml", "README.md", "THIRD-PARTY.md"):
        shutil.copy(ROOT / name, folder)
    return folder


def built(book):
    """Build the book; return how many kernels that took."""
    runs = book / "runs"
    runs.write_text("")
    done = build(book, book / "site", RUNS=str(runs))
    assert done.returncode == 0, done.stderr
    return len(runs.read_text())


def shown(book, address):
    """The code, figures and output of a page, in order."""
    html = (book / "site" / address / "index.html").read_text(encoding="utf-8")
    parts = r'language-python highlight|role="img"|<samp>([^<]*)|(<details)|(</details)'
    return [m[1] or m[2] or m[3] or m[0] for m in re.finditer(parts, html)]


def test_the_cells_of_a_lab_are_one_program_and_run_only_when_they_have_changed(book):
    assert built(book) == 2  # a kernel a language
    code = "language-python highlight"
    cells = [code, "<details", code, "</details", code, "✗ 1  slope(3) = None, not 6\n"]
    cells += [code, 'role="img"', "drawn\n", code, "drawn\n2\n"]  # a last expression shows
    for address in ("labs/try", "en/labs/try"):
        assert [f"{part}\n" if "✗" in part or part[:5] == "drawn" else part
                for part in shown(book, address)] == cells  # fmt: skip
        html = (book / "site" / address / "index.html").read_text(encoding="utf-8")
        assert "jupyter" not in re.sub("jupyter ?lab", "", html)  # how a notebook is opened
        assert "```" not in html
    assert built(book) == 0
    lab = book / "docs" / "en" / "labs" / "try.md"
    text = lab.read_text(encoding="utf-8")
    lab.write_text(text.replace("    ...  #", "    return 2 * x  #"), encoding="utf-8")
    assert built(book) == 1
    assert "✓ 1" in shown(book, "en/labs/try")
    functions = book / "gradbook" / "functions.py"
    functions.write_text(functions.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert built(book) == 2


def test_a_spoiled_entry_of_the_cache_is_a_miss(book):
    built(book)
    spoilt = ("", "null", "[]", "{}", '{"content": 1}', '{"content": "{}"}')
    for pair in zip(spoilt[::2], spoilt[1::2], strict=True):
        entries = sorted((book / ".cache" / "labs").rglob("*.json"))
        assert len(entries) == 2  # one a language
        for entry, text in zip(entries, pair, strict=True):
            entry.write_text(text, encoding="utf-8")
        assert built(book) == 2


def test_a_dead_link_in_a_lab_stops_the_build(book):
    lab = book / "docs" / "ko" / "labs" / "try.md"
    links = "[a](nowhere.md) [b](../index.md#no-id) [c](#no-heading)"
    lab.write_text(f"{lab.read_text(encoding='utf-8')}\n{links}\n", encoding="utf-8")
    done = build(book, book / "site", RUNS=os.devnull)
    assert done.returncode == 1
    for dead in ("nowhere.md", "no-id", "no-heading"):
        warnings = [line for line in done.stderr.splitlines() if dead in line]
        assert any("labs/try.md" in line for line in warnings), dead


def test_a_dead_link_into_a_lab_stops_the_build(book):
    home = book / "docs" / "en" / "index.md"
    home.write_text(HOME.replace("try.md", "try.md#nowhere"), encoding="utf-8")
    done = build(book, book / "site", RUNS=os.devnull)
    assert done.returncode == 1
    assert "try.md#nowhere" in done.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "line", "cause"),
    [
        ("plt.plot([1, 2])", "plt.plot([1, 2])\n1 / 0", 38, "ZeroDivisionError"),
        ('print("drawn")\n```\n\n///', "slope(\n```\n\n///", 38, "SyntaxError"),
        ("plt.plot([1, 2])", "os._exit(3)", 12, "Kernel died"),
        ("plt.plot([1, 2])", "while True:\n    pass", 37, "A cell timed out"),
        ("plt.plot([1, 2])", "print('x' * 200_000)", 37, "ValueError: prints more than"),
        ("```python\nwith", '```python cell="1"\nwith', 31, "unknown option 'cell'"),
    ],
)
def test_a_failing_cell_stops_the_build_and_is_named(book, right, wrong, line, cause):
    lab = book / "docs" / "en" / "labs" / "try.md"
    config = book / "mkdocs.yml"
    limit = config.read_text(encoding="utf-8").replace("limit: 60", "limit: 5")
    config.write_text(limit, encoding="utf-8")
    text = lab.read_text(encoding="utf-8")
    assert right in text
    lab.write_text(text.replace(right, wrong), encoding="utf-8")
    done = build(book, book / "site", RUNS=os.devnull)
    assert done.returncode == 1
    assert f"docs/en/labs/try.md:{line}: {cause}" in done.stderr
    assert "Traceback" not in done.stderr
