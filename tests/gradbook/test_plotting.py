"""Plots take Axes and give them back, with equal units and room for what is drawn."""

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib import pyplot as plt

from gradbook import bowl, plot_contours, plot_field, plot_matrix, plot_path, plot_surface

GRID = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-1, 1, 5))


@pytest.fixture(autouse=True)
def _no_window():
    mpl.use("agg")
    yield
    plt.close("all")


DRAWINGS = [
    lambda ax=None: plot_field(*GRID, *bowl.gradient(GRID), ax=ax),
    lambda ax=None: plot_contours(bowl, *GRID, ax=ax),
    lambda ax=None: plot_path([[0, 0], [1, 2], [2, 2]], ax=ax),
    lambda ax=None: plot_matrix([[1, -2], [0, 3]], ax=ax),
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_axes_go_in_and_come_out(draw):
    ax = plt.figure().add_subplot()
    assert draw(ax) is ax
    assert ax.get_aspect() == 1
    assert len(plt.get_fignums()) == 1
    assert draw() is not ax
    assert len(plt.get_fignums()) == 2


def test_all_arrows_are_in_the_picture():
    ax = plot_field(*GRID, *bowl.gradient(GRID))
    (low, high), quiver = ax.get_xlim(), ax.collections[0]
    assert quiver.angles == "xy"
    tips = GRID[0] + quiver.U.reshape(GRID[0].shape) / quiver.scale
    assert low <= tips.min()
    assert tips.max() <= high


def test_the_longest_arrow_is_a_little_longer_than_the_points_are_apart():
    field = bowl.gradient(GRID)
    scale = plot_field(*GRID, *field).collections[0].scale
    apart = 4 / (np.sqrt(45) - 1)  # 45 points, the wider side 4 long
    assert np.hypot(*field).max() / scale == pytest.approx(1.3 * apart)


@pytest.mark.parametrize(
    "field",
    [
        (3, 4, 6, 8),
        ([1, 1], [2, 2], [1, 0], [0, 1]),
        (*GRID, 0 * GRID[0], 0 * GRID[1]),
        ([0, 1], [0, 1], [np.nan, 1], [1, np.inf]),
    ],
)
def test_a_strange_field_is_drawn_all_the_same(field):
    ax = plot_field(*field)
    assert np.isfinite([*ax.get_xlim(), *ax.get_ylim()]).all()
    assert 0 < ax.collections[0].scale < np.inf


def test_one_arrow_is_as_long_as_it_is():
    assert plot_field(3, 4, 6, 8).collections[0].scale == 1


def test_matplotlibs_own_settings_are_handed_on():
    ax = plot_contours(bowl, *GRID, levels=[1.0, 2.0], cmap="viridis")
    assert list(ax.collections[0].levels) == [1, 2]
    assert plot_path([[0, 0], [1, 1]], color="red").lines[0].get_color() == "red"
    assert plot_field(*GRID, *GRID, scale=5).collections[0].scale == 5


def test_a_matrix_shows_its_numbers():
    ax = plot_matrix([[0.14820696, -0.2], [0.0, 1.0]])
    assert [text.get_text() for text in ax.texts] == ["0.1482", "−0.2000", "0.0000", "1.0000"]
    assert plot_matrix([[0.0]]).images[0].get_clim() == (-1, 1)


def luminance(colour):
    """WCAG 2.2: relative luminance."""
    rgb = np.array(mpl.colors.to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


@pytest.mark.parametrize(
    "image", [{}, {"vmax": 4}, {"cmap": "gray"}, {"norm": mpl.colors.Normalize(-9, 9)}]
)
def test_each_number_can_be_read_on_its_cell(image):
    ax = plot_matrix([np.linspace(-1, 1, 41)], **image)
    [image] = ax.images
    for text in ax.texts:
        column, row = map(int, text.get_position())
        ground = image.cmap(image.norm(image.get_array()[row, column]))
        dark, light = sorted([luminance(ground), luminance(text.get_color())])
        assert (light + 0.05) / (dark + 0.05) > 4.2, text  # no ink has more on each ground


@pytest.mark.parametrize(
    ("draw", "error", "message"),
    [
        (
            lambda: plot_field([1, 2], [1], [1], [1]),
            ValueError,
            "X1 must have the shape of X0, (2,), got shape (1,)",
        ),
        (lambda: plot_field([1j], [1], [1], [1]), TypeError, "X0 must be real, got complex128"),
        (lambda: plot_contours(3, *GRID), TypeError, "f must be callable, got int"),
        (
            lambda: plot_contours(lambda x: 1.0, *GRID),
            ValueError,
            "f must return one value a point, shape (5, 9), got shape ()",
        ),
        (
            lambda: plot_contours(bowl, [1, 2], [1, 2]),
            ValueError,
            "X0 must be a grid of 2 × 2 points or more, got shape (2,)",
        ),
        (
            lambda: plot_surface(bowl, [[1.0, 2.0]], [[1.0, 2.0]]),
            ValueError,
            "X0 must be a grid of 2 × 2 points or more, got shape (1, 2)",
        ),
        (lambda: plot_path([1, 2]), ValueError, "path must have shape (n, 2), got (2,)"),
        (
            lambda: plot_matrix([1, 2]),
            ValueError,
            "matrix must have rows and columns, got shape (2,)",
        ),
    ],
)
def test_bad_input_is_named_before_anything_is_drawn(draw, error, message):
    with pytest.raises(error) as told:
        draw()
    assert str(told.value) == message
    assert plt.get_fignums() == []


def test_a_line_takes_matplotlibs_short_names():
    [line] = plot_path([[0, 0], [1, 2]], lw=4, ms=7, c="C3").lines
    assert (line.get_linewidth(), line.get_markersize(), line.get_color()) == (4, 7, "C3")


def test_a_surface_stands_as_high_as_its_function():
    ax = plot_surface(bowl, *GRID)
    (net,) = ax.collections
    low, high = ax.get_zlim()
    assert low <= bowl(GRID).min() == 0
    assert bowl(GRID).max() == 5 <= high
    ax.figure.draw_without_rendering()
    assert len(net.get_paths()) == 8 * 4  # a mesh between four points of the grid
    assert plot_surface(bowl, *GRID, ax=ax) is ax
    assert len(ax.collections) == 2


def test_the_threads_of_a_surface_have_its_colour():
    ax = plot_surface(bowl, *GRID, color="red")
    assert {tuple(c[:3]) for c in ax.collections[0].get_edgecolor()} == {(1, 0, 0)}


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda: plot_surface(bowl, [0, 1], [0, 1]), ValueError, "X0 must be a grid"),
        (lambda: plot_surface(bowl, [[0]], [[0, 1]]), ValueError, "X1 must have the shape of X0"),
        (lambda: plot_surface(1, *GRID), TypeError, "f must be"),
        (
            lambda: plot_surface(bowl, *GRID, ax=plt.figure().add_subplot()),
            TypeError,
            "ax must be in three dimensions",
        ),
    ],
)
def test_a_surface_that_cannot_be_drawn_says_why(call, error, said):
    with pytest.raises(error, match=said):
        call()
