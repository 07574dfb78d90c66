"""All that a reader can do with a mouse is done with keys, and the focus is always seen."""

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab, settled, unfold
from tests.chapters import by_turns

pytestmark = needs_chromium

# Notes where the focus goes, and whether it is seen there: as an outline of the element, of the
# label of a hidden input, or of the target drawn in a handle of a figure.
FOLLOW = """() => {
  window.reached = new Set();
  window.unseen = [];
  const outlined = (style) => style.outlineStyle !== "none" && style.outlineWidth !== "0px";
  addEventListener("focusin", ({ target }) => {
    reached.add(target);
    const sign = target.matches(".md-option") ? target.nextElementSibling : target;
    const drawn = target.querySelector(".target");
    const { width, height } = sign.getBoundingClientRect();
    const seen = drawn ? getComputedStyle(drawn).stroke !== "none"
      : outlined(getComputedStyle(sign)) && width * height > 0;
    if (!seen) unseen.push(target.outerHTML.slice(0, 160));
  });
  window.meant = [...document.querySelectorAll(
    "a[href], button, input, select, summary, [tabindex]")].filter((element) =>
      element.tabIndex >= 0 && !element.disabled && !element.matches("[type=radio]:not(:checked)")
      && !element.closest(".md-search__output") // which opens with the search
      && element.checkVisibility({ visibilityProperty: true }));
  return window.meant.length;
}"""
MISSED = """() => meant.filter((one) => !reached.has(one) && one.tabIndex >= 0)
  .map((one) => one.outerHTML.slice(0, 160))"""


PATHS = ["", "gradient/", "en/where-arrows-point/", "glossary/", "en/labs/gradient-field/"]


@pytest.mark.parametrize("path", by_turns(PATHS, 0))
def test_tab_reaches_everything_seen_and_leaves_the_page(browser, address, path):
    with new_tab(browser, address, locale="en-US", reduced_motion="reduce") as tab:
        tab.goto(path)
        settled(tab)
        unfold(tab)
        count = tab.evaluate(FOLLOW)
        assert count > 20
        for _ in range(2 * count):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement === document.body"):
                break  # out of the page: no trap
        assert tab.evaluate("document.activeElement === document.body")
        assert tab.evaluate("unseen") == []
        assert tab.evaluate(MISSED) == []


def test_what_scrolls_sideways_on_a_phone_is_reached(browser, address):
    phone = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    with new_tab(browser, address, **phone) as tab:
        for path in ("en/gradient/", "api/", "training/"):
            tab.goto(path)  # from the start, and not once Material's script has come by
            wide = tab.evaluate("""[...document.querySelectorAll("article *")].filter((element) =>
              element.closest("details:not([open])") === null
              && element.scrollWidth > element.clientWidth && element.clientWidth
              && ["auto", "scroll"].includes(getComputedStyle(element).overflowX)
            ).map((element) => element.hasAttribute("tabindex"))""")
            assert wide
            assert all(wide)
            settled(tab)
            assert tab.evaluate("document.querySelector('article pre > code[tabindex]')")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_search_opens_and_closes_with_keys(tab, key):
    tab.goto("en/")  # once a load: Material misses a focus that comes at once after a blur
    settled(tab)
    box = tab.locator(".md-search__input")
    tab.keyboard.press(key)
    expect(box).to_be_focused()
    expect(tab.locator("#__search")).to_be_checked()
    tab.keyboard.press("Escape")
    expect(tab.locator("#__search")).not_to_be_checked()
    expect(box).not_to_be_focused()


def test_what_the_search_finds_is_reached_with_keys(tab):
    tab.goto("en/")
    settled(tab)
    tab.keyboard.press("/")
    expect(tab.locator("#__search")).to_be_checked()
    tab.keyboard.type("softmax")
    tab.locator(".md-search-result__link").first.wait_for()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator(".md-search-result__link").first).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/en/softmax-and-loss/**")


def test_the_header_is_worked_with_keys(tab):
    tab.goto("gradient/")
    settled(tab)
    tab.locator("[name=__palette]").first.focus()
    for scheme in ("slate", "default", "slate"):
        tab.keyboard.press("Enter")
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    tab.locator(".book-language").focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/en/gradient/**")


def test_code_is_copied_and_a_solution_unfolded_with_keys(tab):
    tab.goto("gradient/")
    settled(tab)
    tab.evaluate("navigator.clipboard.writeText('')")
    tab.locator("pre > code:visible").first.scroll_into_view_if_needed()  # where it gets its button
    tab.locator("[data-md-type=copy]").first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_function("async () => (await navigator.clipboard.readText()).includes('import')")
    fold = tab.locator("details").first
    fold.locator("summary").focus()
    tab.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")
