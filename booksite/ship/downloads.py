"""Each page with code can be taken home: as a notebook, and as a script.

Both lie next to the page. What they need, gradbook, is a wheel on the site.
"""

import re
import tempfile
import tomllib
from functools import cache
from pathlib import Path

import jupytext
import nbformat
from hatchling.builders.wheel import WheelBuilder

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from nbformat import v4

from booksite import ROOT, fences
from booksite.ship.notebooks import Source, printed

INSTALL = """\
try:
    import {modules}
except ImportError:  # {offline}
    %pip install --quiet {packages}"""
FOLDED = {"source_hidden": True, "outputs_hidden": True}  # until the reader asks
GITHUB = re.compile(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?/?")
COLAB = "https://colab.research.google.com/github/{}/blob/gh-pages/{}"


def offered(page: Page, markdown: str, config: MkDocsConfig) -> dict[str, str]:
    """Return what a page offers: the address of each download, by the name of its button."""
    code = any(fence.language in ("python", "pycon") for fence in fences.fences(markdown))
    if page.is_homepage or not code:
        return {}
    name = page.file.src_uri.removesuffix(".md").replace("/", "-")
    offers = {"notebook": f"{name}.ipynb", "script": f"{name}.py"}
    if github := GITHUB.fullmatch(config.repo_url or ""):
        notebook = f"{_folder(config)}{page.url}{offers['notebook']}"
        offers["colab"] = COLAB.format(github[1], notebook)
    return offers


def write(page: Page, config: MkDocsConfig) -> None:
    """Write what the page offers, if anything, next to it."""
    if not page.meta["downloads"]:
        return
    site, words = config.site_url or "/", config.extra["words"]
    source = Source(
        text=meta.get_data(Path(page.file.abs_src_path or "").read_text(encoding="utf-8"))[0],
        path=page.file.src_uri,
        site=site,
        caption=config.mdx_configs["pymdownx.blocks.caption"]["types"][0]["prefix"],
        lab="jupyter" in page.meta,
    )
    modules, packages = "gradbook", f"{site.removesuffix(_folder(config))}{wheel_address()}"
    if "sklearn" in source.text:
        modules, packages = f"{modules}, sklearn", f"{packages} scikit-learn"
    install = INSTALL.format(modules=modules, packages=packages, offline=words["offline"])
    how = f"{words['install']}\n\n    python -m pip install {packages}\n\n{words['offline']}"
    beside = Path(page.file.abs_dest_path).parent
    beside.mkdir(parents=True, exist_ok=True)
    for kind, made in (("notebook", notebook(source, install)), ("script", script(source, how))):
        (beside / page.meta["downloads"][kind]).write_bytes(made)


def _folder(config: MkDocsConfig) -> str:
    """Return the folder of the configuration's language, from the root of the site."""
    ours = config.theme["language"]
    return next(str(one["folder"]) for one in config.extra["languages"] if one["code"] == ours)


def notebook(source: Source, install: str) -> bytes:
    """Return the page as a notebook, its first cell one that installs what it needs."""
    made = [v4.new_code_cell(install, id="install")]
    for number, cell in enumerate(source.cells(), 1):
        if cell.kind == "markdown":
            made.append(v4.new_markdown_cell(cell.source, id=f"cell-{number}"))
        else:
            folded = {"jupyter": FOLDED} if cell.hidden else {}
            made.append(v4.new_code_cell(cell.source, id=f"cell-{number}", metadata=folded))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return f"{nbformat.writes(v4.new_notebook(cells=made, metadata=about))}\n".encode()


def script(source: Source, how: str) -> bytes:
    """Return the page as a script, its first cell a comment on how to install what it needs."""
    made = [v4.new_markdown_cell(how)]
    for cell in source.cells():
        if cell.kind == "markdown":
            made.append(v4.new_markdown_cell(cell.source))
        else:
            shown = printed(cell.source) if cell.kind == "worked" else cell.source
            made.append(v4.new_code_cell(shown))
    header = {"jupytext": {"notebook_metadata_filter": "-all"}}  # none
    text = jupytext.writes(v4.new_notebook(cells=made, metadata=header), "py:percent")
    return str(text).encode()


@cache
def wheel_address() -> str:
    """Return the address of gradbook's wheel, from the root of the site."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return f"downloads/{project['name']}-{project['version']}-py3-none-any.whl"


def write_wheel(site: Path) -> None:
    """Write gradbook's wheel to the site."""
    wheel = site / wheel_address()
    wheel.parent.mkdir(parents=True, exist_ok=True)
    wheel.write_bytes(make_wheel())


def make_wheel() -> bytes:
    """Return gradbook as a wheel, the same bytes for the same files."""
    with tempfile.TemporaryDirectory() as folder:
        [built] = WheelBuilder(str(ROOT)).build(directory=folder, versions=["standard"])
        return Path(built).read_bytes()
