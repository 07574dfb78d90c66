"""The Korean and the English page are twins: the same book, in the words of each language."""

import itertools

import pytest

from tests.chapters import ENGLISH, KOREAN, inline_formulas, outline, pages


def difference(korean: str, english: str) -> str | None:
    """The first thing in which two pages are not twins, or None."""
    for ours, theirs in itertools.zip_longest(outline(korean), outline(english)):
        if ours != theirs:
            return f"Korean has {ours}, English has {theirs}"
    ours, theirs = inline_formulas(korean), inline_formulas(english)
    for section in ours:
        if ours[section] != theirs[section]:
            alone = ours[section] ^ theirs[section]
            return f"in #{section} only one of the twins has {sorted(alone)}"
    return None


@pytest.mark.parametrize("page", pages())
def test_twins_agree(page):
    korean, english = ((f / page).read_text(encoding="utf-8") for f in (KOREAN, ENGLISH))
    assert difference(korean, english) is None


@pytest.mark.parametrize("page", pages())
def test_every_heading_has_an_id_of_its_own(page):
    parts = outline((KOREAN / page).read_text(encoding="utf-8"))
    ids = [what[1] for name, what in parts if name == "heading"]
    assert None not in ids
    assert len(ids) == len(set(ids))


PAGE = r"""---
title: Words
hide: [toc]
search: { boost: 2 }
---

# Title { #title }

A slope $2x$.

A second paragraph.

- one
- two

$$
f(x + h) - f(x - h)
$$

```python
print(1 + 1)  # two
```

/// figure-caption | #fig
Words.
///

```pycon
>>> 1 + 1  # two
2
```

### Exercise { #exercise-1 }

??? success "Solution"

    Because $a = b$.
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("f(x + h) - f", "f(x + h) + f"),
        ("$2x$", "$-2x$"),
        ("$a = b$", "$a = c$"),
        ("{ #title }", "{ #titel }"),
        ("### Exercise", "## Exercise"),
        ("print(1 + 1)", "print(1 - 1)"),
        (">>> 1 + 1", ">>> 1 * 2"),
        ("#fig\n", "#figure\n"),
        ("??? success", "!!! success"),
        ("- one\n", ""),
        ("A second paragraph.\n\n", ""),
        ("A second paragraph.\n\n", "- A second paragraph.\n\n"),
        ("hide: [toc]", "hide: [navigation]"),
        ("title: Words\n", ""),
        ("boost: 2", "boost: 3"),
    ],
)
def test_a_seeded_fault_is_found(right, wrong):
    assert right in PAGE
    assert difference(PAGE, PAGE.replace(right, wrong, 1)) is not None


def test_comments_and_words_may_differ():
    other = PAGE.replace("# two", "# 둘").replace("Words", "말").replace("Solution", "풀이")
    assert difference(PAGE, other) is None
