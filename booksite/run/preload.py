"""What the server does once before programs are forked from it: load and draw what most need.

A figure's first formula, font and minifying cost as much as a whole small figure after them.
"""

import contextlib
import gc

from booksite.run.execution import SnippetFailed, execute

TYPICAL = """
import numpy as np
from gradbook import bowl, load_digits, plot_contours

load_digits()
sides = np.random.default_rng(0).random((2, 3, 3))
plot_contours(bowl, *sides).set_xlabel("$x$")
"""
with contextlib.suppress(SnippetFailed):  # where gradbook is broken, what imports it says why
    execute([TYPICAL])
gc.freeze()  # a collection would copy all these objects into each process
