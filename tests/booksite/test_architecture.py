"""The rooms of booksite: data flows one way, and no import points up a level."""

import ast

import pytest

from tests.chapters import ROOT

# From the bottom up. A room imports from rooms below it, and from its own.
LEVELS = [
    ("booksite",),
    ("booksite.fences", "booksite.korean", "booksite.terms", "booksite.twins", "booksite.serve"),
    ("booksite.chapters", "booksite.figures"),
    ("booksite.run",),
    ("booksite.markdown",),
    ("booksite.ship",),
    ("booksite.build",),
    ("booksite.edits",),
    ("booksite.hooks",),
]
FILES = sorted((ROOT / "booksite").rglob("*.py"))


def module(file) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def level(name: str) -> int:
    rooms = [(n, room) for n, level in enumerate(LEVELS) for room in level]
    fitting = [(len(room), n) for n, room in rooms if f"{name}.".startswith(f"{room}.")]
    return max(fitting)[1]


def imports(file) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    modules = {module(f) for f in FILES}
    return [name for name in found if name in modules]


@pytest.mark.parametrize("file", FILES, ids=module)
def test_no_import_points_up_a_level(file):
    name = module(file)
    above = [other for other in imports(file) if level(other) > level(name)]
    assert above == []


@pytest.mark.parametrize("file", FILES, ids=module)
def test_a_room_says_what_it_is_and_is_no_longer_than_a_few_screens(file):
    text = file.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 160


def test_gradbook_knows_nothing_of_the_site():
    for file in (ROOT / "gradbook").rglob("*.py"):
        assert "booksite" not in file.read_text(encoding="utf-8"), file


def test_the_house_is_small():
    # 1,700 with the page's Python is what the design asks for; it has not been reached yet
    assert sum(file.read_text(encoding="utf-8").count("\n") for file in FILES) <= 2837
