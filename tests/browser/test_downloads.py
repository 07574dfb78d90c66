"""What a page offers is taken home by one click."""

import nbformat
import pytest

from tests.browser.harness import needs_chromium, new_tab


@needs_chromium
@pytest.mark.parametrize("address_of", ["gradient/", "en/labs/digits/"])
def test_one_click_takes_a_notebook_home(browser, address, address_of):
    with new_tab(browser, address, viewport={"width": 360, "height": 700}) as tab:
        tab.goto(address_of)
        buttons = tab.locator(".book-downloads a")
        for button in buttons.all():
            box = button.bounding_box()
            assert min(box["width"], box["height"]) >= 24
        with tab.expect_download() as taken:
            buttons.first.click()
        assert nbformat.read(taken.value.path(), as_version=4).cells[0].id == "install"
        tab.emulate_media(media="print")
        assert not tab.locator(".book-downloads").is_visible()
