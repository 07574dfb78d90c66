"""The Content-Security-Policy of a page: scripts, styles, fonts and data of this site alone.

In: the finished HTML, which alone has all inline scripts. They are allowed one by one, by their
hashes; the style attributes of the figures are why inline styles are allowed. Firefox fetches the
next page ahead, under default-src.
"""

import base64
import hashlib
import re
from pathlib import Path

from mkdocs.structure.pages import Page

from booksite.markdown.errors import PageError, relative

INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.S
)
SCRIPT = re.compile(r"<\s*script\b", re.I)
POLICY = (
    "default-src 'self'; script-src 'self'{}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
CHARSET = '<meta charset="utf-8">'


def require_no_script(html: str, page: Page) -> None:
    """Stop the build at a script in a chapter: the policy allows those of the theme alone."""
    if SCRIPT.search(html):
        file = Path(page.file.abs_src_path or "")
        lines = file.read_text(encoding="utf-8").splitlines()
        place = next((n for n, line in enumerate(lines, 1) if SCRIPT.search(line)), 1)
        raise PageError(f"{relative(file)}:{place}: a script has no place in a chapter")


def add_policy(html: str, command: str) -> str:
    """Return the page with its policy, before all else.

    `mkdocs serve` adds a script of its own afterwards, which a policy would forbid.
    """
    if command == "serve":
        return html
    scripts = sorted({_hash(script) for script in INLINE_SCRIPT.findall(html)})
    policy = POLICY.format("".join(f" {script}" for script in scripts))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(CHARSET, f"{CHARSET}{meta}", 1)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
