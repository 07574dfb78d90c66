"""A matplotlib figure becomes inline SVG that takes its colours and fonts from the page.

In: a figure. Out: one line of SVG, the same for the same figure.
"""
