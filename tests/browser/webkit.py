"""WebKitGTK behind the part of Playwright's page that the tests of all browsers use.

Playwright drives a WebKit of its own only. Selenium drives the one that is installed, but it can
neither say what a page complained of nor make a window narrower than its toolbar: so the server
puts a recorder before each page's policy, and the page stands in a frame of any width.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.mouse_button import MouseButton
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.harness import Quiet, required, serving

DRIVER = shutil.which("WebKitWebDriver")
BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)
needs_webkit = pytest.mark.skipif(
    (DRIVER is None or BROWSER is None or shutil.which("Xvfb") is None) and not required(),
    reason="webkit2gtk-driver and xvfb are not installed; on Linux under CI=true this runs anyway",
)
RECORDER = b"""<script>{
  const said = (window.complaints = []);
  for (const level of ["error", "warn"]) console[level] = (...words) => said.push(words.join(" "));
  addEventListener("error", (event) => said.push(event.message || event.target.outerHTML), true);
  addEventListener("unhandledrejection", (event) => said.push(String(event.reason)));
  addEventListener("securitypolicyviolation", (event) =>
    said.push(`${event.effectiveDirective} refuses ${event.blockedURI}`));
}</script>"""
FRAME = "<!doctype html><body style='margin:0'><iframe id=page style='border:0'></iframe>"


class Recorded(Quiet):
    """Serves each page with the recorder before its policy, and an empty page with a frame."""

    def do_GET(self):
        path, _, query = self.path.partition("?")
        page = Path(self.directory, path.lstrip("/"), "index.html" if path.endswith("/") else "")
        if path == "/frame.html":
            super().send_page(FRAME.encode())
        elif page.suffix == ".html" and page.is_file() and "only=" not in query:
            self.send_page(page.read_bytes())
        else:
            super().do_GET()

    def send_page(self, body: bytes, code: int = 200) -> None:
        super().send_page(body.replace(b"<head>", b"<head>" + RECORDER, 1), code)


@contextmanager
def webkit(site: Path) -> Iterator[WebDriver]:
    """WebKitGTK on a screen of its own that nobody sees, with the site at `driver.address`."""
    screen, end = os.pipe()
    xvfb = subprocess.Popen(
        ["Xvfb", "-displayfd", str(end), "-screen", "0", "1600x1000x24"],
        pass_fds=(end,),
        stderr=subprocess.DEVNULL,
    )
    try:
        display = ":" + os.read(screen, 9).decode().strip()
        options = Options()
        options.binary_location = str(BROWSER)
        options.add_argument("--automation")
        settings = {"DISPLAY": display, "LC_ALL": "C.UTF-8", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        service = Service(str(DRIVER), env=os.environ | settings)  # no GPU shares its memory
        with serving(site, Recorded) as address:
            driver = webdriver.WebKitGTK(options=options, service=service)
            driver.address = address
            driver.set_script_timeout(60)
            driver.set_window_rect(0, 0, 1500, 980)  # higher than any frame: it must not scroll
            yield driver
            driver.quit()
    finally:
        xvfb.kill()
        xvfb.wait()
        os.close(screen)
        os.close(end)


class Keyboard:
    def __init__(self, driver: WebDriver):
        self.driver = driver

    def press(self, key: str) -> None:
        *held, last = (getattr(Keys, _snake(part), part) for part in key.split("+"))
        keys = ActionBuilder(self.driver)
        for each in held:
            keys.key_action.key_down(each)
        keys.key_action.key_down(last).key_up(last)
        for each in reversed(held):
            keys.key_action.key_up(each)
        keys.perform()

    def type(self, text: str) -> None:
        webdriver.ActionChains(self.driver).send_keys(text).perform()


def _snake(key: str) -> str:
    """The name that Selenium gives to one of Playwright's keys."""
    return key if len(key) == 1 else key.replace("Arrow", "ARROW_").upper()


class Mouse:
    """Places are CSS pixels of the page's frame, which stands at the window's upper left."""

    def __init__(self, driver: WebDriver):
        self.driver = driver

    def _do(self, *steps) -> None:
        actions = ActionBuilder(self.driver, duration=20)
        for name, *given in steps:
            getattr(actions.pointer_action, name)(*given)
        actions.perform()

    def move(self, x: float, y: float) -> None:
        self._do(("move_to_location", round(x), round(y)))

    def down(self) -> None:
        self._do(("pointer_down", MouseButton.LEFT))

    def up(self) -> None:
        self._do(("pointer_up", MouseButton.LEFT))

    def click(self, x: float, y: float) -> None:
        self.move(x, y)
        self.down()
        self.up()


class WebKitTab:
    """What a test may do with a page in any browser, done in WebKit."""

    refused: tuple[str, ...] = ()  # what the policy refuses is among the complaints

    def __init__(self, driver: WebDriver, width: int = 1280, height: int = 800):
        self.driver = driver
        self.width, self.height = width, height
        self.keyboard, self.mouse = Keyboard(driver), Mouse(driver)

    def goto(self, path: str) -> None:
        self.driver.switch_to.default_content()
        self.driver.get(self.driver.address + "frame.html")
        self.driver.execute_async_script(
            """const [address, width, height, done] = arguments;
            page.width = width;
            page.height = height;
            page.onload = () => done();
            page.src = address;""",
            *(self.driver.address + path, self.width, self.height),
        )
        self.driver.switch_to.frame("page")

    def set_viewport_size(self, size: dict[str, int]) -> None:
        self.width, self.height = size["width"], size["height"]
        self.driver.switch_to.default_content()
        self.driver.execute_script("Object.assign(page, arguments[0])", size)
        self.driver.switch_to.frame("page")

    def evaluate(self, script: str, given: object = None) -> object:
        """The value of the script; where it is a function, of its call."""
        return self._run(script, given, "value")

    def wait_for_function(self, script: str, *, arg: object = None) -> None:
        WebDriverWait(self, 60, 0.05).until(lambda tab: tab._run(script, arg, "Boolean(value)"))

    def _run(self, script: str, given: object, wanted: str) -> object:
        source = script.strip().rstrip(";")  # part of the text: the policy forbids eval
        told = self.driver.execute_async_script(
            "const [given, done] = arguments;"
            "(async () => {"
            f"  let value = (\n{source}\n);"
            "  value = await (typeof value === 'function' ? value(given) : value);"
            f"  return {wanted};"
            "})().then((value) => done({ value }), (error) => done({ error: String(error) }));",
            given,
        )
        assert "error" not in told, told["error"]
        return told.get("value")

    @property
    def complaints(self) -> list[str]:
        return self.evaluate("window.complaints ?? []")

    def screenshot(self, path: str) -> None:
        self.driver.save_screenshot(path)

    def close(self) -> None:
        with suppress(Exception):
            self.driver.switch_to.default_content()
