"""On a phone, in the dark, on paper."""

import pytest

from tests.browser import EVERY_PAGE, needs_chromium, path_of

pytestmark = needs_chromium


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_nothing_sticks_out_on_a_phone(browser, address, language, page):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=address)
    tab = context.new_page()
    tab.goto(path_of(language, page))
    wide = tab.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 360


def test_figures_and_formulas_follow_the_toggle(tab):
    tab.goto("gradient/")
    colours = """() => ["math", ".snippet-figures svg"].map(
      (selector) => getComputedStyle(document.querySelector(selector)).color)"""
    light = tab.evaluate(colours)
    tab.locator("label[for=__palette_1]").click()
    dark = tab.evaluate(colours)
    assert all(a != b for a, b in zip(light, dark, strict=True))


def test_paper_shows_the_text_alone(tab):
    tab.goto("gradient/")
    tab.emulate_media(media="print")
    for chrome in (".md-header", ".md-footer", ".md-sidebar--primary", ".md-clipboard"):
        for element in tab.locator(chrome).all():
            assert not element.is_visible(), chrome
    assert tab.locator("h1").is_visible()
