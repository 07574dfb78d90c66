"""Nothing comes from another host, and nothing could."""

import re

from tests.browser.harness import needs_chromium

# Each asks another host for something, in a way of its own.
INTRUSIONS = {
    "script-src-elem": "add('script', { src: there + 'x.js' })",
    "img-src": "add('img', { src: there + 'x.png' })",
    "style-src-elem": "add('link', { rel: 'stylesheet', href: there + 'x.css' })",
    "frame-src": "add('iframe', { src: there })",
    "media-src": "add('video', { src: there + 'x.mp4' })",
    "object-src": "add('object', { data: there + 'x.swf' })",
    "connect-src": "fetch(there).catch(() => {})",
    "font-src": "new FontFace('x', `url(${there}x.woff2)`).load().catch(() => {})",
    "script-src-attr": "add('a', {}).setAttribute('onclick', 'alert(1)')",
}
BLOCKED = """(done) => {{
  const there = "http://intruder.invalid/";
  const add = (name, fields) => document.body.appendChild(
    Object.assign(document.createElement(name), fields));
  window.blocked = [];
  addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
  {};
}}"""


@needs_chromium
def test_the_policy_stops_what_asks_another_host(tab):
    tab.goto("gradient/")
    for directive, intrusion in INTRUSIONS.items():
        tab.evaluate(BLOCKED.format(intrusion))
        tab.wait_for_function("(directive) => blocked.includes(directive)", arg=directive)
    assert tab.refused == []  # none was even sent


def test_every_page_has_the_policy_before_all_else(site):
    files = list(site.rglob("*.html"))
    assert files
    for file in files:
        head = file.read_text(encoding="utf-8").partition("<head>")[2]
        found = re.match(
            r'\s*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="(.+?)">',
            head,
        )
        assert found, file
        rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
        assert rules.pop("default-src") == "'self'"
        assert rules.pop("object-src") == "'none'"
        assert rules.pop("style-src") == "'self' 'unsafe-inline'"
        for name, allowed in rules.items():
            for source in allowed.split():
                assert source in ("'self'", "data:") or source.startswith("'sha256-"), (file, name)


def test_no_page_has_an_inline_handler(site):
    for file in site.rglob("*.html"):
        for tag in re.findall(r"<[a-z][^>]*>", file.read_text(encoding="utf-8")):
            bare = re.sub(r'"[^"]*"', '""', tag)
            assert not re.search(r"\son\w+=", bare), (file, tag[:120])
            assert "javascript:" not in tag, (file, tag[:120])
