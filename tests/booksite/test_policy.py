"""The policy of a page allows what the book has, and nothing else."""

import base64
import hashlib
import re
from types import SimpleNamespace

import pytest

from booksite.markdown.errors import PageError
from booksite.ship.policy import add_policy, require_no_script

PAGE = (
    '<head><meta charset="utf-8"><script>let a = 1</script><script src="x.js"></script>'
    '<script id="__config" type="application/json">{"base": "."}</script></head>'
)


def directives(html: str) -> dict[str, str]:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)[1]
    return dict(rule.split(" ", 1) for rule in policy.split("; "))


def test_the_policy_is_this_one_and_stands_before_all_else():
    html = add_policy(PAGE, "build")
    digest = base64.b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    assert directives(html) == {
        "default-src": "'self'",
        "script-src": f"'self' 'sha256-{digest}'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self' data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    assert html.startswith('<head><meta charset="utf-8"><meta http-equiv=')


@pytest.mark.parametrize(
    "script", ["<script>alert(1)</script>", '<SCRIPT src="x.js">', "< script >"]
)
def test_a_script_in_a_chapter_stops_the_build(tmp_path, script):
    file = tmp_path / "page.md"
    file.write_text(f"# Title\n\n{script}\n")
    page = SimpleNamespace(file=SimpleNamespace(abs_src_path=str(file)))
    with pytest.raises(PageError, match=r"page\.md:3: a script has no place in a chapter"):
        require_no_script(f"<p>{script}</p>", page)
    require_no_script("<p>&lt;script&gt;</p>", page)


def test_a_page_is_otherwise_what_it_was():
    html = add_policy(PAGE, "build")
    assert re.sub(r"<meta http-equiv=[^>]*>", "", html) == PAGE


def test_served_pages_have_none_for_mkdocs_adds_a_script_to_them():
    assert add_policy(PAGE, "serve") == PAGE
