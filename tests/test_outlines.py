"""Outlines of figures lose points, and keep their shape."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from booksite.outlines import TOLERANCE, moved, needed, read, thinned, write

coordinate = st.integers(-30, 30).map(lambda n: n / 10)
lines = st.lists(st.tuples(coordinate, coordinate), min_size=2, max_size=40).map(np.array)


def distance(point, line):
    """From a point to the nearest of the straight pieces between the line's points."""
    nearest = []
    for start, end in itertools.pairwise(line):
        piece = end - start
        along = (point - start) @ piece / (piece @ piece) if piece.any() else 0
        nearest.append(np.linalg.norm(point - start - np.clip(along, 0, 1) * piece))
    return min(nearest)


@given(lines)
def test_no_point_of_a_line_is_far_from_the_thinned_one(line):
    keep = needed(line)
    assert keep[0]
    assert keep[-1]
    assert all(distance(point, line[keep]) <= TOLERANCE + 1e-9 for point in line)


def test_a_smooth_curve_needs_few_points_and_a_straight_line_two():
    angle = np.linspace(0, 2 * np.pi, 1000)
    assert needed(50 * np.column_stack([np.cos(angle), np.sin(angle)])).sum() < 80
    assert needed(np.column_stack([angle, 2 * angle])).sum() == 2


def test_what_is_read_is_written():
    for d in ("M0 1.5L2 3z", "M1 1C2 2 3 3 4 4M5 5L6 -6.5"):
        assert write(read(d)) == d
    assert write(read("M 0.04 -0.04 \nL 1.26 3 \nz\n")) == "M0 0L1.3 3z"


def test_all_points_move_together():
    assert write(moved(read("M0 0C1 1 2 2 3 0z"), 10, -5)) == "M10 -5C11 -4 12 -3 13 -5z"


def test_curves_are_not_thinned():
    (curve,) = read("M0 0C1 1 2 2 3 0L4 0L5 0")
    assert thinned(curve) == curve
    (line,) = read("M0 0L4 0L5 0z")
    assert write([thinned(line)]) == "M0 0L5 0z"
