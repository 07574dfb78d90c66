"""The checks of the labs take every right answer and no wrong one; each list is in answers/."""

import importlib
from functools import cache

import pytest

from booksite.run.runner import Runner
from tests.docs.test_lab_tasks import CHECK, LABS, NO_FIGURE, names, solved, verdicts

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


def program_of(lab):
    """The cells of a lab with all answers to its tasks, and where each answer's check stands.

    A task's answers come after its stub, before its solution: what one leaves out no other has
    defined yet. Wrong ones come first: they must spoil nothing for the next, nor for later tasks.
    """
    cells, _ = solved(lab)
    program, places = [], {}
    for cell, following in zip(cells, [*cells[1:], ""], strict=True):
        if match := CHECK.match(following):
            right, wrong = answers(lab, match[1])
            for name, code in [*wrong.items(), *right.items()]:
                places[match[1], name] = len(program) + 1
                program += [code, following]
        program.append(cell)
    return tuple(cell + NO_FIGURE for cell in program), places


@pytest.fixture(scope="module")
def said(runner):
    """What the checks of a lab say of each answer; its cells run once for all tasks."""

    @cache
    def verdicts_of(lab):
        program, places = program_of(lab)
        results = runner.run(program)
        return {place: verdicts(results[n].output) for place, n in places.items()}

    return verdicts_of


@pytest.mark.parametrize(("lab", "task"), TASKS)
def test_a_check_takes_right_answers_of_any_form_and_no_natural_mistake(said, lab, task):
    right, wrong = answers(lab, task)
    assert len(right) >= 5
    assert len(wrong) >= 5
    of = {name: lines for (one, name), lines in said(lab).items() if one == task}
    assert len(of) == len(right) + len(wrong)
    assert [name for name in wrong if not of[name] or of[name][0][0] != "✗"] == [], of
    assert {
        name: of[name] for name in right if not str(of[name]).startswith(f"['✓ {task}  (")
    } == {}
