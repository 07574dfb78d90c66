"""How long a build takes, against plain Material builds of the same Markdown.

usage: python benchmarks/building.py

Each time is the best of three in one run on one machine; only the ratios mean something elsewhere.
The plain builds execute nothing, draw nothing, and leave TeX as it is. An edit is what
`mkdocs serve` does when a paragraph has changed, in the process that it is: with Material alone,
it builds again. The cold build is the command itself: each program would else import this module.
"""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from booksite import ROOT, hooks

KOREAN = ROOT / "docs" / "ko"


def book(site: Path, docs: Path = KOREAN, command: str = "build") -> None:
    """Build the book, both languages, as MkDocs does."""
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site), docs_dir=str(docs))
    run(config, command)


def plain(site: Path, docs: Path = KOREAN, command: str = "build") -> None:
    """Build both languages with Material alone."""
    for name, folder in (("mkdocs.yml", site), ("mkdocs.en.yml", site / "en")):
        config = load_config(str(ROOT / name), site_dir=str(folder), hooks=[])
        if name == "mkdocs.yml":
            config.docs_dir = str(docs)
        config.markdown_extensions.remove("booksite.markdown")
        config.plugins["mkdocs-jupyter"].config["ignore"] = ["*.md"]
        config.mdx_configs.pop("pymdownx.superfences")
        run(config, command)


def from_nothing(site: Path) -> None:
    """Build the book as a reader does, with no result of any snippet or lab."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    subprocess.run([*command, str(site)], cwd=ROOT, check=True)


def run(config: MkDocsConfig, command: str) -> None:
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    config.plugins.on_shutdown()


def seconds(action: Callable[[], None]) -> float:
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def best_of(times: int, action: Callable[[Path], None], before: Callable[[], None] = lambda: None):
    """Return the shortest time of a build into an empty folder."""
    found = []
    for _ in range(times):
        before()
        with tempfile.TemporaryDirectory() as folder:
            found.append(seconds(lambda: action(Path(folder))))
    return min(found)


@contextmanager
def serving(action: Callable[..., None]) -> Iterator[Callable[[], None]]:
    """Serve a copy of the Korean pages; give what edits a paragraph and builds again."""
    with tempfile.TemporaryDirectory() as folder:
        docs, site = Path(folder, "docs"), Path(folder, "site")
        shutil.copytree(KOREAN, docs)
        action(site, docs, "serve")
        rebuild: Callable[[], None] = partial(action, site, docs, "serve")
        if action is book:
            config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs))
            rebuild = hooks.on_serve(SimpleNamespace(root=str(site)), config, rebuild).builder
        page = docs / "gradient.md"

        def edit() -> None:
            page.write_text(page.read_text(encoding="utf-8") + "\n한 문단 더.\n", encoding="utf-8")
            rebuild()

        yield edit


def forget() -> None:
    """Start from nothing: no result of any snippet or lab; the page's Python is no result."""
    for folder in (ROOT / ".cache").glob("*/"):
        if folder.name != "pyodide":
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    alone = best_of(3, plain)
    cold = best_of(1, from_nothing, before=forget)
    warm = best_of(3, book)
    with serving(plain) as edit:
        alone_edited = min(seconds(edit) for _ in range(3))
    with serving(book) as edit:
        edited = min(seconds(edit) for _ in range(3))
    print(f"plain Material   {alone:5.2f} s   1.00")
    print(f"the book, warm   {warm:5.2f} s   {warm / alone:.2f}")
    print(f"the book, cold   {cold:5.2f} s   {cold / alone:.2f}   on {os.cpu_count()} cores")
    print(f"plain, an edit   {alone_edited:5.2f} s   1.00")
    print(f"the book, an edit{edited:5.2f} s   {edited / alone_edited:.2f}")
