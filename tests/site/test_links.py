"""Every link and anchor of the built site leads somewhere; links out stand in one place."""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.chapters import BASE

OUTSIDE = {"references/index.html", "en/references/index.html"}
COLAB = "https://colab.research.google.com/github/"
# where the book is published, its pages lead to its repository, too
REPOSITORY = (url, COLAB) if (url := os.environ.get("REPO_URL")) else ()


def links(page: Path) -> list[str]:
    html = page.read_text(encoding="utf-8")
    found = re.findall(r'<(?:a|link)\b[^>]*?\bhref="([^"]*)"', html)
    found += re.findall(r'<(?:script|img|source|iframe)\b[^>]*?\bsrc="([^"]*)"', html)
    return list(map(unescape, found))


def ids(page: Path) -> set[str]:
    return set(map(unescape, re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def anchors(site):
    return {page: ids(page) for page in site.rglob("*.html")}


def file_of(site: Path, address: str, base: str = BASE) -> Path:
    """The file that an address within the site shows."""
    file = site / unquote(urlsplit(address).path[len(urlsplit(base).path) :])
    return file / "index.html" if file.is_dir() else file


def dead_links(site: Path, anchors: dict[Path, set[str]], base: str = BASE) -> list:
    """The links to the host of the site that lead nowhere, or out of its folder."""
    dead = []
    for page in anchors:
        address = urljoin(base, page.relative_to(site).as_posix().removesuffix("index.html"))
        for link in links(page):
            target = urljoin(address, link)
            if urlsplit(target).netloc != urlsplit(base).netloc:
                continue
            file, fragment = file_of(site, target, base), unquote(urlsplit(target).fragment)
            there = target.startswith(base) and file.exists()
            if not there or (fragment and fragment not in anchors.get(file, set())):
                dead.append((page.relative_to(site), link))
    return dead


def test_every_internal_link_and_anchor_resolves(site, anchors):
    assert dead_links(site, anchors) == []


def test_links_out_of_the_book_stand_in_the_references(site, anchors):
    outside = {
        (page.relative_to(site).as_posix(), link)
        for page in anchors
        for link in links(page)
        if re.match(r"(https?:)?//", link) and not link.startswith((BASE, *REPOSITORY))
    }
    assert {page for page, _ in outside} <= OUTSIDE, sorted(outside)[:5]


def test_no_id_stands_twice_on_a_page(anchors):
    for page in anchors:
        found = re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))
        assert len(found) == len(set(found)), (page, {i for i in found if found.count(i) > 1})
