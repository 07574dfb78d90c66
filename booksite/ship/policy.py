"""The Content-Security-Policy of a page: scripts, styles, fonts and data of this site alone.

In: the finished HTML, which alone has all inline scripts. They are allowed one by one, by their
hashes; the style attributes of the figures are why inline styles are allowed.
"""

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.S
)
CHARSET = '<meta charset="utf-8">'


def add_policy(html: str, command: str) -> str:
    """Return the page with its policy, before all else.

    `mkdocs serve` adds a script of its own afterwards, which a policy would forbid.
    """
    if command == "serve":
        return html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(html)}">'
    return html.replace(CHARSET, f"{CHARSET}{meta}", 1)


def _policy(html: str) -> str:
    hashes = {_hash(script) for script in INLINE_SCRIPT.findall(html)}
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {' '.join(sorted(hashes))}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
