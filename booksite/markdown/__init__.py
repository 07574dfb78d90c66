"""Markdown extensions: what the book's Markdown has and others' does not.

In: the Markdown of a page, and the runner of the build. Out: HTML, or a `PageError` that names the
page, the line and the cause.
"""
