"""The built site: strict, whole, the same each time, and what a mistake in a page gets."""

import base64
import io
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from html import unescape
from pathlib import Path

import pytest

from tests.chapters import REFERENCE, ROOT, by_turns, fences, pages
from tests.conftest import build


def built_pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) == 2 * (len(pages()) + 1)  # and a 404 in each language
    return found


def text_of(html: str) -> str:
    """What a reader sees: without code, scripts and figures."""
    html = re.sub(r"<(pre|code|script|style|svg|title)\b.*?</\1>", "", html, flags=re.S)
    return re.sub(r"<[^>]+>", " ", html)


def test_no_page_shows_a_traceback_or_a_leftover_of_tex(site):
    for page in built_pages(site):
        html = page.read_text(encoding="utf-8")
        assert "Traceback (most recent" not in html, page
        for leftover in ("$", r"\(", r"\[", r"\frac", "///", "```", "{ #"):
            assert leftover not in text_of(html), (page, leftover)


def test_every_snippet_of_a_page_is_on_it(site):
    for page in set(pages()) - set(REFERENCE):  # whose code comes from the docstrings
        for folder, root in (("ko", site), ("en", site / "en")):
            source = (ROOT / "docs" / folder / page).read_text(encoding="utf-8")
            html = (root / page).with_suffix("") / "index.html"
            html = root / "index.html" if page == "index.md" else html
            shown = html.read_text(encoding="utf-8").count(
                '<div class="language-python highlight">'
            )
            assert shown == sum(fence.language == "python" for fence in fences(source))


def test_nothing_is_fetched_from_another_host(site):
    fetching = r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"([^\"]+)|<link\b[^>]*>"
    for page in built_pages(site):
        for match in re.finditer(fetching, page.read_text(encoding="utf-8")):
            address = match[1] or ""
            if not address and re.search(r'rel="(stylesheet|icon|preload|preconnect)', match[0]):
                address = re.search(r'href="([^"]+)', match[0])[1]
            assert not re.match(r"(https?:)?//", address), (page, address)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", sheet.read_text()), sheet


def test_the_language_links_lead_to_the_twin(site):
    korean = (site / "gradient" / "index.html").read_text(encoding="utf-8")
    english = (site / "en" / "gradient" / "index.html").read_text(encoding="utf-8")
    for html, language, other, href in [
        (korean, "ko", "en", "../en/gradient/"),
        (english, "en", "ko", "../../gradient/"),
    ]:
        assert f'<html lang="{language}"' in html
        switch = re.search(r'<a class="book-language" href="([^"]+)" hreflang="(\w+)"', html)
        assert switch.groups() == (href, other)


FORMULA = re.compile(r"<math.*?(?=<annotation|</math>)", re.S)


def italic(letter: str) -> str:
    """What MathML shows for a variable of one letter."""
    for first, last, start in (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("α", "ω", 0x1D6FC)):
        if first <= letter <= last:
            return "ℎ" if letter == "h" else chr(start + ord(letter) - ord(first))
    return letter


def test_the_math_font_is_shipped_and_holds_every_character_of_every_formula(site):
    from fontTools.ttLib import TTFont

    sheet = (site / "assets" / "fonts" / "math.css").read_text(encoding="utf-8")
    font = base64.b64decode(re.search(r"base64,([^)]+)\)", sheet)[1])
    assert len(font) < 40_000
    held = set(map(chr, TTFont(io.BytesIO(font)).getBestCmap()))
    used = set()
    for page in built_pages(site):
        for formula in FORMULA.findall(page.read_text(encoding="utf-8")):
            used |= {italic(x) for x in re.findall(r"<mi>(.)</mi>", formula)}
            used |= set(unescape(re.sub(r"<mi>.</mi>|<[^>]+>", "", formula)))
    assert len(used) > 80
    assert used - held - {"\n", "\xa0"} == set()  # which are not drawn


def test_the_english_site_has_no_copy_of_the_assets(site):
    assert not (site / "en" / "assets").exists()  # test_links: what it asks for is there


def test_a_page_loads_the_math_font_if_it_has_a_formula(site):
    loads = {}
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        loads.setdefault("<math" in html, set()).add("fonts/math.css" in html)
    assert loads == {True: {True}, False: {False}}


