"""MkDocs events, and nothing else: each calls the room that does what is due then.

mkdocs.yml is the Korean book and the whole configuration. Its build owns the runner, and when its
site stands, `on_post_build` builds the English twin, mkdocs.en.yml, into the folder `en` of it.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from booksite import build, chapters, edits, serve, twins
from booksite.markdown import labs
from booksite.ship import downloads, policy

command = "build"  # or "serve": the same for all builds of a process


def on_startup(command: str, dirty: bool) -> None:
    """Before all: whether the site is served or built."""
    globals()["command"] = command


def on_config(config: MkDocsConfig) -> None:
    """When the configuration is read: what only now is known."""
    if command == "serve":
        serve.require_free(*config.dev_addr)
    build.configure(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Before the first page: each has its twin, and all programs are started."""
    build.start(config)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """When the order of the pages is known: what an edit of one can be built with."""
    edits.remember(config, files, nav)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """When the templates are loaded: the English site has the assets of the Korean one."""
    twins.share_assets(env, config)
    edits.remember_templates(config, env)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **kwargs: Any) -> str:
    """When a page is read: where it stands, what it offers to take home; its lab has run."""
    chapters.describe(page, markdown, config)
    page.meta["downloads"] = downloads.addresses(page, markdown, config)
    build.await_lab(page)
    return markdown.replace("{wheel}", config.extra["wheel"].partition("#")[0])  # without its hash


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """When a page is HTML, without a script; of a lab, it is the executed notebook."""
    if number := page.meta.get("number"):
        page.title = f"{number}. {page.title}"
    html = labs.rendered(html, page, config, files)
    policy.require_no_script(html, page)
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """When a page stands: its downloads next to it, and its policy."""
    downloads.write(page, config)
    return policy.add_policy(output, command)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """When the 404 page stands: the same policy for it."""
    return policy.add_policy(output, command) if template_name == "404.html" else output


def on_post_build(config: MkDocsConfig) -> None:
    """When the Korean site stands: build the English one, then what both share."""
    build.finish(config, command)


def on_build_error(error: Exception) -> None:
    """After an error: let go of what was running."""
    build.abandon()


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Under `mkdocs serve`: build what was edited; keep the last good site when that fails."""
    return serve.keep_last_good(server, edits.sparing(builder, config))
