"""Figures become SVG that fits into any page."""

import html
import json
import math
import re

import numpy as np
import pytest
from matplotlib import rc_context
from matplotlib.figure import Figure

from booksite.figures.svg import STYLE, minified, themable


def to_svg(figure, salt):
    return minified(themable(figure, salt))


@pytest.fixture
def figure():
    with rc_context(STYLE):
        figure = Figure()
        ax = figure.add_subplot()
        ax.plot([0, 1], [0, -1], marker="o", label="∇f")
        ax.set(xlabel="x₀", title="Ants & bees")
        ax.legend()
        yield figure


def test_the_same_figure_gives_the_same_bytes(figure):
    assert to_svg(figure, "salt") == to_svg(figure, "salt")


def test_text_stays_text(figure):
    svg = to_svg(figure, "salt")
    for text in ("𝑥₀", "∇𝑓", "Ants &amp; bees"):
        assert re.search(rf"<text[^>]*>{text}</text>", svg)


def test_colours_come_from_the_page(figure):
    svg = to_svg(figure, "salt")
    assert "var(--figure-0)" in svg
    assert "currentColor" in svg
    assert re.findall(r"#[0-9a-f]{6}", svg) == []


@pytest.mark.parametrize(
    ("drawn", "shown"),
    [
        ("black", "currentColor"),
        ("white", "var(--figure-paper)"),
        ("#999999", "var(--figure-faint)"),
        ("C1", "var(--figure-1)"),
        ("C5", "var(--figure-5)"),
        ("#123456", "#123456"),
    ],
)
def test_each_colour_of_the_book_is_one_of_the_page(drawn, shown):
    with rc_context(STYLE):
        figure = Figure()
        figure.add_subplot().plot([0, 1], [0, 1], color=drawn, linewidth=7)
        [line] = re.findall(r'<[^>]*stroke-width[=:]"?7[^>]*>', to_svg(figure, "salt"))
    assert f'stroke="{shown}"' in line


def test_nothing_reaches_beyond_the_figure(figure):
    svg = to_svg(figure, "salt")
    for foreign in ("<style", "<metadata", "http://", "font-family", "DejaVu"):
        assert foreign not in svg


def test_ids_differ_between_figures_and_each_is_used(figure):
    one, other = (set(re.findall(r' id="([^"]+)"', to_svg(figure, salt))) for salt in "ab")
    assert one
    assert not one & other
    svg = to_svg(figure, "a")
    assert all(f'"#{name}"' in svg or f"url(#{name})" in svg for name in one)


def test_numbers_are_rounded_to_a_tenth(figure):
    svg = to_svg(figure, "salt")
    assert re.findall(r' (?:d|x|y|transform)="[^"]*\.\d\d', svg) == []
    assert "-0 " not in svg.replace("rotate(-0 ", "")


@pytest.mark.parametrize("scale", ["linear", "log"])
def test_a_point_lies_where_the_axes_say(scale):
    with rc_context(STYLE):
        figure = Figure(layout="none")  # with wide margins, which are cut off
        left, right = figure.subplots(1, 2)
        left.plot([1, 2], [3, 4])
        right.set(xscale=scale, yscale="linear", xlim=(0.5, 80), ylim=(9, -3))
        right.plot([20], [2.5], "o", color="C3")
        svg = to_svg(figure, "salt")
    axes = json.loads(html.unescape(re.search(r"data-axes=(['\"])(.*?)\1", svg)[2]))[1]
    assert axes["scale"] == [scale, "linear"]

    def part(value, ends, scale):
        f = math.log if scale == "log" else float
        return (f(value) - f(ends[0])) / (f(ends[1]) - f(ends[0]))

    x0, y0, width, height = axes["box"]
    x = x0 + width * part(20, axes["x"], scale)
    y = y0 + height * (1 - part(2.5, axes["y"], "linear"))
    drawn = re.search(r'<use x="([\d.]+)" y="([\d.]+)" fill="var\(--figure-3\)"', svg)  # the dot
    assert [float(drawn[1]), float(drawn[2])] == pytest.approx([x, y], abs=0.06)


def test_a_smooth_curve_of_many_points_is_drawn_with_few():
    with rc_context(STYLE):
        ax = Figure().add_subplot()
        ax.set_axis_off()
        angle = np.linspace(0, 2 * np.pi, 2000)
        ax.plot(np.cos(angle), np.sin(angle))
        assert len(to_svg(ax.figure, "salt")) < 2500
