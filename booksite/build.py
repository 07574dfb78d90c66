"""A build: both languages, one runner, and all that has to stand before the site does.

In: the configuration of the Korean book. Out: the site. The order of its steps is that of the
functions here; hooks.py says on which event each comes.
"""

import logging
import shutil
from pathlib import Path

from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page

from booksite import ROOT, fences, twins
from booksite.markdown.errors import PageError, relative
from booksite.run import labs
from booksite.run.execution import SnippetFailed
from booksite.run.keys import is_outdated, key_of
from booksite.run.runner import Runner
from booksite.ship import downloads, fonts, python, search, wheel

log = logging.getLogger("mkdocs.booksite")
_runner: Runner | None = None  # of the build that is under way, which owns it


def configure(config: MkDocsConfig) -> None:
    """Complete the configuration of either language by what only a build knows."""
    global _runner
    if is_outdated("booksite"):
        raise BuildError("booksite has changed since it was loaded: start this command again.")
    if not config.repo_url:  # there is nothing to edit, and MkDocs would warn of an edit_uri
        config.edit_uri = None
    settings = config.mdx_configs["booksite.markdown"]
    if config.extra.get("twin") or _runner is None:
        abandon()
        _runner = Runner(settings["limit"])
        _runner.resources.enter_context(labs.jupyter_home(_runner))
    settings["runner"] = _runner
    config.extra["wheel"] = downloads.wheel_on_site(config)
    python.configure(config)


def start(config: MkDocsConfig) -> None:
    """Start all programs of both languages: labs first, for they take longest."""
    twin = twins.configuration(config)
    if twin is None or _runner is None:
        return
    twins.require_twins(Path(config.docs_dir), Path(twin.docs_dir))
    configure(twin)
    chapters = []
    for one in (config, twin):
        for page in sorted(Path(one.docs_dir).rglob("*.md")):
            text = page.read_text(encoding="utf-8")
            try:
                programs = fences.programs(text)
            except fences.FenceError as error:
                raise BuildError(f"{relative(page)}:{error.line}: {error.cause}") from error
            if not fences.is_lab(text):
                chapters += programs
            elif not _runner.cache.holds(labs.NOTEBOOK, key_of(programs[0])):
                _runner.labs[str(page)] = _runner.lab_thread.schedule(labs.run, args=(page, one))
    _runner.start(chapters)


def await_lab(page: Page) -> None:
    """Wait until a lab has run, if the page is one, and say where it failed if it did."""
    path = page.file.abs_src_path
    if _runner is None or path not in _runner.labs:
        return
    try:
        _runner.progress.wait_for(_runner.labs[path])
    except SnippetFailed as failure:
        lines = [*Path(path).read_text(encoding="utf-8").splitlines(), ""]
        code = lines[min(failure.line, len(lines)) - 1].strip()
        place = f"{relative(Path(path))}:{failure.line}"
        raise PageError(f"{place}: {failure.error}\n    {code}") from failure


def finish(config: MkDocsConfig, command: str) -> None:
    """When the Korean site stands: build the English one, then what both share."""
    twin = twins.configuration(config)
    if twin is None:
        return
    twin.plugins.on_startup(command="serve" if command == "serve" else "build", dirty=False)
    try:
        mkdocs.build(twin)
    finally:
        twin.plugins.on_shutdown()
    site = Path(config.site_dir)
    shutil.rmtree(Path(twin.site_dir) / "assets")  # nothing asks for it: twins.share_assets
    fonts.write_math_sheet(site, config.mdx_configs["booksite.markdown"]["runner"])
    wheel.write(site)
    downloads.write_data(site)
    python.write(site, config)
    search.write_spellings(site)
    search.drop_other_languages(site)
    shutil.copy(ROOT / "THIRD-PARTY.md", site / "assets" / "third-party.txt")
    if _runner:
        log.info("Snippets: %d ran, %d reused", _runner.ran, _runner.reused)
        _runner.cache.evict()
    abandon()


def abandon() -> None:
    """Let go of what is running; the next build has a runner of its own."""
    global _runner
    if _runner:
        _runner.close()
    _runner = None
