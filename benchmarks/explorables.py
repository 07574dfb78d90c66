"""How high each explorable is, and how long its frames take while it is dragged on a slow machine.

usage: python -m benchmarks.explorables SITE [NAME ...]

A frame is the time from one requestAnimationFrame to the next, with the processor slowed to a
sixth; 95 of 100 should take at most 33 ms. A drag is 90 moves of the mouse, of each mark in the
drawing and each range input that is shown first; the frames are those of three drags, of which one
alone has too few for its slowest twentieth. The height is that of drawing and controls without
caption and printed output; at 360 px a phone leaves 691 px under the header. Work is what the
page's own thread computes in a move, times six: it does not count what other programs take. Where
more of them run than there are processors, the line says so: its frames are not the page's alone.
Playwright's mouse makes some forty moves a second here: not every frame has one.
"""

import math
import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.explorables import Explorable, explorables, open_explorable
from tests.browser.harness import CHROMIUM, FLAGS, serving

SIZES = {360: 740, 1280: 800}
SLOWER = 6
MOVES = 90
DRAGS = 3
MARKS = ".handle:visible, .grip:visible"

RECORD = """() => {
  window.frames_ = [];
  let last = performance.now();
  const note = (now) => {
    frames_.push(now - last);
    last = now;
    window.noting = requestAnimationFrame(note);
  };
  window.noting = requestAnimationFrame(note);
}"""
HEIGHT = """(panel) => panel.getBoundingClientRect().bottom
  - panel.previousElementSibling.getBoundingClientRect().top"""
BELOW_CONTROLS = """(panel) => [...panel.querySelectorAll(".runners")]
  .reduce((sum, list) => sum + list.getBoundingClientRect().height, 0)"""


def percentile(times: list[float], share: float) -> float:
    """Return the time that this share of the times does not exceed."""
    return sorted(times)[min(len(times) - 1, math.ceil(share * len(times)) - 1)]


def worked(session) -> float:
    """Return the processor time that the page's thread has used so far, in milliseconds."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")


def drag(tab, target, session, slower: int) -> tuple[list[float], float]:
    """Return the times of all frames while the target is dragged, and the work of a move, in ms."""
    target.scroll_into_view_if_needed()
    box = target.bounding_box()
    slider = target.evaluate("(e) => e.localName === 'input'")
    middle = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]
    reach = [0.4 * box["width"], 0] if slider else [60, 40]
    tab.mouse.move(*middle)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    tab.mouse.down()
    before = worked(session)
    tab.evaluate(RECORD)
    for move in range(MOVES):
        turn = 2 * math.pi * move / MOVES
        places = zip(middle, reach, (math.sin(2 * turn), math.sin(3 * turn)), strict=True)
        tab.mouse.move(*(start + by * wave for start, by, wave in places))
    work = (worked(session) - before) / MOVES
    times = tab.evaluate("() => { cancelAnimationFrame(noting); return frames_; }")
    tab.mouse.up()
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    return times, work


def report(browser, address: str, explorable: Explorable, width: int) -> None:
    """Print a line for each mark and range input of the explorable."""
    size = {"width": width, "height": SIZES[width]}
    with open_explorable(browser, address, explorable, whole=True, viewport=size) as tab:
        session = tab.context.new_cdp_session(tab)
        high = tab.panel.evaluate(HEIGHT) - tab.panel.evaluate(BELOW_CONTROLS)
        targets = [("mark", mark) for mark in tab.drawing.locator(MARKS).all()]
        targets += [("slider", one) for one in tab.panel.locator("input[type=range]").all()[:1]]
        for kind, target in targets:
            drags = [drag(tab, target, session, SLOWER)[0] for _ in range(DRAGS)]
            times = [time for each in drags for time in each]
            _, work = drag(tab, target, session, 1)  # a slowed thread also counts how it waits
            spent = (
                f"{percentile(times, 0.5):5.0f} {percentile(times, 0.95):5.0f} {SLOWER * work:5.0f}"
            )
            load = os.getloadavg()[0] / (os.cpu_count() or 1)
            print(
                f"{explorable.name:14} {width:5} {high:6.0f}  {kind:6}"
                f" {spent}"
                + (f"   under load: {load:.1f} programs a processor" if load > 1 else ""),
                flush=True,
            )


if __name__ == "__main__":
    site, names = Path(sys.argv[1]), sys.argv[2:]
    print(f"{'':14} width height  dragged  p50   p95  work ms")
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        for one in explorables():
            if one.language == "en" and (not names or one.name in names):
                for width in SIZES:
                    report(browser, address, one, width)
        browser.close()
