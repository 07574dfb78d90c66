"""Pages are light, and stand still while they load."""

import gzip

import pytest

from tests.browser import EVERY_PAGE, needs_chromium, new_tab, path_of, settled

pytestmark = needs_chromium

LIMIT = 120_000  # bytes, compressed, with everything that a page loads but fonts
STILL = 0.005  # the header may settle by a few pixels; a line that comes late is 0.01 and more
WATCH = """window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push(
  [entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 100))])))
  .observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_a_page_is_light_and_stands_still(browser, address, language, page):
    size = {"width": 360, "height": 740}
    with new_tab(browser, address, viewport=size, is_mobile=True, has_touch=True) as tab:
        loaded = []
        tab.on("response", lambda response: loaded.append(response))
        tab.add_init_script(WATCH)
        tab.goto(path_of(language, page), wait_until="networkidle")
        settled(tab)
        weights = {
            response.url.removeprefix(address): len(gzip.compress(response.body(), 6))
            for response in loaded
            if response.request.resource_type != "font"
        }
        assert len(weights) > 5  # the page, its styles and scripts
        assert sum(weights.values()) <= LIMIT, weights
        shifts = tab.evaluate("shifts")
        assert sum(value for value, *_ in shifts) < STILL, shifts
