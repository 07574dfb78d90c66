"""Each page, in one visit: light, still, whole, within a phone, read by axe, in both colours.

Twins have the same elements: a page is visited so in one language, by turns. Whether the words of
its twin fit is asked in the other browsers (test_three_browsers.py), and all by `-m everything`.
"""

import gzip
import re

import pytest

from tests.browser.faults import FITTING, MISSHAPEN, PALE, RUN_TOGETHER
from tests.browser.harness import (
    found_by_axe,
    needs_chromium,
    new_tab,
    settled,
    toggle,
    unfold,
)
from tests.browser.test_looks import COLOURS, IN_CELLS
from tests.browser.test_weight import LIMIT, STILL, WATCH
from tests.chapters import in_one_language, path_of

pytestmark = needs_chromium

# Figures out of sight are left out until Material has begun, and no longer.
DRAWN = """() => [...document.querySelectorAll(".snippet-figures:not(.explored) > svg text")].every(
  (text) => text.checkVisibility({ contentVisibilityAuto: true }))"""
# What axe says of contrast, half of its time: PALE asks it of each text, test_access.py of links.
SLOW = ["color-contrast", "link-in-text-block"]


@pytest.fixture(scope="module")
def phone(browser, address):
    """One tab for all pages, which fetches all of each page anew."""
    settings = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    with new_tab(browser, address, **settings, color_scheme="light", locale="ko-KR") as tab:
        network = tab.context.new_cdp_session(tab)
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        tab.add_init_script(WATCH)
        tab.loaded = []
        tab.on("response", lambda response: tab.loaded.append(response))
        yield tab


@pytest.mark.parametrize(("language", "page"), in_one_language(0))
def test_a_page_is_light_still_and_whole_within_a_phone_and_in_both_colours(phone, language, page):
    phone.loaded.clear()
    phone.complaints.clear()
    phone.evaluate("() => { try { localStorage.clear(); } catch {} }")
    phone.goto(path_of(language, page))
    settled(phone)
    phone.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
    assert sum(value for value, *_ in phone.evaluate("shifts")) < STILL, phone.evaluate("shifts")
    unfold(phone)
    phone.wait_for_function(DRAWN)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert phone.evaluate(MISSHAPEN) == []
    for fault in (*FITTING, RUN_TOGETHER, PALE):
        assert phone.evaluate(fault) == [], fault.partition("\n")[0]
    assert found_by_axe(phone, leave_out=SLOW) == "{}"
    formulas, figures = phone.evaluate(COLOURS)
    toggle(phone)
    dark_formulas, dark_figures = phone.evaluate(COLOURS)
    assert not [pair for pair in zip(formulas, dark_formulas, strict=True) if len({*pair}) < 2]
    for light, dark in zip(figures, dark_figures, strict=True):
        assert {*light} & {*dark} <= IN_CELLS
    assert phone.evaluate(PALE) == []
    phone.wait_for_load_state("networkidle")
    assert (phone.refused, phone.complaints) == ([], [])
    assert len(phone.loaded) > 5  # the page, its styles and scripts
    assert weight(phone.loaded) <= LIMIT


KNOWN: dict[str, int] = {}  # the bytes of a file that pages share, compressed, by its address


def weight(responses) -> int:
    """The bytes of all that a page loads, compressed; but for fonts and the search's files."""
    for response in responses:
        if response.url not in KNOWN:
            KNOWN[response.url] = len(gzip.compress(response.body(), 6))
    return sum(
        KNOWN[response.url]
        for response in responses
        if not re.search(r"/assets/fonts/|/search/|/lunr/|/workers/|^data:", response.url)
    )
