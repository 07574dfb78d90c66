"""Pages stand still while they load, on a slow machine too; test_every_page weighs each."""

from contextlib import contextmanager

import pytest

from tests.browser.harness import needs_chromium, new_tab, settled
from tests.chapters import by_turns

pytestmark = needs_chromium

LIMIT = 200_000  # bytes, compressed, with all that a page loads but fonts and the search index
STILL = 0.01
SIZES = {"phone": (360, 740), "laptop": (1280, 720)}
WATCH = """window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts.push(
  [entry.value, ...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 100))])))
  .observe({ type: "layout-shift", buffered: true });"""


@contextmanager
def visit(browser, address, path, size="phone", slow=1):
    """Open a page, watched from its first moment, with a processor that many times as slow."""
    width, height = SIZES[size]
    phone = {"is_mobile": True, "has_touch": True} if size == "phone" else {}
    with new_tab(browser, address, viewport={"width": width, "height": height}, **phone) as tab:
        if slow > 1:
            processor = tab.context.new_cdp_session(tab)
            processor.send("Emulation.setCPUThrottlingRate", {"rate": slow})
        loaded = []
        tab.on("response", lambda response: loaded.append(response))
        tab.add_init_script(WATCH)
        tab.goto(path, wait_until="networkidle")
        settled(tab)
        yield tab, loaded


def assert_stands_still(tab):
    shifts = tab.evaluate("shifts")
    assert sum(value for value, *_ in shifts) < STILL, shifts


PATHS = ["", "en/", "learning-rate/", "en/comparing-optimizers/"]


VISITS = [(path, size) for n, path in enumerate(PATHS) for size in [*SIZES][:: (-1) ** n]]


@pytest.mark.parametrize(("path", "size"), by_turns(VISITS, 0, of=3))
def test_it_stands_still_on_a_slow_machine_too(browser, address, path, size):
    with visit(browser, address, path, size, slow=6) as (tab, _):
        assert_stands_still(tab)


def test_words_are_painted_before_material_is_fetched(browser, address):
    with new_tab(browser, address) as tab:
        tab.goto("gradient/")
        tab.wait_for_function("() => window.component$")
        painted, fetched = tab.evaluate("""() => [
          performance.getEntriesByName("first-contentful-paint")[0],
          performance.getEntriesByType("resource").find(({ name }) => name.includes("bundle")),
        ].map((entry) => entry.startTime)""")
        assert painted < fetched
