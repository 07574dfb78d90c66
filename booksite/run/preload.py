"""What the server does once before programs are forked from it: load and draw all that each needs.

A figure's first formula, font and minifying cost as much as a whole small figure after them.
"""

import gc

from booksite.run.execution import execute

execute(["import matplotlib.pyplot as plt\nplt.subplots()[1].set_xlabel('$x$')"])
gc.freeze()  # a collection would copy all these objects into each process
