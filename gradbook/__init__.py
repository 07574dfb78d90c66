"""gradbook: the mathematics of the book, one topic a file."""

from gradbook.differentiation import gradient_field, numerical_gradient
from gradbook.functions import Landscape, bowl, plateau, ravine, saddle
from gradbook.plotting import plot_contours, plot_field

__all__ = [
    "Landscape",
    "bowl",
    "gradient_field",
    "numerical_gradient",
    "plateau",
    "plot_contours",
    "plot_field",
    "ravine",
    "saddle",
]
