"""What the tests of explorables share: which there are, and a tab with one of them ready.

What must hold for every explorable is tested in test_explorables.py, which finds each of them in
the front matter of the pages: a new one needs no line there. Its own test file says what it does.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import yaml

from tests.browser.harness import new_tab
from tests.chapters import LANGUAGES, pages, path_of

SCRIPTS = "/assets/javascripts/explorables"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
# Where the figures of a page stand, what is in them, and the page's end.
PLACES = """() => [...document.querySelectorAll("figure, figure > *, figure svg, .book-end")]
  .map((one) => one.getBoundingClientRect()).flatMap(({ x, y, right, bottom }) =>
    [x, y, right, bottom])"""


@dataclass(frozen=True)
class Explorable:
    language: str
    page: str
    name: str
    figure: str

    def __str__(self) -> str:
        return f"{self.language}-{self.name}"

    @property
    def path(self) -> str:
        return path_of(self.language, self.page)

    @property
    def alone(self) -> str:
        """The address at which the tests' server leaves out all that is not the explorable."""
        return f"{self.path}?only={self.figure}"


@cache
def front_matter(page: Path) -> dict:
    found = re.match(r"---\n(.*?)\n---\n", page.read_text(encoding="utf-8"), re.S)
    return yaml.safe_load(found[1]) if found else {}


def explorables(name: str | None = None) -> list[Explorable]:
    """All explorables of the book, or one of them, in both languages."""
    return [
        Explorable(language, page, each, figure)
        for language, folder in LANGUAGES.items()
        for page in pages()
        for each, figure in front_matter(folder / page).get("explorables", {}).items()
        if name in (None, each)
    ]


def in_turn(name: str) -> list:
    """An explorable in one language, by turns; in the other it is marked `everything`.

    What an explorable does is the same in both, and each of its words has a twin beside it.
    """
    names = [one.name for one in explorables() if one.language == "ko"]
    return [
        pytest.param(
            one,
            id=str(one),
            marks=() if (names.index(name) + n) % 2 == 0 else pytest.mark.everything,
        )
        for n, one in enumerate(explorables(name))
    ]


@contextmanager
def open_explorable(
    browser, address: str, explorable: Explorable, *, whole: bool = False, **settings
) -> Iterator:
    """A tab on the explorable's page, whole or without its text, with the explorable ready.

    `tab.drawing` is the SVGs with the handles in them, `tab.panel` the controls under them. Leaving
    it asserts that the tab has not complained and has asked no other host.
    """
    with new_tab(browser, address, **settings) as tab:
        tab.goto(explorable.path if whole else explorable.alone)
        tab.panel = tab.locator(f"book-{explorable.name}[data-ready]")
        tab.panel.wait_for(state="attached")
        tab.drawing = tab.locator(f"#{explorable.figure} .snippet-figures")
        tab.drawing.scroll_into_view_if_needed()
        yield tab
        assert (tab.complaints, tab.refused) == ([], [])


def run(tab, module: str, expression: str, given: object = None) -> object:
    """What the expression gives of `m`, the module, and `given`; numbers keep their last bit."""
    script = f"async (given) => {{ const m = await import('{SCRIPTS}/{module}.js');"
    script += f" return JSON.stringify({expression}); }}"
    return json.loads(tab.evaluate(script, given), parse_int=float)


def assert_follows(drawn: np.ndarray, path: np.ndarray, atol: float) -> None:
    """The places that are drawn are those of the path, but where it hardly moves any more."""
    n = 0
    for point in path:
        while n + 1 < len(drawn) and not np.allclose(drawn[n], point, rtol=0, atol=atol):
            n += 1
        np.testing.assert_allclose(drawn[n], point, rtol=0, atol=atol)
    np.testing.assert_allclose(drawn[n:] - path[-1], 0, atol=atol)


def spoken(tab) -> list[dict[str, str]]:
    """Role, name and value of each control of the explorable, as a screen reader hears them."""
    session = tab.context.new_cdp_session(tab)
    heard = []
    for part in (tab.drawing, tab.panel):
        part.evaluate("(part) => (window.part = part)")
        found = session.send("Runtime.evaluate", {"expression": "window.part"})["result"]
        query = {"objectId": found["objectId"]}
        heard += session.send("Accessibility.queryAXTree", query)["nodes"]
    session.detach()
    said = [
        {part: str(n.get(part, {}).get("value", "")) for part in ("role", "name", "value")}
        for n in heard
        if not n["ignored"]
    ]
    return [s for s in said if s["role"] in ("slider", "button", "checkbox", "radio", "status")]
