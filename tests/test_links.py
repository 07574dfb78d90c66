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
    return [unescape(a) for a in re.findall(r'<(?:a|link)\b[^>]*?\bhref="([^"]*)"', html)]


def ids(page: Path) -> set[str]:
    return set(map(unescape, re.findall(r'\bid="([^"]+)"', page.read_text(encoding="utf-8"))))


@pytest.fixture(scope="module")
def anchors(site):
    return {page: ids(page) for page in site.rglob("*.html")}


def test_every_internal_link_and_anchor_resolves(site, anchors):
    dead = []
    for page in anchors:
        if page.name == "404.html":
            continue
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


def test_the_sitemaps_hold_each_language(site):
    for folder, prefix in ((site, BASE), (site / "en", BASE + "en/")):
        addresses = re.findall(r"<loc>([^<]+)</loc>", (folder / "sitemap.xml").read_text())
        pages = [p for p in folder.rglob("index.html") if folder != site or "en" not in p.parts]
        assert len(addresses) == len(pages)
        assert all(address.startswith(prefix) for address in addresses)
