"""Run, pressed at any moment: what runs, waits or comes is not lost, doubled or in the way."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab
from tests.browser.test_run import LONG, block, ended, open_page, result, run, write

pytestmark = needs_chromium
BLOCKS = "article .highlight:has(> .book-run)"


@pytest.fixture
def page(browser, address, python):
    with new_tab(browser, address, viewport={"width": 1280, "height": 800}) as tab:
        yield tab


def bar(one, kind):
    return one.locator(f".book-bar {kind}")


def at_rest(tab):
    tab.wait_for_function("() => !document.querySelector('[data-running]')", timeout=LONG)


def test_thousands_of_lines_are_one_text(page):
    open_page(page, "en", "gradient.md")
    named = "(all) => all.findIndex((one) => one.textContent.includes('def in_place_gradient'))"
    one = page.locator(BLOCKS).nth(page.locator(BLOCKS).evaluate_all(named))
    run(page, one)
    one.locator("code").evaluate(
        "(code) => { code.textContent = 'for i in range(5000): print(i)'; }"
    )
    run(page, one)
    assert result(one).split() == [str(n) for n in range(5000)]
    parts = (
        "() => Math.max(...[...document.querySelectorAll('samp')].map((s) => s.childNodes.length))"
    )
    assert page.evaluate(parts) == 1


def test_what_is_stopped_or_changed_half_way_can_be_put_back_and_marks_no_line(page):
    open_page(page, "en", "gradient.md")
    one = block(page, "def in_place_gradient")
    run(page, one)
    bar(one, "button").click()
    write(
        one, "import numpy as np", "import time, numpy as np\nprint('begun')\ntime.sleep(1)\n1 / 0"
    )
    one.locator(".book-run").click()
    expect(page.locator(".book-results").filter(has_text="begun")).to_be_visible(timeout=LONG)
    expect(bar(one, "button")).to_be_disabled()
    write(one, "1 / 0", "2 / 1")
    ended(page, one)
    assert page.locator(".book-error").count() == 1
    assert one.locator("code[data-failed]").count() == 0  # the line is another now
    write(one, "time.sleep(1)", "time.sleep(99)")
    one.locator(".book-run").click()
    expect(page.locator(".book-results").filter(has_text="begun")).to_be_visible(timeout=LONG)
    one.locator(".book-run").click()
    expect(bar(one, "button")).to_be_enabled()
    page.emulate_media(media="print")
    expect(bar(one, "button")).to_be_hidden()


def test_a_block_that_waits_says_so(page):
    open_page(page, "en", "gradient.md")
    first, second = (page.locator(BLOCKS).nth(n) for n in (0, 1))
    run(page, first)
    first.locator("code").evaluate("(code) => { code.textContent = 'while True: pass'; }")
    first.locator(".book-run").click()
    expect(bar(first, "[role=status]")).to_have_text("Running", timeout=LONG)
    second.locator(".book-run").click()
    expect(bar(second, "[role=status]")).to_have_text("Waiting for the run before")
    first.locator(".book-run").click()
    at_rest(page)


def press(tab, *numbers):
    """Press Run on cells of a lab at once, the first in view; return how far the page went up."""
    tab.evaluate(
        """([blocks, numbers]) => {
          const all = document.querySelectorAll(blocks);
          all[numbers[0]].scrollIntoView({ block: "center", behavior: "instant" });
          [window.begun, window.highest] = [scrollY, scrollY];
          addEventListener("scroll", () => { window.highest = Math.min(window.highest, scrollY); });
          for (const n of numbers) all[n].querySelector(".book-run").click();
        }""",
        [BLOCKS, numbers],
    )
    tab.wait_for_selector(".book-bar")
    at_rest(tab)
    return tab.evaluate("window.begun - window.highest")


def test_cells_of_a_lab_run_once_and_in_turn_and_the_page_stays_at_the_one_that_was_pressed(page):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    open_page(page, "ko", "labs/gradient-field.md")
    assert press(page, 5) < 800
    press(page, 9, 7)  # both need what stands between
    said = page.locator(".book-results").evaluate_all(
        """(all) => all.map((one) => [
          one.textContent, ...["pre.snippet-output", ".snippet-figures"]
            .map((part) => one.querySelectorAll(part).length)])"""
    )
    assert len([text for text, *_ in said if text]) > 4
    assert max(count for _, *counts in said for count in counts) == 1
    assert not [text for text, *_ in said if re.fullmatch(r"(.+)\1", text, re.S)]


def test_a_press_while_the_modules_come_is_the_same_press_and_a_lost_one_can_be_repeated(page):
    open_page(page, "en", "gradient.md")
    one = block(page, "def in_place_gradient")
    page.route("**/run/page.js", lambda route: route.abort(), times=1)
    one.locator(".book-run").click()
    expect(one.locator(".book-run")).to_have_attribute("title", re.compile("could not", re.I))
    page.route("**/run.css", lambda route: page.wait_for_timeout(1000) or route.continue_())
    one.locator(".book-run").dblclick()
    ended(page, one)
    assert "[6. 8.]" in result(one)
