"""What the browser tests share: a Chromium, a tab that lets nothing else through, and axe."""

import functools
import http.server
import json
import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import expect

from tests.chapters import FOLDERS, pages_to_read

# The headless shell opens a tab in a fifth of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")


def required() -> bool:
    """Whether a browser that is not there is a fault: on Linux under CI=true."""
    return os.environ.get("CI") == "true" and sys.platform == "linux"


needs_chromium = pytest.mark.skipif(
    CHROMIUM is None and not required(),
    reason="no Chromium is installed; on Linux under CI=true these tests run all the same",
)
needs_firefox = pytest.mark.skipif(
    FIREFOX is None and not required(),
    reason="no Firefox is installed; on Linux under CI=true these tests run all the same",
)
NOWHERE = {"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"}
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking"
expect.set_options(timeout=60_000)  # two cores may have eight tests to run
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
EVERY_PAGE = [
    pytest.param(language, page, id=f"{language}-{page}")
    for language in FOLDERS
    for page in pages_to_read()
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: at an address that does not exist, the site's 404.html."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        """A page at an address with `?only=ID` has in its article nothing but that figure."""
        address = urlsplit(self.path)
        figure = parse_qs(address.query).get("only")
        if not figure:
            super().do_GET()
            return
        page = Path(self.directory, address.path.lstrip("/"), "index.html")
        self.send_page(alone(page.read_text(encoding="utf-8"), figure[0]).encode())

    def send_page(self, body: bytes, code: int = 200) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code, message=None, explain=None):
        page = Path(self.directory, f"{code}.html")
        if not page.exists():
            super().send_error(code, message, explain)
            return
        self.send_page(page.read_bytes(), code)


def alone(page: str, figure: str) -> str:
    """The page with the figure and its heading alone: a tenth of the elements, half of the time."""
    start, first, rest = re.split(r"(<h1.*?</h1>)", page, maxsplit=1, flags=re.S)
    found = re.search(rf'<figure[^>]* id="{figure}".*?</figure>', rest, re.S)
    assert found, f"no figure {figure}"
    return start + first + found[0] + rest[rest.index('<div class="book-end">') :]


@contextmanager
def serving(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve the folder; give its address."""
    handler = functools.partial(handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def new_tab(browser, address: str, **settings):
    """A tab that reaches nothing but this site, and knows of every complaint."""
    if browser.browser_type.name == "chromium":
        settings = {"proxy": NOWHERE} | settings  # routing each request would take a fifth longer
    context = browser.new_context(base_url=address, **settings)
    context.set_default_timeout(60_000)
    tab = context.new_page()
    tab.refused, tab.complaints = [], []

    def note(request):  # but not what the site's own policy has stopped
        if not request.url.startswith((address, "data:", "blob:")) and request.failure != "csp":
            tab.refused.append(request.url)

    tab.on("requestfailed", note)
    tab.on("requestfinished", note)
    tab.on("console", lambda m: m.type in ("error", "warning") and tab.complaints.append(m.text))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()


def settled(tab) -> None:
    """Wait until Material is there, and our scripts have done with explorables."""
    tab.wait_for_function("() => window.component$")  # the last thing that its bundle says
    tab.wait_for_function("""() => [...document.querySelectorAll("[data-figure]")].every(
      (explorable) => "ready" in explorable.dataset)""")


def unfold(tab) -> None:
    """Open all that is folded away."""
    tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def toggle(tab) -> None:
    """Go to the other of light and dark; wait until the page is there."""
    before = tab.evaluate("document.body.dataset.mdColorScheme")
    tab.locator("label[for^=__palette]:visible").click()
    tab.wait_for_function("(before) => document.body.dataset.mdColorScheme !== before", arg=before)


def found_by_axe(tab, within: str = "html", leave_out: list[str] | None = None) -> str:
    """What axe-core finds in a part of the page, as text; nothing is "{}"."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE)
    rules = {rule: {"enabled": False} for rule in leave_out or ()}
    # other results would take twice the time; nor are the style sheets fetched again, of which
    # one rule asks whether they hold a phone's screen in one direction
    options = {"rules": rules, "resultTypes": ["violations"], "preload": False}
    found = tab.evaluate(
        "([within, options]) => axe.run(within, options).then((result) => result.violations)",
        [within, options],
    )
    told = {v["id"]: [n["html"][:160] for n in v["nodes"]][:3] for v in found}
    return json.dumps(told, indent=1, ensure_ascii=False)
