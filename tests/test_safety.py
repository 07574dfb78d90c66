"""Nothing comes from another host."""

import pytest

from tests.browser import EVERY_PAGE, needs_chromium, path_of

pytestmark = needs_chromium


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_a_page_is_whole_without_any_other_host(tab, language, page):
    tab.goto(path_of(language, page), wait_until="networkidle")
    assert tab.refused == []
    assert tab.complaints == []
    assert tab.evaluate("document.documentElement.lang") == language
