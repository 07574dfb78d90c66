"""The small example of the chapters on networks: six weights, one sample.

Examples
--------
>>> from gradbook import SimpleNet
>>> from gradbook.example import W, t, x
>>> round(SimpleNet().loss(W, x, t), 4)
0.4383
"""

from __future__ import annotations  # types are for readers and checkers, not for import

import numpy as np

from gradbook._arguments import Array

W: Array = np.array([[0.19628444, -0.79478232, 1.45904177], [0.27076211, 0.01052753, 0.49565257]])
x: Array = np.array([0.6, 0.9])
t: Array = np.array([0.0, 0.0, 1.0])
for array in (W, x, t):  # a reader who changes one would change it for all that follows
    array.setflags(write=False)
del array
