"""Old addresses lead on to where a chapter, or a section of one, has moved."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab, settled
from tests.chapters import FOLDERS, once

pytestmark = needs_chromium


# Half of them in each language: which there are is the same in both (tests/docs/test_book.py).
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("en/optimizers/", "en/momentum/"),
        ("optimizers/#no-such-section", "momentum/"),
        ("en/optimizers/#momentum", "en/momentum/#momentum"),
        ("optimizers/#adam", "adaptive-steps/#adam"),
        ("en/optimizers/#fig-race", "en/comparing-optimizers/#fig-race"),
        ("optimizers/#exercise-4", "momentum/#exercise-3"),
        ("en/training/#mistakes", "en/generalization/#mistakes"),
        ("training/#exercise-5", "generalization/#exercise-2"),
    ],
)
def test_an_old_address_leads_on_to_the_section(tab, address, old, new):
    tab.goto(old, wait_until="commit")
    tab.wait_for_url(address + new)
    settled(tab)
    if "#" in new:
        expect(tab.locator(f"[id='{new.partition('#')[2]}']")).to_be_in_viewport()
    assert (tab.refused, tab.complaints) == ([], [])


@pytest.mark.parametrize("language", once("en"))
def test_what_has_not_moved_stays(tab, address, language):
    folder = FOLDERS[language]
    tab.goto(f"{folder}training/#weights")
    settled(tab)
    assert tab.url == f"{address}{folder}training/#weights"


@pytest.mark.parametrize("language", once("en"))
def test_a_section_that_is_asked_for_later_is_found_too(tab, address, language):
    folder = FOLDERS[language]
    tab.goto(f"{folder}training/")
    tab.evaluate("location.hash = 'hidden-layer'")
    tab.wait_for_url(f"{address}{folder}generalization/#hidden-layer")


@pytest.mark.parametrize("language", once("en"))
def test_the_way_back_does_not_lead_through_the_old_address(tab, address, language):
    folder = FOLDERS[language]
    tab.goto(f"{folder}gradient/")
    tab.evaluate("location.href = '../optimizers/#adam'")
    tab.wait_for_url(f"{address}{folder}adaptive-steps/#adam")
    tab.go_back(wait_until="commit")
    tab.wait_for_url(f"{address}{folder}gradient/")


@pytest.mark.parametrize("language", once("en"))
def test_without_javascript_the_chapter_leads_on_all_the_same(browser, address, language):
    folder = FOLDERS[language]
    with new_tab(browser, address, java_script_enabled=False) as tab:
        tab.goto(f"{folder}optimizers/", wait_until="commit")
        tab.wait_for_url(f"{address}{folder}momentum/")


@pytest.mark.parametrize("language", once("en"))
def test_the_old_page_links_to_what_it_has_become_and_is_not_searched(site, language):
    folder = FOLDERS[language]
    html = (site / folder / "optimizers" / "index.html").read_text(encoding="utf-8")
    sentence = re.search(r"<article.*?<p>(.*?)</p>", html, re.S)[1]
    chapters = re.findall(r'href="\.\./([\w-]+)/"', sentence)
    assert chapters == ["momentum", "adaptive-steps", "comparing-optimizers"]
    index = (site / folder / "search" / "search_index.json").read_text(encoding="utf-8")
    found = {entry["location"].partition("#")[0] for entry in json.loads(index)["docs"]}
    assert "momentum/" in found
    assert "optimizers/" not in found
