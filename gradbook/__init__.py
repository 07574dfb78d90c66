"""gradbook: the mathematics of the book, one topic a file."""

from gradbook._optimizer import Optimizer
from gradbook.activations import relu, sigmoid
from gradbook.autodiff import grad
from gradbook.checking import GradientCheck, check_gradient
from gradbook.curvature import hessian, newton_descent, newton_step
from gradbook.descent import Descent, gradient_descent, minimize
from gradbook.differentiation import derivative, numerical_gradient
from gradbook.digits import Digits, Samples, load_digits
from gradbook.dual import Dual, jvp
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
from gradbook.line_search import backtracking, line_search_descent
from gradbook.losses import cross_entropy, one_hot, softmax
from gradbook.mnist import Mnist, load_mnist
from gradbook.multilayer import Network
from gradbook.networks import SimpleNet, TwoLayerNet
from gradbook.optimizers import SGD, AdaGrad, Adam, AdamW, Momentum, Nesterov, RMSProp
from gradbook.plotting import plot_contours, plot_field, plot_path
from gradbook.schedules import cosine_decay, inverse_decay, step_decay, warm_up
from gradbook.styles import line_of
from gradbook.surfaces import plot_surface
from gradbook.training import Trainable, mini_batches, train

__all__ = [
    "SGD",
    "AdaGrad",
    "Adam",
    "AdamW",
    "Descent",
    "Digits",
    "Dual",
    "GradientCheck",
    "Landscape",
    "Mnist",
    "Momentum",
    "Nesterov",
    "Network",
    "Optimizer",
    "RMSProp",
    "Samples",
    "SimpleNet",
    "Trainable",
    "TwoLayerNet",
    "backtracking",
    "bowl",
    "check_gradient",
    "cosine_decay",
    "cross_entropy",
    "derivative",
    "grad",
    "gradient_descent",
    "gradient_field",
    "hessian",
    "himmelblau",
    "inverse_decay",
    "jvp",
    "line_of",
    "line_search_descent",
    "load_digits",
    "load_mnist",
    "mini_batches",
    "minimize",
    "newton_descent",
    "newton_step",
    "numerical_gradient",
    "one_hot",
    "plateau",
    "plot_contours",
    "plot_field",
    "plot_matrix",
    "plot_path",
    "plot_surface",
    "ravine",
    "relu",
    "rosenbrock",
    "saddle",
    "sigmoid",
    "softmax",
    "step_decay",
    "train",
    "warm_up",
]