def test_a_second_build_runs_nothing_and_gives_the_same_bytes(book, site, tmp_path):
    done = build(book, tmp_path)
    assert re.search(r"Snippets: 0 ran, \d+ reused", done.stderr), done.stderr
    one, other = (
        {f.relative_to(s): f.read_bytes() for f in s.rglob("*") if f.is_file()}
        for s in (site, tmp_path)
    )
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def append(folder: Path, page: str, text: str) -> int:
    """Put the text at the end of a page; return the number of its first line."""
    file = folder / page
    before = file.read_text(encoding="utf-8")
    file.write_text(f"{before}\n{text}\n", encoding="utf-8")
    return before.count("\n") + 2


MISTAKES = [
    ("ko", "```python\nx = 1\n1 / 0\n```", 2, "ZeroDivisionError: division by zero\n    1 / 0"),
    ("en", "```python\nx = (\n```", 1, "SyntaxError"),
    ("en", "!!! note\n\n    ```python\n    1 / 0\n    ```", 3, "ZeroDivisionError"),
    ("ko", '```python exec="1"\nx = 1\n```', 0, "unknown option 'exec'"),
    ("en", "```python exec=1\nx = 1\n```", 0, "unknown option 'exec'"),
    ("ko", "The formula $\\frac{a$ is wrong.", 0, "wrong TeX"),
    ("en", "$$\n\\nosuch\n$$", 1, "wrong TeX"),
]


# Each is a build. What is said of a mistake, the fast tests ask of each kind.
@pytest.mark.parametrize(("language", "text", "offset", "cause"), by_turns(MISTAKES, 0, of=3))
def test_a_mistake_on_a_page_stops_the_build_and_is_named(small, language, text, offset, cause):
    page = f"docs/{language}/gradient.md"
    line = append(small, page, text)
    done = build(small, small / "site")
    assert done.returncode == 1
    assert f"{page}:{line + offset}: {cause}" in done.stderr
    assert "Traceback" not in done.stderr


def test_dead_links_stop_the_build_in_a_lab_and_into_one_too(small):
    dead = {
        "docs/en/index.md": ["nowhere.md", "gradient.md#no-id", "labs/try.md#no-task"],
        "docs/ko/labs/try.md": ["never.md", "../index.md#none", "#no-heading"],
    }
    for page, links in dead.items():
        append(small, page, " ".join(f"[to]({link})" for link in links))
    done = build(small, small / "site")
    assert done.returncode == 1
    for page, links in dead.items():
        name = re.sub("docs/.*?/", "", page)
        for link in links:
            assert re.search(f"'{name}' .*'{re.escape(link)}'", done.stderr), link


def test_a_nameless_figure_stops_the_build(small):
    code = "import matplotlib.pyplot as plt\nplt.plot([1])"
    append(small, "docs/en/index.md", f"```python\n{code}\n```")
    done = build(small, small / "site")
    assert done.returncode == 1
    assert "no caption" in done.stderr
    assert "index.md" in done.stderr


def test_a_missing_twin_stops_the_build(small):
    (small / "docs" / "en" / "gradient.md").unlink()
    done = build(small, small / "site")
    assert done.returncode == 1
    assert "ko/gradient.md has no twin: write en/gradient.md" in done.stderr


def test_serving_keeps_the_last_good_site_and_recovers(small):
    log = small / "serve.log"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with log.open("w") as out:
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
        server = subprocess.Popen(command, cwd=small, stdout=out, stderr=out)
    try:
        for path in ("gradient/", "en/gradient/"):
            wait_for(f"http://{address}/{path}", "<h1", log)
        page = small / "docs" / "en" / "gradient.md"
        good = page.read_text(encoding="utf-8")
        page.write_text(good + "\n```python\n1 / 0\n```\n", encoding="utf-8")
        wait_until(lambda: "The last good site stays up" in log.read_text(), log)
        assert "ZeroDivisionError" in log.read_text()
        for path in ("gradient/", "en/gradient/", "assets/stylesheets/book.css"):
            assert read(f"http://{address}/{path}")
        page.write_text(good + "\nMended at last.\n", encoding="utf-8")
        wait_for(f"http://{address}/en/gradient/", "Mended at last.", log)
    finally:
        server.terminate()
        server.wait(20)


def read(address: str) -> str:
    with urllib.request.urlopen(address, timeout=20) as response:
        return response.read().decode()


def wait_for(address: str, text: str, log: Path) -> None:
    def arrived() -> bool:
        try:
            return text in read(address)
        except (urllib.error.URLError, OSError):
            return False

    wait_until(arrived, log)


def wait_until(true, log: Path) -> None:
    end = time.monotonic() + 150
    while not true():
        assert time.monotonic() < end, log.read_text()
        time.sleep(0.2)
