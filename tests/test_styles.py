"""Style sheets lose what no page needs, and no page looks another way for it."""

from pathlib import Path

import material
import pytest

from booksite.styles import slimmed, used_by
from tests.browser import needs_chromium, settled
from tests.chapters import ROOT

PAGE = '<body dir="ltr" data-look="plain"><p class="here there" id="top">--not-a-name</p>'
SCRIPT = 'element.className = "made"; element.setAttribute("data-made", "yes")'


def left_of(sheet: str) -> str:
    return slimmed({"sheet": sheet}, used_by([PAGE], [SCRIPT]))["sheet"]


@pytest.mark.parametrize(
    "selector",
    [
        "p", ".here", "p.here.there", "#top", ".made", "[data-look]", "[data-look=plain]",
        "[data-made=yes]", ":not(.nowhere)", ":is(.nowhere,.here)", "*", "p:hover",
        "p::-webkit-scrollbar", ".here>p", "[dir=ltr] p",
    ],
)  # fmt: skip
def test_a_rule_that_may_match_stays(selector):
    assert left_of(f"{selector} {{ color: red }}") == f"{selector}{{color:red}}"


@pytest.mark.parametrize(
    "selector",
    [
        "video", ".nowhere", "p.here.nowhere", "#nowhere", "[data-nowhere]", "[data-look=fancy]",
        "[data-made=no]", ":is(.nowhere,.never)", ".here .nowhere p", "[dir=rtl] p",
    ],
)  # fmt: skip
def test_a_rule_that_cannot_match_goes(selector):
    assert left_of(f"{selector} {{ color: red }}") == ""
    assert left_of(f"{selector}, p {{ color: red }}") == "p{color:red}"
    assert left_of(f"@media print {{ {selector} {{ color: red }} }}") == ""


def test_other_rules_stay():
    for rule in ("@media print{p{color:red}}", "@font-face{src:url(a.woff2)}", "@page{margin:1cm}"):
        assert left_of(rule) == rule


def test_a_variable_that_nothing_reads_goes():
    assert left_of(
        ":root{--read:1;--idle:url('a;b')}p{top:var(--read)}.nowhere{top:var(--idle)}"
    ) == (":root{--read:1}p{top:var(--read)}")


ALL_STYLES = """() => [...document.querySelectorAll("body, body *")].flatMap(
  (e) => ["", "::before", "::after"].map((part) => {
    const { content, cssText } = getComputedStyle(e, part);
    return part && content === "none" ? "" : e.className + part + " " + cssText;
  }))"""


def original(route):
    """Answer with the sheet as it was before the build made it small."""
    name = route.request.url.rpartition("/")[2]
    places = [Path(material.__path__[0]) / "templates", ROOT / "theme"]
    sheet = next(file for place in places for file in place.rglob(name))
    route.fulfill(path=sheet, content_type="text/css")


def styles_at_rest(tab) -> list[str]:
    """The styles of all elements, once they are twice the same."""
    before, styles = None, tab.evaluate(ALL_STYLES)
    while styles != before:
        before, styles = styles, tab.evaluate(ALL_STYLES)
    return styles


@needs_chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_element_looks_another_way(tab, scheme):
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    seen = []
    for _ in range(2):
        tab.goto("en/softmax-and-loss/")
        settled(tab)
        tab.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        tab.mouse.move(0, 0)
        seen.append(styles_at_rest(tab))
        tab.route("**/*.min.css", original)
        tab.route("**/book.css", original)
    assert len(seen[0]) > 1000
    assert [pair for pair in zip(*seen, strict=True) if pair[0] != pair[1]] == []
