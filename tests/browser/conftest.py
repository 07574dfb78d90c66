"""What the tests in a browser share: the site served, a browser, and a tab."""

import pytest
from playwright.sync_api import sync_playwright

from tests.browser import webkit as installed
from tests.browser.harness import CHROMIUM, FIREFOX, FLAGS, new_tab, required, serving


@pytest.fixture(scope="session")
def address(site):
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def firefox(playwright):
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit(site):
    with installed.webkit(site) as driver:
        yield driver


@pytest.fixture
def tab(browser, address):
    """A tab of a browser that speaks Korean."""
    permissions = ["clipboard-read", "clipboard-write"]
    with new_tab(browser, address, locale="ko-KR", permissions=permissions) as tab:
        yield tab


@pytest.fixture(scope="session")
def scripts(browser, address):
    """A tab for what is only asked of a module of the site, and changes no page."""
    with new_tab(browser, address) as tab:
        tab.goto("404.html")
        yield tab


@pytest.fixture
def python(site):
    """The page's Python must be there under CI=true, or these tests would be skipped unseen."""
    if not [*site.glob("assets/python/*/files.json")]:
        assert not required(), "no Python for the page: set PYODIDE, or run booksite.pyodide"
        pytest.skip("no Python for the page: run python -m booksite.pyodide")
