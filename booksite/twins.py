"""The two languages: the English book is a twin, page by page, built into the folder `en`.

In: the configuration of the Korean book. Out: that of its twin, and addresses that both share.
"""

from pathlib import Path
from urllib.parse import urljoin

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError


def configuration(config: MkDocsConfig) -> MkDocsConfig | None:
    """Return the configuration of the twin that a build has to make, if it has to make one."""
    if not (name := config.extra.get("twin")):
        return None
    twin = load_config(
        str(Path(config.config_file_path).with_name(name)),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=urljoin(config.site_url or "/", "en/"),
        strict=config.strict,
    )
    if "python_files" in config.extra:  # looked for once
        twin.extra["python_files"] = config.extra["python_files"]
    return twin


def require_twins(korean: Path, english: Path) -> None:
    """Stop the build at a page that stands in one language alone."""
    ours, theirs = (
        {page.relative_to(folder).as_posix() for page in folder.rglob("*.md")}
        for folder in (korean, english)
    )
    for page in sorted(ours ^ theirs):
        there, missing = (korean, english) if page in ours else (english, korean)
        raise BuildError(f"{there.name}/{page} has no twin: write {missing.name}/{page}")


def share_assets(env: Environment, config: MkDocsConfig) -> None:
    """Have the twin's pages ask for the Korean site's assets, a folder above, and not for a copy.

    A reader who changes the language then has them already.
    """
    if config.extra.get("twin"):
        return
    address = env.filters["url"]

    @pass_context
    def shared(context: Context, value: object) -> str:
        return str(address(context, _shared(str(value))))

    env.filters["url"] = shared
    for script in config.extra_javascript:
        if not isinstance(script, str):  # else the filter script_tag would find its own address
            script.path = _shared(script.path)


def _shared(address: str) -> str:
    return f"../{address}" if address.startswith("assets/") else address
