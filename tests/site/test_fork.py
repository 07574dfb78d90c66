"""A fork is published without an edit: at its own address all links and downloads are its own."""

import json
import re
from urllib.parse import urlsplit

import pytest

from tests.chapters import FOLDERS, pages_to_read, path_of
from tests.conftest import build
from tests.site.test_links import COLAB, dead_links, file_of, ids, links

OWNER = "https://github.com/someone/"


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(
            ("https://someone.github.io/", "someone.github.io"),
            marks=pytest.mark.everything,
            id="root",
        ),
        pytest.param(("https://someone.github.io/a-fork/", "a-fork"), id="folder"),
    ],
)
def fork(request, book, site, tmp_path_factory):
    """The site of a fork, its address, and its repository; the site's build has run the code."""
    address, name = request.param
    folder = tmp_path_factory.mktemp("fork")
    done = build(book, folder, SITE_URL=address, REPO_URL=f"{OWNER}{name}")
    assert done.returncode == 0, done.stderr
    return folder, address, f"{OWNER}{name}"


def test_every_link_resolves_within_the_fork(fork):
    site, address, _ = fork
    anchors = {page: ids(page) for page in site.rglob("*.html")}
    assert dead_links(site, anchors, address) == []


def test_every_address_of_the_fork_in_its_files_is_one_that_it_has(fork):
    site, address, _ = fork
    kinds = (".html", ".ipynb", ".py", ".xml", ".json", ".js", ".txt")
    host = re.compile(rf"https://{re.escape(urlsplit(address).netloc)}[^\s\"'<>)`\\]*")
    found = set()
    for file in (file for file in site.rglob("*") if file.suffix in kinds):
        text = file.read_text(encoding="utf-8")
        found |= {(one, file) for one in host.findall(text)}
    assert len(found) > 50
    assert {file.suffix for _, file in found} > {".html", ".ipynb", ".py", ".xml"}
    for one, file in found:
        assert one.startswith(address), (one, file)
        assert file_of(site, one, address).exists(), (one, file)


def test_the_repository_and_colab_are_the_forks(fork):
    site, _, repository = fork
    colab = f"{COLAB}{repository.removeprefix('https://github.com/')}/blob/gh-pages/"
    notebooks = 0
    for page in site.rglob("*.html"):
        for link in links(page):
            if link.startswith("https://github.com/"):
                assert link.startswith(repository), (page, link)
            if link.startswith(COLAB):
                assert link.startswith(colab), (page, link)
                json.loads((site / link.removeprefix(colab)).read_text(encoding="utf-8"))
                notebooks += 1
    assert notebooks > 20


def test_each_page_leads_to_its_source_and_to_a_report(fork):
    site, address, repository = fork
    for language in FOLDERS:
        for page in pages_to_read():
            html = file_of(site, address + path_of(language, page), address).read_text(
                encoding="utf-8"
            )
            assert 'data-md-component="source"' not in html  # which asks api.github.com
            assert f'href="{repository}/edit/main/docs/{language}/{page}"' in html, page
            assert re.search(rf'href="{repository}/issues/new\?title=([^"]*)"', html), page
