"""Labs: a kernel runs the cells of a page as one program, and solutions are shown unrun."""

import os
import re

import pytest

from tests.chapters import by_turns
from tests.conftest import build


def built(small):
    """Build the book; return how many kernels that took."""
    runs = small / "runs"
    runs.write_text("")
    done = build(small, small / "site", RUNS=str(runs))
    assert done.returncode == 0, done.stderr
    return len(runs.read_text())


def shown(small, address):
    """The code, figures and output of a page, in order."""
    html = (small / "site" / address / "index.html").read_text(encoding="utf-8")
    parts = r'language-python highlight|role="img"|<samp>([^<]*)|(<details)|(</details)'
    return [m[1] or m[2] or m[3] or m[0] for m in re.finditer(parts, html)]


def test_the_cells_of_a_lab_are_one_program_and_run_only_when_they_have_changed(cold):
    assert built(cold) == 1  # twins differ in words alone
    code = "language-python highlight"
    cells = [code, "<details", code, "</details", code, "✗ 1  slope(3) = None, not 6\n"]
    cells += [code, 'role="img"', "drawn\n", code, "drawn\n2\n"]  # a last expression shows
    for address in ("labs/try", "en/labs/try"):
        assert [f"{part}\n" if "✗" in part or part[:5] == "drawn" else part
                for part in shown(cold, address)] == cells  # fmt: skip
        html = (cold / "site" / address / "index.html").read_text(encoding="utf-8")
        assert "jupyter" not in re.sub("jupyter ?lab", "", html)  # how a notebook is opened
        assert "```" not in html
    lab = cold / "docs" / "en" / "labs" / "try.md"
    text = lab.read_text(encoding="utf-8")
    lab.write_text(text.replace("    ...  #", "    ...  # other").replace("It", "One"), "utf-8")
    assert built(cold) == 0
    lab.write_text(text.replace("    ...  #", "    return 2 * x  #"), encoding="utf-8")
    functions = cold / "gradbook" / "functions.py"
    functions.write_text(functions.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    assert built(cold) == 2  # the one whose code has changed, and the other for gradbook
    assert "✓ 1" in shown(cold, "en/labs/try")


def test_a_spoiled_entry_of_the_cache_is_a_miss(small):
    entries = [*(small / ".cache").rglob("output.pkl")]
    assert len(entries) > 1  # those of the chapter, and of the lab
    for entry in entries:
        entry.write_bytes(b"null")
    assert built(small) == 1


# Each is a build; the others by `pytest -m everything`.
MISTAKES = [
    ("plt.plot([1, 2])", "plt.plot([1, 2])\n1 / 0", 38, "ZeroDivisionError"),
    ('print("drawn")\n```\n\n///', "slope(]\n```\n\n///", 38, "SyntaxError"),
    ("plt.plot([1, 2])", "while True:\n    pass", 37, "A cell timed out"),
    ("plt.plot([1, 2])", "os._exit(3)", 12, "Kernel died"),
    ("plt.plot([1, 2])", "print('x' * 200_000)", 37, "ValueError: prints more than"),
    ("```python\nwith", '```python cell="1"\nwith', 31, "unknown option 'cell'"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "cause"), by_turns(MISTAKES, 0, of=3))
def test_a_failing_cell_stops_the_build_and_is_named(small, right, wrong, line, cause):
    lab = small / "docs" / "ko" / "labs" / "try.md"
    config = small / "mkdocs.yml"
    limit = config.read_text(encoding="utf-8").replace("limit: 60", "limit: 5")
    config.write_text(limit, encoding="utf-8")
    text = lab.read_text(encoding="utf-8")
    assert right in text
    lab.write_text(text.replace(right, wrong), encoding="utf-8")
    done = build(small, small / "site", RUNS=os.devnull)
    assert done.returncode == 1
    assert f"docs/ko/labs/try.md:{line}: {cause}" in done.stderr
    assert "Traceback" not in done.stderr
