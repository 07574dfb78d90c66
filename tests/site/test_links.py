"""Every link and anchor of the built site leads somewhere; links out stand in one place."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

BASE = "http://127.0.0.1:8000/"
OUTSIDE = {"references/index.html", "en/references/index.html"}


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


def test_every_internal_link_and_anchor_resolves(site, anchors):
    dead = []
    for page in anchors:
        address = urljoin(BASE, page.relative_to(site).as_posix().removesuffix("index.html"))
        for link in links(page):
            target = urljoin(address, link)
            if not target.startswith(BASE):
                continue
            parts = urlsplit(target)
            file = site / unquote(parts.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.exists() or (
                parts.fragment and unquote(parts.fragment) not in anchors.get(file, set())
            ):
                dead.append((page.relative_to(site), link))
    assert dead == []


def test_links_out_of_the_book_stand_in_the_references(site, anchors):
    outside = {
        (page.relative_to(site).as_posix(), link)
        for page in anchors
        for link in links(page)
        if re.match(r"(https?:)?//", link) and not link.startswith(BASE)
    }
    assert {page for page, _ in outside} <= OUTSIDE, sorted(outside)[:5]


def test_no_id_stands_twice_on_a_page(anchors):
    for page in anchors:
        found = re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))
        assert len(found) == len(set(found)), (page, {i for i in found if found.count(i) > 1})
