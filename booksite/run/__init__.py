"""A program runs: alone, in a process of its own, once.

In: the sources of a program's cells. Out: a `Result` a cell, what it drew and printed.
"""
