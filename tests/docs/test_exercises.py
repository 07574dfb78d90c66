"""The exercises of the chapters that ask for code or a number check themselves."""

import re

import pytest

from booksite.fences import fences
from conftest import runner
from tests.chapters import WITH_CODE, read
from tests.docs.wrong_answers import WRONG

CHAPTERS = [page for page in WITH_CODE if "{ #exercises }" in read("en", page)]
CHECK = re.compile(r'^with task\("(\w+)"\):$', re.M)


def solved(stub, answer):
    """The program of an exercise with an answer before its check."""
    check = CHECK.search(stub)
    return f"{stub[: check.start()]}\n{answer}\n{stub[check.start() :]}"


def exercises(page):
    """Each fence that holds a check, with its number and the first program of its solution."""
    programs = [f for f in fences(read("en", page)) if f.language == "python"]
    for stub, answer in zip(programs, [*programs[1:], None], strict=True):
        if check := CHECK.search(stub.source):
            folded = answer is not None and answer.indent > 0
            yield check[1], stub.source, answer.source if folded else None


ALL = [(page, *exercise) for page in CHAPTERS for exercise in exercises(page)]


@pytest.mark.parametrize(("page", "number", "stub"), [row[:3] for row in ALL])
def test_an_exercise_says_what_is_missing(page, number, stub):
    said = runner().result((stub,)).output
    assert re.search(rf"^✗ {number}  \S.* (=|<|>|≤|≥|is) .+", said, re.M), said
    assert "Error" not in said


@pytest.mark.parametrize(("page", "number", "stub", "answer"), ALL)
def test_the_answer_of_an_exercise_passes_its_check(page, number, stub, answer):
    assert answer, "the folded solution begins with the answer as a python fence"
    said = runner().result((solved(stub, answer),)).output
    assert re.search(rf"^✓ {number}$", said, re.M)


@pytest.mark.parametrize(("page", "number"), WRONG)
def test_a_natural_mistake_does_not_pass_the_check_of_an_exercise(page, number):
    stub = next(row[2] for row in ALL if row[:2] == (page, number))
    for name, answer in WRONG[page, number].items():
        said = runner().result((solved(stub, answer),)).output
        assert re.search(rf"^✗ {number}  \S", said, re.M), f"{name}: {said}"


@pytest.mark.parametrize("page", CHAPTERS)
def test_two_exercises_of_a_chapter_check_themselves(page):
    assert len([row for row in ALL if row[0] == page]) >= 2
