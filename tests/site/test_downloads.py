"""Pages with code offer downloads, and their first cell installs what they need."""

import hashlib
import re
import subprocess
import sys

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from booksite import DATA
from booksite.ship import downloads, wheel
from tests.chapters import BASE, LANGUAGES, ROOT, WITH_CODE, pages
from tests.site.downloads import download, notebook, uncommented


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_with_code_and_no_others_offer_downloads(site, language):
    offering = []
    for page in pages():
        folder = site / "en" if language == "en" else site
        html = (folder / page.removesuffix("index.md")).with_suffix("") / "index.html"
        buttons = re.findall(r'<a href="([^"]+)" download>', html.read_text(encoding="utf-8"))
        assert [(html.parent / b).exists() for b in buttons] == [True] * len(buttons)
        offering += [page] * bool(buttons)
    assert offering == WITH_CODE


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_cell_installs_what_is_missing_from_the_site(site, language):
    page = "training.md"
    lines = uncommented(notebook(site, language, page).cells[0].source).splitlines()
    [made] = (site / "downloads").iterdir()
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    address = f"{BASE}downloads/{made.name}#sha256={digest}"
    version = made.name.split("-")[1]
    assert lines == [
        "from importlib.metadata import distributions",
        "",
        'installed = {one.version for one in distributions(name="gradbook")}',
        f'if not installed & {{"{version.partition("+")[0]}", "{version}"}}:',
        f"    %pip install --quiet {address}",
    ]
    script = download(site, language, page, "py").read_text(encoding="utf-8")
    assert f"#     python -m pip install {address}\n" in script


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_cell_brings_what_else_a_lab_needs(site, language):
    workers, digits = (
        notebook(site, language, f"labs/{lab}.md").cells[0].source
        for lab in ("many-workers", "mnist")
    )
    assert workers.endswith("except ImportError:\n    %pip install --quiet distributed")
    fetch = f'urlretrieve("{BASE}data/mnist.npz", "mnist.npz")'
    assert digits.endswith(f'if not Path("mnist.npz").exists():\n    {fetch}')
    assert (site / "data" / "mnist.npz").read_bytes() == (DATA / "mnist.npz").read_bytes()
    script = download(site, language, "labs/mnist.md", "py").read_text(encoding="utf-8")
    assert f" {BASE}data/mnist.npz\n" in script


@pytest.mark.parametrize("theirs", ["", "0.0.9", "0.1.0+0ldf11e5", "site", "folder"])
def test_the_first_cell_installs_where_gradbook_is_missing_or_older(site, tmp_path, theirs):
    cell = notebook(site, "en", "training.md").cells[0].source.replace("%pip install", "print(")
    cell = re.sub(r"print\( --quiet (\S+)", r'print("\1")', cell)
    same = dict(zip(("folder", "site"), wheel.versions(), strict=True))
    version = same.get(theirs, theirs)
    if version:
        about = tmp_path / f"gradbook-{version}.dist-info" / "METADATA"
        about.parent.mkdir()
        about.write_text(f"Name: gradbook\nVersion: {version}\n")
    path = f"import sys\nsys.path[:] = [{str(tmp_path)!r}, *filter(is_library, sys.path)]\n"
    path = f"is_library = lambda folder: 'site-packages' not in folder\n{path}"
    alone = [sys.executable, "-I", "-c", path + cell]
    told = subprocess.run(alone, capture_output=True, check=True, encoding="utf-8").stdout
    assert bool(told) == (theirs not in same)


def test_pip_refuses_a_wheel_that_is_not_the_one_of_the_hash(site, tmp_path):
    [made] = (site / "downloads").iterdir()
    digest = hashlib.sha256(made.read_bytes()).hexdigest()
    pip = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "--target", tmp_path]
    for right, found in ((True, digest), (False, "0" * 64)):
        done = subprocess.run([*pip, f"{made.as_uri()}#sha256={found}"], capture_output=True)
        assert (done.returncode == 0) == right
        assert (b"DO NOT MATCH THE HASHES" in done.stderr) != right


def test_a_wheel_made_again_is_the_same_to_the_byte(site, tmp_path):
    wheel.write(tmp_path)
    made = wheel.address()
    assert (tmp_path / made).read_bytes() == (site / made).read_bytes()


@pytest.mark.parametrize(
    ("repository", "colab"),
    [
        ("https://github.com/someone/book", True),
        ("https://github.com/someone/book.git", True),
        ("https://codeberg.org/someone/book", False),
        ("", False),
    ],
)
@pytest.mark.parametrize(("name", "folder"), [("mkdocs.yml", ""), ("mkdocs.en.yml", "en/")])
def test_colab_opens_what_github_pages_hold(repository, colab, name, folder):
    config = load_config(str(ROOT / name), repo_url=repository)
    file = File("labs/descent.md", config.docs_dir, config.site_dir, use_directory_urls=True)
    offers = downloads.addresses(Page(None, file, config), "```python\n1\n```", config)
    address = "https://colab.research.google.com/github/someone/book/blob/gh-pages/"
    wanted = f"{address}{folder}labs/descent/labs-descent.ipynb" if colab else None
    assert offers.get("colab") == wanted
    assert offers["notebook"] == "labs-descent.ipynb"
