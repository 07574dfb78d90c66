"""The examples in gradbook's docstrings run as they stand, each in an empty namespace."""

import doctest
import importlib
import pkgutil

import matplotlib
import pytest
from matplotlib import pyplot as plt

import gradbook
from booksite import DATA

matplotlib.use("agg")
MODULES = [f"gradbook.{module.name}" for module in pkgutil.iter_modules(gradbook.__path__)]


def examples():
    finder = doctest.DocTestFinder(exclude_empty=True)
    for name in MODULES:
        yield from finder.find(importlib.import_module(name), globs={})


@pytest.mark.parametrize("example", list(examples()), ids=lambda e: e.name)
def test_example_runs_alone(example, monkeypatch):
    monkeypatch.chdir(DATA)  # a reader's folder has the files that the site offers
    told = []
    doctest.DocTestRunner().run(example, out=told.append)
    plt.close("all")
    assert told == []


@pytest.mark.parametrize("name", gradbook.__all__)
def test_everything_public_has_an_example(name):
    public = getattr(gradbook, name)
    documented = public if callable(public) and public.__doc__ else type(public)
    assert ">>> " in documented.__doc__
