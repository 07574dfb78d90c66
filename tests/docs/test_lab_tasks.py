"""The labs' tasks: the solutions pass their checks, and what is not solved says what is wrong."""

import re

import pytest

from booksite.fences import fences
from conftest import runner
from tests.chapters import ENGLISH

LABS = sorted(page.name for page in (ENGLISH / "labs").glob("*.md"))
CHECK = re.compile(r'with task\("(\w+)", of=(\d+)\)')
# Ends a cell where it is not asked what is drawn: to make figures of it takes most of the time.
NO_FIGURE = '\n__import__("matplotlib.pyplot").pyplot.close("all")'


def solved(lab):
    """The cells of a lab, with each solution between its stub and its check."""
    cells, solutions = [], 0
    for fence in fences((ENGLISH / "labs" / lab).read_text(encoding="utf-8")):
        if fence.language == "python" and not fence.indent:
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
    count = len(tasks)
    assert 4 <= len(tasks) == solutions <= 6
    results = runner().run(tuple(cell + NO_FIGURE for cell in cells))
    for cell, result in zip(cells, results, strict=True):
        check = CHECK.match(cell)
        said = [f"✓ {check[1]}  ({check[1]}/{count})"] if check else []
        assert verdicts(result.output) == said
        assert not check or check[1] == tasks.pop(0)
    assert tasks == []
