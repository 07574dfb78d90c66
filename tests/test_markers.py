"""What looks alike in a figure is one path; what would show the difference is left alone."""

import re

import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from booksite.figures import STYLE, to_svg


@pytest.fixture
def ax():
    with rc_context(STYLE):
        ax = Figure().add_subplot()
        ax.set_axis_off()
        yield ax


def paths(ax) -> list[str]:
    """The outlines that are drawn, which are not those of a clip path."""
    return re.findall(r'<path [^>]*?\bd="([^"]+)"', to_svg(ax.figure, "salt"))


@pytest.mark.parametrize("marker", ["o", "s", "^", "*"])
def test_a_row_of_markers_is_one_path(ax, marker):
    ax.plot(range(7), marker=marker, linestyle="none")
    (path,) = paths(ax)
    assert len(re.findall("[Mm]", path)) == 7
    assert "<use" not in to_svg(ax.figure, "salt")


def test_a_disk_is_a_dot_as_wide_as_it_and_its_edge(ax):
    ax.plot([0, 1], [0, 1], "o", markersize=3, markeredgewidth=1)
    svg = to_svg(ax.figure, "salt")
    assert 'stroke-linecap="round"' in svg
    assert 'stroke-width="4"' in svg


@pytest.mark.parametrize("look", [{"alpha": 0.5}, {"markeredgecolor": "C1"}])
def test_markers_whose_overlap_shows_stay_apart(ax, look):
    ax.plot(range(7), "o", **look)
    assert to_svg(ax.figure, "salt").count("<use") == 7


def test_the_arrows_of_a_field_are_one_path(ax):
    ax.quiver([0, 1, 2], [0, 1, 2], [1, 1, 1], [1, 2, 3])
    assert len(paths(ax)) == 1


def test_lines_of_other_looks_and_areas_that_may_cut_holes_stay_apart(ax):
    ax.plot([0, 1], [0, 1], color="C0")
    ax.plot([0, 1], [1, 0], color="C1")
    ax.fill([0, 1, 1], [0, 0, 1], color="C2")
    ax.fill([0, 1, 1], [0, 1, 0], color="C2")
    assert len(paths(ax)) == 4


def test_what_was_drawn_in_between_keeps_its_place(ax):
    for colour in ("C0", "C1", "C0"):
        ax.plot([0, 1], [0, 1], color=colour)
    assert len(paths(ax)) == 3
