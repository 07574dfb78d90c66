"""MkDocs hooks: one build makes both languages.

mkdocs.yml is the Korean book and the whole configuration. When its site stands, `on_post_build`
builds the English twin, mkdocs.en.yml, into the folder `en` of it. Under `mkdocs serve` the last
good site stays up while a page is half written.
"""

import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page

from booksite import downloads, snippets
from booksite.assets import slim_assets
from booksite.finish import finished
from booksite.fonts import write_math_sheet
from booksite.search import enrich

log = logging.getLogger("mkdocs.booksite")
_serving = False


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether the site is served or built."""
    global _serving
    _serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Without a repository there is nothing to edit, and MkDocs would warn of an edit_uri."""
    if not config.repo_url:
        config.edit_uri = None


def on_pre_build(config: MkDocsConfig) -> None:
    """Before the first page: make sure that each has its twin, and start the snippets."""
    if twin := _twin_of(config):
        korean, english = Path(config.docs_dir), Path(twin.docs_dir)
        _require_twins(korean, english)
        folders = (korean, english)
        snippets.runner().start(p for folder in folders for p in snippets.programs(folder))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **kwargs: object) -> str:
    """When a page is read: what it offers; a lab's cells learn their places in its program."""
    page.meta["downloads"] = downloads.offered(page, markdown, config)
    return snippets.number_cells(markdown) if "jupyter" in page.meta else markdown


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """When a page stands: the last touch to its HTML, and its downloads next to it."""
    if page.meta["downloads"]:
        downloads.write(page, config)
    return finished(output, config.extra["words"]["search"], policy=not _serving)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """When the 404 page stands: the same for it."""
    if template_name != "404.html":
        return output
    return finished(output, config.extra["words"]["search"], policy=not _serving)


def on_post_build(config: MkDocsConfig) -> None:
    """When the Korean site stands: build the English one, and what both share."""
    twin = _twin_of(config)
    if twin is None:
        return
    enrich(Path(config.site_dir) / "search" / "search_index.json")
    twin.plugins.on_startup(command="serve" if _serving else "build", dirty=False)
    try:
        build(twin)
    finally:
        twin.plugins.on_shutdown()
    site = Path(config.site_dir)
    built = [page.read_text(encoding="utf-8") for page in sorted(site.rglob("*.html"))]
    slim_assets(site, built)
    sheet = write_math_sheet(site, built)
    downloads.write_wheel(site)
    shutil.copytree(sheet.parent, Path(twin.site_dir) / "assets" / "fonts", dirs_exist_ok=True)
    if summary := snippets.finish():
        log.info(summary)


def on_build_error(error: Exception) -> None:
    """After an error: let go of what was running."""
    snippets.finish()


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Under `mkdocs serve`: keep the last good site when a build fails."""

    def rebuild() -> None:
        with tempfile.TemporaryDirectory() as folder:
            good = Path(folder) / "site"
            shutil.copytree(server.root, good)
            try:
                builder()
            except (Exception, SystemExit) as error:
                log.error("%s The last good site stays up; save again to rebuild.", error)
                shutil.rmtree(server.root, ignore_errors=True)
                shutil.copytree(good, server.root, dirs_exist_ok=True)

    server.builder = rebuild
    return server


def _twin_of(config: MkDocsConfig) -> MkDocsConfig | None:
    """Return the configuration of the twin that this build has to make, if it has to make one."""
    name = config.extra.get("twin")
    if not name:
        return None
    return load_config(
        str(Path(config.config_file_path).with_name(name)),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=urljoin(config.site_url or "/", "en/"),
        strict=config.strict,
    )


def _require_twins(korean: Path, english: Path) -> None:
    ours, theirs = (
        {page.relative_to(folder).as_posix() for page in folder.rglob("*.md")}
        for folder in (korean, english)
    )
    for page in sorted(ours ^ theirs):
        there, missing = (korean, english) if page in ours else (english, korean)
        raise BuildError(f"{there.name}/{page} has no twin: write {missing.name}/{page}")
