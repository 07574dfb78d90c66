"""What a press of Run costs: megabytes and seconds to the first number and to the first figure.

usage: python benchmarks/running.py SITE     a built site with Run buttons

In Chromium and Firefox, where they are installed: cold, and again with the browser's cache, each
the median of three. Bytes are those of the files; a host that compresses sends fewer.
"""

import gzip
import json
import statistics
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.browser.harness import CHROMIUM, FIREFOX, FLAGS, serving

TIMES = 3
NUMBER = "article > .highlight:has(> .book-run)"  # the first of the page that is not folded
FIGURE = ".figure-code .highlight:has(> .book-run)"
RUN = """([selector]) => {
  const block = document.querySelector(selector);
  for (let fold = block.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  block.querySelector(".book-run").click();
}"""
ENDED = """([selector]) => {
  const block = document.querySelector(selector);
  return block.querySelector(".book-bar") && !block.hasAttribute("data-running");
}"""


@contextmanager
def browsers(playwright):
    """Each browser that is installed, by name."""
    found = {}
    if CHROMIUM:
        found["Chromium"] = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
    if FIREFOX:
        found["Firefox"] = playwright.firefox.launch(channel="moz-firefox", executable_path=FIREFOX)
    yield found
    for browser in found.values():
        browser.close()


def seconds(tab, address: str, selector: str) -> tuple[float, float]:
    """The time from the press to the result, and that of the next run."""
    tab.goto(f"{address}gradient/")
    tab.wait_for_selector(NUMBER)
    found = []
    for _ in range(2):
        begin = time.perf_counter()
        tab.evaluate(RUN, [selector])
        tab.wait_for_function(ENDED, arg=[selector], timeout=300_000)
        found.append(time.perf_counter() - begin)
    return found[0], found[1]


def megabytes(site: Path) -> None:
    """Print what is fetched: as files, and as a host sends them that compresses."""
    [place] = site.glob("assets/python/*/")
    about = json.loads((place / "files.json").read_text(encoding="utf-8"))
    for what, names in (("number", about["numbers"]), ("figure", about["figures"])):
        data = [(place / name).read_bytes() for name in names]
        sent = sum(min(len(gzip.compress(one, 6)), len(one)) for one in data)
        more = "more for a" if what == "figure" else "to the first"
        print(f"{sum(map(len, data)) / 1e6:.1f} MB {more} {what}, {sent / 1e6:.1f} MB compressed")


def main() -> None:
    """Measure all."""
    site = Path(sys.argv[1])
    megabytes(site)
    print("browser    what     cold  cached  again  (s)")
    with sync_playwright() as playwright, browsers(playwright) as found, serving(site) as address:
        for name, browser in found.items():
            for what, selector in (("number", NUMBER), ("figure", FIGURE)):
                cold, cached, again = [], [], []
                for _ in range(TIMES):
                    context = browser.new_context()
                    tab = context.new_page()
                    cold.append(seconds(tab, address, selector)[0])
                    first, second = seconds(tab, address, selector)
                    cached.append(first)
                    again.append(second)
                    context.close()
                medians = (statistics.median(times) for times in (cold, cached, again))
                print(f"{name:10} {what:6} " + "".join(f"{one:7.2f}" for one in medians))


if __name__ == "__main__":
    main()
