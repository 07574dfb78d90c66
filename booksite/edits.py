"""Under `mkdocs serve`: an edit within a page builds that page alone.

In: the files, the navigation and the templates of the last whole build. Nothing but its HTML, its
downloads and what the search knows of it depends on a page, as long as its title, front matter and
ids stay. Any other change builds the whole book again; so does one in a lab or in the reference.
"""

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from booksite import build, fences

log = logging.getLogger("mkdocs.booksite")
FRONT = re.compile(r"\A---\n.*?^---$", re.M | re.S)
TITLE = re.compile(r"^# .*", re.M)
SEARCH = "material/search"
IDS = re.compile(r"\{ #([\w-]+) \}|^\s*/// .*\| #([\w-]+)$", re.M)


@dataclass
class Book:
    """What the last whole build of one language has made."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    index: Any  # of the search, whose plugin both languages share
    env: Environment = field(default_factory=Environment)


_books: dict[str, Book] = {}  # by the folder of its Markdown
_texts: dict[Path, str] = {}  # of the pages, as the site has them
_others: dict[Path, int] = {}  # when each other file that is watched was changed


def remember(config: MkDocsConfig, files: Files, nav: Navigation) -> None:
    """Keep what a whole build begins with, and what it reads."""
    index = config.plugins[SEARCH].search_index  # type: ignore[attr-defined]
    _books[config.docs_dir] = Book(config, files, nav, index)
    if config.extra.get("twin"):
        _keep(*_read(config))


def remember_templates(config: MkDocsConfig, env: Environment) -> None:
    """Keep the templates, too, as the hooks have left them."""
    _books[config.docs_dir].env = env


def sparing(builder: Callable[..., None], config: MkDocsConfig) -> Callable[..., None]:
    """Return what builds the pages that were edited; where more has changed, the book."""

    def build_again() -> None:
        begin, (texts, others) = time.perf_counter(), _read(config)
        edited = [page for page in texts if texts[page] != _texts.get(page)]
        if others != _others or not all(_is_within(_texts.get(p, ""), texts[p]) for p in edited):
            try:
                builder()
            except BaseException:
                _texts.clear()  # the next build is of the whole book, too
                raise
            return
        for page in edited:
            _build(page)
            log.info("%s: built in %.1f s", page.name, time.perf_counter() - begin)
        _keep(texts, others)

    return build_again


def _keep(texts: dict[Path, str], others: dict[Path, int]) -> None:
    globals().update(_texts=texts, _others=others)


def _read(config: MkDocsConfig) -> tuple[dict[Path, str], dict[Path, int]]:
    """Return the texts of all pages, and when each other file that is watched was changed."""
    texts, others = {}, {}
    for place in map(Path, (config.docs_dir, config.config_file_path, *config.watch)):
        for file in (place, *place.rglob("*")):
            if file.suffix == ".md":
                texts[file] = file.read_text(encoding="utf-8")
            elif file.is_file() and "__pycache__" not in file.parts:
                others[file] = file.stat().st_mtime_ns
    others |= dict.fromkeys(texts, 0)  # so that a page more or less is a change of these
    return texts, others


def _is_within(before: str, after: str) -> bool:
    """Tell whether no other page shows what was edited."""
    shown = [_shown(text) for text in (before, after)]
    return shown[0] == shown[1] and not fences.is_lab(after) and "\n::: " not in after


def _shown(text: str) -> tuple[list[Any], ...]:
    return FRONT.findall(text), TITLE.findall(text)[:1], IDS.findall(text)


def _build(page: Path) -> None:
    """Build one page again, as a whole build does."""
    folder = next(folder for folder in _books if page.is_relative_to(folder))
    book = _books[folder]
    config, files = book.config, book.files
    file = files.src_uris[page.relative_to(folder).as_posix()]
    search: Any = config.plugins[SEARCH]
    search.search_index = book.index
    assert file.page is not None
    build.configure(config)
    try:
        number = file.page.meta.get("number")  # which the hooks set before the title again
        file.page.title = str(file.page.title).removeprefix(f"{number}. ")
        _populate_page(file.page, config, files)
        url = file.page.url
        others = [one for one in book.index.entries if one["location"].partition("#")[0] != url]
        book.index.entries = others
        pages = files.documentation_pages()
        _build_page(file.page, config, pages, book.nav, book.env)
        file.page.validate_anchor_links(
            files=files, log_level=config.validation.links.anchors or logging.WARNING
        )
        search.on_post_build(config=config)
    finally:
        build.abandon()
