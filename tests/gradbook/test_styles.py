"""Each optimizer is drawn in one way through the whole book, and told apart without its colour."""

import re
from pathlib import Path

import matplotlib as mpl
import pytest
from matplotlib import pyplot as plt

import gradbook
from gradbook import SGD, Adam, Momentum, Optimizer, line_of
from gradbook.styles import LINES

RACE = Path("theme/assets/javascripts/explorables/race-runners.js")
RUNNER = re.compile(r'name: "(\w+)", colour: (\d), dash: "([^"]+)"')


@pytest.fixture(autouse=True)
def _no_window():
    mpl.use("agg")
    yield
    plt.close("all")


def dashes(make) -> list[float]:
    """The lengths of dashes and gaps that Matplotlib draws, in line widths."""
    (line,) = plt.figure().add_subplot().plot([0, 1], **line_of(make))
    _, lengths = line._dash_pattern  # no public name
    return [length / line.get_linewidth() for length in lengths or []]


def test_every_optimizer_of_gradbook_has_a_line():
    public = [getattr(gradbook, name) for name in gradbook.__all__]
    makers = [it for it in public if isinstance(it, type) and issubclass(it, Optimizer)]
    assert {make.__name__ for make in makers} - {"Optimizer"} == set(LINES)


def test_no_two_share_a_marker_and_no_two_of_the_six_a_dash():
    assert len({marker for _, _, marker in LINES.values()}) == len(LINES)
    assert len({dash for name, (_, dash, _) in LINES.items() if name != "AdamW"}) == 6


def test_the_line_of_an_optimizer_is_that_of_its_class():
    assert line_of(Momentum(0.1, beta=0.5)) == line_of(Momentum)


def test_the_table_of_lines_is_not_changed_by_who_uses_one():
    line_of(SGD)["color"] = "red"
    assert line_of(SGD)["color"] == "C5"


@pytest.mark.parametrize("other", [3, "Adam", int, Optimizer(0.1), type("Mine", (Adam,), {})])
def test_what_is_no_optimizer_of_the_book_is_named(other):
    with pytest.raises(ValueError, match=r"optimizer must be one of SGD, Momentum, .*, got "):
        line_of(other)


def test_the_race_on_the_page_draws_the_same_lines():
    runners = RUNNER.findall(RACE.read_text())
    assert len(runners) == 6
    for name, colour, dash in runners:
        make = getattr(gradbook, name)
        assert line_of(make)["color"] == f"C{colour}"
        drawn = [] if dash == "none" else [float(length) / 1.8 for length in dash.split()]
        assert drawn == pytest.approx(dashes(make), abs=0.06), name  # its lines are 1.8 wide
