"""Firefox as a phone has it, by WebDriver BiDi: Playwright's finger taps there, and cannot drag."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import websocket

from tests.browser.harness import FIREFOX

SIZE = {"width": 360, "height": 740}
TOUCH = 'user_pref("dom.w3c_touch_events.enabled", 1);\n'


class Phone:
    """A page in a phone's width, and a finger on it."""

    def __init__(self, socket: websocket.WebSocket) -> None:
        self.socket, self.sent = socket, 0
        self._send("session.new", capabilities={})
        self.context = self._send("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.setViewport", context=self.context, viewport=SIZE)

    def _send(self, method: str, **params: object) -> dict:
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": params}))
        while (answer := json.loads(self.socket.recv())).get("id") != self.sent:
            pass  # an event
        assert answer["type"] == "success", answer
        return answer["result"]

    def goto(self, address: str) -> None:
        self._send("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def evaluate(self, script: str, *given: object) -> object:
        """What the function gives for the arguments."""
        call = f"Promise.resolve(({script})(...{json.dumps(given)})).then(JSON.stringify)"
        target = {"context": self.context}
        told = self._send("script.evaluate", expression=call, target=target, awaitPromise=True)
        assert told["type"] == "success", told
        return json.loads(told["result"].get("value", "null"))

    def wait_for(self, script: str, *given: object) -> None:
        end = time.monotonic() + 60
        while not self.evaluate(script, *given):
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def swipe(self, x: float, y: float, right: float, down: float) -> None:
        """Put a finger on a place of the screen, draw it along, and lift it; or only press."""
        ways = [(round(x + right * n / 8), round(y + down * n / 8)) for n in range(9)]
        start, *others = [{"type": "pointerMove", "x": x, "y": y, "duration": 20} for x, y in ways]
        button = {"button": 0}
        actions = [
            start,
            {"type": "pointerDown", **button},
            *(others if right or down else [{"type": "pause", "duration": 40}]),
            {"type": "pointerUp", **button},
        ]
        finger = {"type": "pointer", "id": "finger", "parameters": {"pointerType": "touch"}}
        self._send(
            "input.performActions", context=self.context, actions=[finger | {"actions": actions}]
        )
        self.evaluate("() => new Promise(requestAnimationFrame)")


@contextmanager
def phone(profile: Path) -> Iterator[Phone]:
    """A Firefox of its own, with an empty profile."""
    (profile / "user.js").write_text(TOUCH)
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
    firefox = subprocess.Popen(
        [str(FIREFOX), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        told, end = profile / "WebDriverBiDiServer.json", time.monotonic() + 60
        while not (told.exists() and told.read_text()):
            assert time.monotonic() < end, "Firefox has not said where it listens"
            time.sleep(0.05)
        server = json.loads(told.read_text())
        address = f"ws://{server['ws_host']}:{server['ws_port']}/session"
        socket = websocket.create_connection(address, timeout=120, suppress_origin=True)
        yield Phone(socket)
        socket.close()
    finally:
        firefox.kill()
        firefox.wait()
