"""The last touch to a page's HTML: less of it, a name for the search dialog, and the policy.

The Content-Security-Policy allows scripts, styles, fonts and data of this site alone. Material's
inline scripts are allowed one by one, by their hashes; the style attributes of the figures are why
inline styles are allowed.
"""

import base64
import hashlib
import re

INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*\b(?:src|type=\"application/json\"))[^>]*>(.*?)</script>", re.S
)
# Names, operators, punctuation, white space and numbers of lines need no colour of their own: three
# of four parts that Pygments finds in the code of a page. A browser styles each.
PLAIN = re.compile(r'<span class="(?:n|o|p|w|normal)">([^<]*)</span>')
DOCSTRING = re.compile(r'<span class="sd">[^<]*</span>(?:\s*<span class="sd">[^<]*</span>)+')
# The docstrings of the reference are converted one by one, each with first uses of its own.
TERM = re.compile(r'<abbr tabindex="0" (title="[^"]*")>(.*?)</abbr>', re.S)
# Templates leave a tenth of a page to indentation. Code and scripts keep theirs.
SPACE = re.compile(r"(<(pre|script)\b.*?</\2>)|[ \t]*\n\s*", re.S)
# Where browsers break a line and should not, a word joiner holds it: a Korean particle stays with
# its word, behind a bracket too, and a bracket with the formula in it. Programs stay as they are.
STICKING = re.compile(
    r"(<(pre|script|style|title)\b.*?</\2>|<[^>]*>)"
    r"|([)\]%°](?:</\w+>)*(?=[가-힣])|\((?=<span class=\"arithmatex))",
    re.S,
)
HEADERLINK = re.compile(r'(<a class="headerlink" href="[^"]*") title=')
REFERENCE_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*_mkdocstrings\.css">')
MATH_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*math\.css">')
TABLE = re.compile(r"<table>.*?</table>", re.S)
SCROLLING = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
CODE = re.compile(r"(<pre><span></span><code)>(.*?)</code>", re.S)
# The home page shows its figure at once, before the story, and the code that draws it after it.
HOME = re.compile(
    r'(<h1 id="home">.*?</h1>)(.*?)'
    r'(<figure id="fig-home">\s*)(<div class="language-python.*?</div>)(.*?</figure>)',
    re.S,
)
NAMELESS_SEARCH = 'data-md-component="search" role="dialog"'


def finished(html: str, search: str, *, policy: bool) -> str:
    """Return the page with the name of its search dialog and, if asked for, its policy.

    `mkdocs serve` adds a script of its own afterwards, which a policy would forbid.
    """
    html = PLAIN.sub(r"\1", html)
    html = DOCSTRING.sub(_in_one, html)
    html = SPACE.sub(lambda found: found[1] or "\n", html)
    html = STICKING.sub(lambda found: found[1] or f"{found[3]}\u2060", html)
    html = HEADERLINK.sub(r"\1 aria-label=", html)  # which needs no tooltip, as a title does
    html = HOME.sub(r"\1\3\5\2\4", html)
    if 'class="doc ' not in html:
        html = REFERENCE_SHEET.sub("", html)
    if "<math" not in html:
        html = MATH_SHEET.sub("", html)
    html = _each_term_once(html)
    html = TABLE.sub(SCROLLING, html)
    html = CODE.sub(_with_lines, html)
    html = html.replace(NAMELESS_SEARCH, f'{NAMELESS_SEARCH} aria-label="{search}"')
    if policy:
        meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(html)}">'
        html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">{meta}', 1)
    return html


def _in_one(docstring: re.Match[str]) -> str:
    """Give all lines of a docstring their colour at once."""
    return f'<span class="sd">{re.sub("</?span[^>]*>", "", docstring[0])}</span>'


def _each_term_once(html: str) -> str:
    """Leave the meaning of a term where it is first used on the page."""
    seen: set[str] = set()

    def once(term: re.Match[str]) -> str:
        new = term[1] not in seen
        seen.add(term[1])
        return term[0] if new else term[2]

    return TERM.sub(once, html)


def _with_lines(code: re.Match[str]) -> str:
    """Say how many lines the code has, so that its height is known before it is laid out."""
    lines = code[2].rstrip("\n").count("\n") + 1
    return f'{code[1]} style="--lines:{lines}">{code[2]}</code>'


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
