"""Run: the blocks of a page run on it, by a Python that comes from this site alone."""

import gzip
import json
import re

import pytest
from playwright.sync_api import expect

from booksite.fences import fences, is_lab
from tests.browser.harness import Quiet, needs_chromium, new_tab, serving, settled
from tests.chapters import once, path_of, read
from tests.dialogues import agrees

pytestmark = needs_chromium
PHONE = {"width": 360, "height": 740}
LONG = 240_000  # milliseconds: two cores may have eight tests to run


@pytest.fixture
def phone(browser, address, python):
    with new_tab(browser, address, viewport=PHONE, has_touch=True) as tab:
        yield tab
        assert tab.refused == []
        assert [c for c in tab.complaints if "font cache" not in c] == []


def open_page(tab, language, page):
    tab.goto(path_of(language, page))
    settled(tab)
    tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")


def block(tab, contains):
    """The block with this code."""
    found = tab.locator(".highlight:has(> .book-run)").filter(has_text=contains).first
    found.scroll_into_view_if_needed()
    return found


def run(tab, one):
    """Press Run and wait for the end."""
    one.locator(".book-run").click()
    ended(tab, one)


def ended(tab, one):
    tab.wait_for_function(
        "one => one.querySelector('.book-bar') && !one.closest('article')"
        ".querySelector('[data-running]')",
        arg=one.element_handle(),
        timeout=LONG,
    )


def write(one, old, new):
    """Change the code as a reader does."""
    code = one.locator("code")
    text = code.text_content()
    assert old in text
    code.evaluate(
        "(code, text) => { code.textContent = text; code.dispatchEvent(new Event('input')); }",
        text.replace(old, new),
    )


def result(one):
    """What a block that draws nothing has printed."""
    below = one.locator("xpath=following-sibling::div[contains(@class, 'book-results')][1]")
    return below.text_content().strip()


@pytest.mark.parametrize("language", once("ko"))
def test_the_first_lines_of_the_book_run_and_can_be_changed(phone, language):
    open_page(phone, language, "index.md")
    first = block(phone, "gradient_field")
    first.locator(".book-run").focus()
    phone.keyboard.press("Enter")
    ended(phone, first)
    built, drawn = phone.locator("figure .snippet-figures").all()
    assert not built.is_visible()
    arrows = "svg => svg.querySelectorAll('path').length"
    assert drawn.locator("svg").evaluate(arrows) > 100
    waits = "svg => getComputedStyle(svg).contentVisibility"  # as the built ones while a page loads
    assert drawn.locator("svg").evaluate(waits) == "visible"

    write(first, "0.25)", "1)")
    first.locator("code").focus()
    phone.keyboard.press("Control+Enter")
    ended(phone, first)
    fewer = phone.locator(".book-results svg")
    assert fewer.evaluate(arrows) < built.locator("svg").evaluate(arrows) / 2

    open_page(phone, language, "index.md")
    expect(block(phone, "2.5, 1)").locator("code")).to_have_attribute("role", "textbox")
    phone.locator(".book-bar button").first.click()
    assert "0.25)" in block(phone, "gradient_field").locator("code").text_content()
    assert phone.locator("figure .snippet-figures").first.is_visible()
    assert phone.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('code:'))") == []


def test_a_number_a_dialogue_an_error_and_an_endless_loop(phone):
    open_page(phone, "en", "gradient.md")
    number = block(phone, "def in_place_gradient")
    shown = number.locator("xpath=following-sibling::pre[1]").text_content()
    run(phone, number)
    assert result(number) == shown.strip()

    dialogue = next(f for f in fences(read("en", "gradient.md")) if f.language == "pycon")
    first = phone.locator(".language-pycon.highlight").first
    run(phone, first)
    wants = re.findall(r"^(?!>>>|\.\.\.).+\n", f"{dialogue.source}\n", re.M)
    assert agrees("".join(wants), result(first))
    assert ">>>" not in first.locator("code").text_content()

    write(number, "return slopes", "return slopes / 0 + nothing")
    run(phone, number)
    wrong = phone.locator(".book-error")
    assert wrong.locator("code").first.text_content() == "NameError: name 'nothing' is not defined"
    line = 1 + number.locator("code").text_content().split("+ nothing")[0].count("\n")
    assert wrong.locator("span").first.text_content() == f"line {line}"
    assert number.locator("code").evaluate("c => c.style.getPropertyValue('--line')") == str(line)

    write(number, "return slopes / 0 + nothing", "while True: pass")
    number.locator(".book-run").click()
    status = number.locator("[role=status]")
    expect(status).to_have_text("Running", timeout=LONG)
    number.locator(".book-run").click()
    expect(status).to_contain_text("starts anew")
    assert wrong.count() == 0  # an error is that of the last run
    number.locator(".book-bar button").click()
    run(phone, number)
    assert result(number) == shown.strip()

    write(number, "import numpy as np", "import dask")
    run(phone, number)
    expect(status).to_have_text("The page’s Python has no module dask.")


