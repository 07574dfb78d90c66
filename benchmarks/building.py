"""How long a build takes, against plain Material builds of the same Markdown.

usage: python benchmarks/building.py

Each time is the best of three in one run on one machine; only the ratios mean something elsewhere.
The plain builds execute nothing, draw nothing, and leave TeX as it is.
"""

import logging
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from booksite.cache import ROOT

OURS = ("booksite.captions", "booksite.equations")


def book(site: Path) -> None:
    """Build the book, both languages, as `mkdocs build` does."""
    run(load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site)))


def plain(site: Path) -> None:
    """Build both languages with Material alone."""
    for name, folder in (("mkdocs.yml", site), ("mkdocs.en.yml", site / "en")):
        config = load_config(str(ROOT / name), site_dir=str(folder), hooks=[])
        config.markdown_extensions = [e for e in config.markdown_extensions if e not in OURS]
        config.mdx_configs.pop("pymdownx.superfences")
        run(config)


def run(config: MkDocsConfig) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


def best_of(times: int, action: Callable[[Path], None], before: Callable[[], None] = lambda: None):
    seconds = []
    for _ in range(times):
        before()
        with tempfile.TemporaryDirectory() as folder:
            begin = time.perf_counter()
            action(Path(folder))
            seconds.append(time.perf_counter() - begin)
    return min(seconds)


def forget() -> None:
    """Start from nothing: no result of any snippet, no font."""
    shutil.rmtree(ROOT / ".cache", ignore_errors=True)


if __name__ == "__main__":
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    alone = best_of(3, plain)
    cold = best_of(3, book, before=forget)
    warm = best_of(3, book)
    print(f"plain Material   {alone:5.2f} s   1.00")
    print(f"the book, cold   {cold:5.2f} s   {cold / alone:.2f}")
    print(f"the book, warm   {warm:5.2f} s   {warm / alone:.2f}")
