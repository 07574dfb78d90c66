"""How large the labels of every figure are, on a phone and on a laptop.

usage: python -m benchmarks.figures SITE

Labels should have 12 to 14 CSS pixels at 1280 and at least 11 at 360. A figure that has others is
marked with an exclamation mark. The size of a label is that of its letters; exponents are smaller.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.harness import CHROMIUM, FLAGS, new_tab, serving

ALLOWED = {360: (11, 14), 1280: (12, 14)}
ROUNDING = 0.05  # px

SIZES = """(figure) => [...figure.querySelectorAll(".snippet-figures svg text")]
  .filter((text) => text.getClientRects().length)
  .map((text) => {
    const { a, b } = text.getScreenCTM();
    const parts = [text, ...text.querySelectorAll("tspan")].map(
      (part) => parseFloat(getComputedStyle(part).fontSize));
    const letters = text.querySelector("tspan") ? parts.slice(1) : parts;
    return Math.max(...letters) * Math.hypot(a, b);
  })"""


def report(tab, path: str) -> tuple[int, int]:
    """Print a line for each figure of the page; return how many there are and fall outside."""
    found: dict[str, dict[int, list[float]]] = {}
    for width in ALLOWED:
        tab.set_viewport_size({"width": width, "height": 800})
        tab.goto(path)
        tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        figures = tab.locator("figure:has(> .snippet-figures)")
        for number, figure in enumerate(figures.all(), 1):
            name = figure.get_attribute("id") or f"figure {number}"
            found.setdefault(name, {})[width] = figure.evaluate(SIZES)
    outside = 0
    for name, sizes in found.items():
        told, wrong = [], False
        for width, (least, most) in ALLOWED.items():
            if not sizes[width]:
                continue
            small, large = min(sizes[width]), max(sizes[width])
            wrong |= small < least - ROUNDING or large > most + ROUNDING
            told.append(f"{width}: {small:4.1f}–{large:4.1f}")
        outside += wrong
        print(f"{'!' if wrong else ' '} {path + '#' + name:56} {'   '.join(told)}", flush=True)
    return len(found), outside


if __name__ == "__main__":
    site = Path(sys.argv[1])
    found = sorted(file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS.split())
        with new_tab(browser, address) as tab:
            counts = [report(tab, "" if page == "." else f"{page}/") for page in found]
        browser.close()
    print(f"{sum(n for n, _ in counts)} figures, {sum(n for _, n in counts)} outside")
