"""Word joiners hold what should stay on one line."""

import pytest

from booksite.markdown.joiners import JOINER, Joiners


def join(text: str) -> str:
    return "\n".join(Joiners().run(text.splitlines()))


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("기울기(gradient)", "는 벡터입니다."),
        ("**기울기(gradient)**", "는 벡터입니다."),
        ("`f(x)`", "를 부릅니다."),
        ("`f(x)`와 `g(x)`", "를 부릅니다."),
        ("[소프트맥스(softmax)](x.md)", "에"),
        ("98%", "까지"),
        ("225°", "로"),
        ("`-`", "는 800스텝"),
        ("A 26–", "38행"),
        ("‘복원’", "이라고"),
        ("방향(", "$\\theta$)"),
        ("**굵게** 방향(", "$\\theta$)"),
    ],
)
def test_a_line_does_not_break_where_it_should_not(before, behind):
    joined = join(before + behind)
    assert joined.endswith(f"{before.replace('`와', f'`{JOINER}와')}{JOINER}{behind}")


@pytest.mark.parametrize(
    "text",
    ["`f(x)를 구한다` 는", "# 미분(derivative)과", "(f) 는 g, (g).", "the gradient (∇f) of f(x)"],
)
def test_programs_titles_and_other_brackets_stay_as_they_are(text):
    assert join(text) == text
