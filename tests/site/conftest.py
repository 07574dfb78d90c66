"""A book of four pages, on which builds that fail, or that others follow, take a few seconds."""

import re
import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from tests.chapters import ROOT
from tests.conftest import build, copy_book

HOME = """# Home { #home }

[The lab](labs/try.md) and [the chapter](gradient.md#exercises).

## More { #more }

Words.
"""
CHAPTER = """# Chapter { #chapter }

A formula, $x^2$.

```python
import matplotlib.pyplot as plt

plt.plot([1, 2])
print("drawn")
```

/// figure-caption | #fig-chapter
It rises.
///

## Exercises { #exercises }

Words.
"""
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

with open(os.environ.get("RUNS", os.devnull), "a") as runs:
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
REFERENCE = "# API { #api }\n\n## Functions { #functions }\n\n::: gradbook.derivative\n"
PAGES = {"index.md": HOME, "gradient.md": CHAPTER, "labs/try.md": LAB, "api.md": REFERENCE}
NAV = """nav:
  - index.md
  - Part:
      - gradient.md
  - Labs:
      - labs/try.md
  - api.md

"""


def small_book(folder: Path) -> Path:
    """Make a book of a first page, a chapter, a lab and a reference, in both languages."""
    copy_book(folder)
    shutil.rmtree(folder / "docs")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        config = folder / name
        text = config.read_text(encoding="utf-8")
        text = re.sub(r"^nav:\n(?: .*\n|\n)+", NAV, text, count=1, flags=re.M)
        config.write_text(text.replace("  parts: 3", "  parts: 1"), encoding="utf-8")
    for language, comment in (("ko", "여기를 채우세요"), ("en", "your line")):
        for page, text in PAGES.items():
            file = folder / "docs" / language / page
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("COMMENT", comment), encoding="utf-8")
    shutil.copy(ROOT / "docs" / "terms.tsv", folder / "docs")
    return folder


@pytest.fixture
def cold(tmp_path: Path) -> Path:
    """The small book, before anything of it has run."""
    return small_book(tmp_path / "book")


@pytest.fixture(scope="session")
def known(shared: Path) -> Path:
    """What a build of the small book has cached."""
    cache = shared / "known" / ".cache"
    with FileLock(shared / "known.lock"):
        if not cache.exists():
            folder = small_book(shared / "known.part")
            done = build(folder, folder / "site")
            assert done.returncode == 0, done.stderr
            folder.rename(cache.parent)
    return cache


@pytest.fixture
def small(cold: Path, known: Path) -> Path:
    """The small book, to make mistakes in: nothing else of it has to run."""
    shutil.copytree(known, cold / ".cache")
    return cold