def test_what_is_kept_and_cannot_be_read_counts_as_nothing(phone):
    open_page(phone, "en", "gradient.md")
    phone.evaluate("localStorage.setItem(`code:${location.pathname}#0`, '{half')")
    open_page(phone, "en", "gradient.md")
    number = block(phone, "def in_place_gradient")
    run(phone, number)
    assert "[6. 8.]" in result(number)


def test_the_editor_leaves_syllables_alone_and_takes_back_a_tab(phone):
    open_page(phone, "ko", "gradient.md")
    one = block(phone, "def in_place_gradient")
    run(phone, one)
    code = one.locator("code")
    before = code.text_content()
    code.focus()
    composing = "new KeyboardEvent('keydown', {key: '%s', isComposing: true, cancelable: true})"
    for key in ("Enter", "Tab", "Escape"):
        assert code.evaluate(f"code => code.dispatchEvent({composing % key})"), key
    phone.keyboard.press("Tab")
    assert code.text_content() != before
    phone.keyboard.press("Control+z")
    assert code.text_content() == before
    phone.keyboard.press("Escape")
    assert one.locator(".book-run").evaluate("button => button === document.activeElement")


def solutions(lab):
    """The stub of each task of a lab, and the code of its solution."""
    found = [f for f in fences(read("en", lab)) if f.language == "python"]
    return [
        (found[n - 2].source, found[n].source, found[n - 1].source)
        for n in range(2, len(found))
        if found[n].indent and "with task(" in found[n - 1].source
    ]


@pytest.mark.parametrize("language", once("en"))
def test_a_lab_is_solved_on_the_page(phone, language):
    assert is_lab(read(language, "labs/simple-net.md"))
    open_page(phone, language, "labs/simple-net.md")
    tasks = solutions("labs/simple-net.md")
    for number, (_, answer, _) in enumerate(tasks, 1):
        check = block(phone, f'task("{number}"')
        stub = phone.locator(".highlight:has(> .book-run):not(details *)")
        position = check.evaluate(
            """check => [...document.querySelectorAll(".highlight:has(> .book-run)")]
            .filter((one) => !one.closest("details")).indexOf(check)"""
        )
        stub = stub.nth(position - 1)
        told = phone.locator(".book-results")
        if number == 1:
            run(phone, stub)
            assert told.filter(has_text="✗ 1").count() == 1
        stub.locator("code").evaluate(
            "(code, text) => { code.textContent = text; code.dispatchEvent(new Event('input')); }",
            f"{answer}\n",
        )
        run(phone, stub)
        assert told.filter(has_text=f"✓ {number}").count() == 1
    count = len(tasks)
    assert set(re.findall(r"\d+", phone.locator(".book-solved").text_content())) == {str(count)}
    phone.reload()
    expect(phone.locator(".book-solved")).to_contain_text(str(count))


def test_a_file_that_is_not_the_books_runs_nothing_and_is_not_kept(browser, address, python):
    with new_tab(browser, address) as tab:
        tab.route("**/numpy-*.whl", lambda route: route.fulfill(body="another"))
        open_page(tab, "en", "gradient.md")
        one = block(tab, "def in_place_gradient")
        run(tab, one)
        expect(one.locator("[role=status]")).to_contain_text("sha256")
        kept = tab.evaluate("""async () => {
          const cache = await caches.open((await caches.keys())[0]);
          return (await cache.keys()).map((one) => one.url.split("/").at(-1));
        }""")
        assert "pyodide.asm.wasm" in kept
        assert [name for name in kept if name.startswith("numpy")] == []


def test_a_browser_without_webassembly_gets_a_sentence(browser, address, python):
    with new_tab(browser, address) as tab:
        tab.add_init_script("delete globalThis.WebAssembly")
        open_page(tab, "en", "gradient.md")
        one = block(tab, "def in_place_gradient")
        run(tab, one)
        expect(one.locator("[role=status]")).to_contain_text("no WebAssembly")


def test_the_files_are_fetched_once_and_found_on_a_sub_path(browser, site, python, tmp_path):
    (tmp_path / "book").symlink_to(site)
    asked = []

    class Noting(Quiet):
        def do_GET(self):
            asked.append(self.path)
            super().do_GET()

    with serving(tmp_path, Noting) as address, new_tab(browser, f"{address}book/") as tab:
        for _ in range(2):
            open_page(tab, "en", "gradient.md")
            one = block(tab, "def in_place_gradient")
            run(tab, one)
            assert "[6. 8.]" in result(one)
        assert tab.refused == []
    wasm = [path for path in asked if path.endswith(".wasm")]
    assert len(wasm) == 1
    assert wasm[0].startswith("/book/assets/python/")


def test_a_page_that_nobody_runs_weighs_at_most_three_kilobytes_more(site, python):
    html = (site / "gradient" / "index.html").read_text("utf-8")
    said = re.search(r'<script id="__run" type="application/json">(.*?)</script>', html, re.S)[1]
    json.loads(said)
    code = (site / "assets/javascripts/run.js").read_bytes()
    assert len(gzip.compress(code)) + len(gzip.compress(said.encode())) <= 3000


def test_what_needs_more_than_the_pages_python_has_no_run(site, python):
    html = (site / "labs" / "many-workers" / "index.html").read_text("utf-8")
    assert '"__run"' not in html
