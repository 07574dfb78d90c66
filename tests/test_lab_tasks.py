"""The labs' tasks: the solutions pass their checks, and what is not solved says what is wrong."""

import re
from html import unescape

import pytest

from booksite.execution import execute_cells
from tests.chapters import ENGLISH, fences

LABS = sorted(page.name for page in (ENGLISH / "labs").glob("*.md"))
CHECK = re.compile(r'with task\("(\w+)"\)')


def solved(lab):
    """The cells of a lab, with each solution between its stub and its check."""
    cells, solutions = [], 0
    for fence in fences((ENGLISH / "labs" / lab).read_text(encoding="utf-8")):
        if fence.language == "python" and not fence.indented:
            cells.append(fence.source)
        elif fence.language == "python":
            check = max(n for n, cell in enumerate(cells) if CHECK.match(cell))
            cells.insert(check, fence.source)
            solutions += 1
    return cells, solutions


def verdicts(output):
    """The lines in which tasks say whether they are done."""
    return re.findall("^[✓✗].*", output, re.M)


def names(lab):
    """The names of a lab's tasks, as its headings give them."""
    text = (ENGLISH / "labs" / lab).read_text(encoding="utf-8")
    return re.findall(r"^## Task (\w+): .* \{ #task-\1 \}$", text, re.M)


@pytest.mark.parametrize("lab", LABS)
def test_a_lab_has_four_to_six_tasks_whose_solutions_pass_their_checks(lab):
    cells, solutions = solved(lab)
    tasks = names(lab)
    assert tasks == [str(n + 1) for n in range(len(tasks))]
    assert 4 <= len(tasks) == solutions <= 6
    for cell, result in zip(cells, execute_cells(cells), strict=True):
        check = CHECK.match(cell)
        assert verdicts(result.output) == ([f"✓ {tasks.pop(0)}"] if check else [])
    assert tasks == []


@pytest.mark.parametrize("lab", LABS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_task_that_is_not_solved_says_in_one_line_what_is_wrong(site, language, lab):
    page = (site / "en" if language == "en" else site) / "labs" / lab.removesuffix(".md")
    html = unescape((page / "index.html").read_text(encoding="utf-8"))
    lines = [
        line for text in re.findall("<samp>(.*?)</samp>", html, re.S) for line in verdicts(text)
    ]
    assert [line[2] for line in lines] == names(lab)
    for line in lines:
        # an expression, what it is, what it should be; a TypeError or NameError helps nobody
        assert re.fullmatch(r"✗ .  \S.* (=|<|>|≤|≥) .+", line), line
        assert "Error" not in line
