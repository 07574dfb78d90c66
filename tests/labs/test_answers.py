"""The checks of the labs take every right answer and no wrong one; each list is in answers/."""

import importlib

import pytest

from booksite.run.runner import Runner
from tests.docs.test_lab_tasks import CHECK, LABS, names, solved, verdicts

TASKS = [(lab, task) for lab in LABS for task in names(lab)]


@pytest.fixture(scope="module")
def runner():
    """What runs the answers: two dozen of them are one program, and may take their time."""
    patient = Runner(limit=300)
    yield patient
    patient.close()


def answers(lab, task):
    """The right and the wrong answers to a task, by what is said of them."""
    module = importlib.import_module(
        f"tests.labs.answers.{lab.removesuffix('.md').replace('-', '_')}"
    )
    return module.RIGHT[task], module.WRONG[task]


@pytest.mark.parametrize(("lab", "task"), TASKS)
def test_a_check_takes_right_answers_of_any_form_and_no_natural_mistake(runner, lab, task):
    right, wrong = answers(lab, task)
    assert len(right) >= 5
    assert len(wrong) >= 5
    cells, _ = solved(lab)
    check = next(
        n for n, cell in enumerate(cells) if CHECK.match(cell) and CHECK.match(cell)[1] == task
    )
    before = cells[: check - 1]  # up to the task's stub; its solution is the cell before the check
    tried = [*wrong.items(), *right.items()]  # a wrong answer must spoil nothing for the next
    program = [*before, *(part for _, code in tried for part in (code, cells[check]))]
    results = runner.run(tuple(program))[len(before) :]
    said = {name: verdicts(results[2 * n + 1].output) for n, (name, _) in enumerate(tried)}
    assert [name for name in wrong if not said[name] or said[name][0][0] != "✗"] == [], said
    assert {
        name: said[name] for name in right if not str(said[name]).startswith(f"['✓ {task}  (")
    } == {}
