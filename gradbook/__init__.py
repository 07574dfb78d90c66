"""gradbook: the mathematics of the book, one topic a file."""

from gradbook._optimizer import Optimizer
from gradbook.checking import GradientCheck, check_gradient
from gradbook.descent import Descent, gradient_descent, minimize
from gradbook.differentiation import derivative, numerical_gradient
from gradbook.digits import Digits, Samples, load_digits
from gradbook.fields import gradient_field
from gradbook.functions import (
    Landscape,
    bowl,
    himmelblau,
    plateau,
    ravine,
    rosenbrock,
    saddle,
)
from gradbook.heatmaps import plot_matrix
from gradbook.losses import cross_entropy, one_hot, softmax
from gradbook.networks import SimpleNet, TwoLayerNet
from gradbook.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSProp
from gradbook.plotting import plot_contours, plot_field, plot_path
from gradbook.training import Trainable, mini_batches, train

__all__ = [
    "SGD",
    "AdaGrad",
    "Adam",
    "Descent",
    "Digits",
    "GradientCheck",
    "Landscape",
    "Momentum",
    "Nesterov",
    "Optimizer",
    "RMSProp",
    "Samples",
    "SimpleNet",
    "Trainable",
    "TwoLayerNet",
    "bowl",
    "check_gradient",
    "cross_entropy",
    "derivative",
    "gradient_descent",
    "gradient_field",
    "himmelblau",
    "load_digits",
    "mini_batches",
    "minimize",
    "numerical_gradient",
    "one_hot",
    "plateau",
    "plot_contours",
    "plot_field",
    "plot_matrix",
    "plot_path",
    "ravine",
    "rosenbrock",
    "saddle",
    "softmax",
    "train",
]
