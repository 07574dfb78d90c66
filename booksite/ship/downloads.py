"""Each page with code can be taken home: as a notebook, and as a script.

Both lie next to the page. What they need, gradbook, is a wheel on the site. A lab says in its front
matter, under `jupyter`, what else: `needs`, a package, and `data`, a file of docs/data.
"""

import re
import shutil
from pathlib import Path

import jupytext
import nbformat
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import meta
from nbformat import v4

from booksite import DATA, fences
from booksite.ship import wheel
from booksite.ship.notebooks import Source, print_last_expression

INSTALL = """\
from importlib.metadata import distributions

installed = {{one.version for one in distributions(name="gradbook")}}
if not installed & {{"{}", "{}"}}:  # {offline}
    %pip install --quiet {package}"""
NEEDS = """

try:
    import {package}
except ImportError:
    %pip install --quiet {package}"""
FETCH = """

from pathlib import Path
from urllib.request import urlretrieve

if not Path("{file}").exists():
    urlretrieve("{address}", "{file}")"""
GITHUB = re.compile(r"https://github\.com/([^/]+/[^/]+?)(?:\.git)?/?")
COLAB = "https://colab.research.google.com/github/{}/blob/gh-pages/{}"


def addresses(page: Page, markdown: str, config: MkDocsConfig) -> dict[str, str]:
    """Return what a page offers: the address of each download, by the name of its button."""
    code = any(fence.language in ("python", "pycon") for fence in fences.fences(markdown))
    if page.is_homepage or not code:
        return {}
    name = page.file.src_uri.removesuffix(".md").replace("/", "-")
    offers = {"notebook": f"{name}.ipynb", "script": f"{name}.py"}
    if data := _extra(page, "data"):
        to_root = "../" * f"{_folder(config)}{page.url}".count("/")
        offers["data"] = f"{to_root}{DATA.name}/{data}"
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
    package = config.extra["wheel"]
    install = INSTALL.format(*wheel.versions(), package=package, offline=words["offline"])
    if needed := _extra(page, "needs"):
        install += NEEDS.format(package=needed)
    packages = f"{package} {needed}".rstrip()
    how = f"{words['install']}\n\n    python -m pip install {packages}\n\n{words['offline']}"
    if data := _extra(page, "data"):
        address = f"{_root(config)}{DATA.name}/{data}"
        install += FETCH.format(file=data, address=address)
        how += f"\n\n{words['beside']} {address}"
    beside = Path(page.file.abs_dest_path).parent
    beside.mkdir(parents=True, exist_ok=True)
    runner = config.mdx_configs["booksite.markdown"]["runner"]
    for kind, make, first in (("notebook", notebook, install), ("script", script, how)):
        text = runner.cached(make, source, first)
        (beside / page.meta["downloads"][kind]).write_text(text, encoding="utf-8", newline="\n")


def _extra(page: Page, name: str) -> str:
    """Return what a lab's front matter says that it needs, if anything."""
    return str(page.meta.get("jupyter", {}).get(name, ""))


def _folder(config: MkDocsConfig) -> str:
    """Return the folder of the configuration's language, from the root of the site."""
    ours = config.theme["language"]
    return next(str(one["folder"]) for one in config.extra["languages"] if one["code"] == ours)


def notebook(source: Source, install: str) -> str:
    """Return the page as a notebook, whose first cell installs what the others need."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    first = v4.new_code_cell(install, id="install")
    return f"{nbformat.writes(v4.new_notebook(cells=[first, *source.cells()], metadata=about))}\n"


def script(source: Source, how: str) -> str:
    """Return the page as a script, which begins with how to install what it needs."""
    cells = source.cells()
    for cell in cells:
        if "worked" in cell.metadata.get("tags", ()):
            cell.source = print_last_expression(cell.source)
    no_metadata = {"jupytext": {f"{kind}_metadata_filter": "-all" for kind in ("notebook", "cell")}}
    book = v4.new_notebook(cells=[v4.new_markdown_cell(how), *cells], metadata=no_metadata)
    return str(jupytext.writes(book, "py:percent"))


def wheel_on_site(config: MkDocsConfig) -> str:
    """Return the whole address of gradbook's wheel, with its hash; both languages share it."""
    return f"{_root(config)}{wheel.address_with_hash()}"


def _root(config: MkDocsConfig) -> str:
    """Return the address of the site's root, which both languages share."""
    return (config.site_url or "/").removesuffix(_folder(config))


def write_data(site: Path) -> None:
    """Write the data that programs read to the site."""
    folder = site / DATA.name
    folder.mkdir(exist_ok=True)
    for file in DATA.glob("*.npz"):
        shutil.copy(file, folder)
