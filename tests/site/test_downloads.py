"""Pages with code offer downloads, and their first cell installs what they need."""

import re

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from booksite.ship import downloads
from tests.chapters import LANGUAGES, ROOT, WITH_CODE, pages
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
    [wheel] = (site / "downloads").iterdir()
    address = f"http://127.0.0.1:8000/downloads/{wheel.name}"
    assert lines == [
        "try:",
        "    import gradbook",
        "except ImportError:",
        f"    %pip install --quiet {address}",
    ]
    script = download(site, language, page, "py").read_text(encoding="utf-8")
    assert f"#     python -m pip install {address}\n" in script


def test_a_wheel_made_again_is_the_same_to_the_byte(site, tmp_path):
    downloads.write_wheel(tmp_path)
    wheel = downloads.wheel_address()
    assert (tmp_path / wheel).read_bytes() == (site / wheel).read_bytes()


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
