"""Where am I: the place in the book, the way on, the meaning of a word, exercises, the source."""

import re
from html import unescape

import pytest
from mkdocs.config import load_config
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, settled
from tests.chapters import ROOT


def nav(name: str) -> list[tuple[str | None, str]]:
    """The pages in the order of the book, each with its part."""
    found = []
    for entry in load_config(str(ROOT / name)).nav:
        for title, inside in entry.items():
            if isinstance(inside, str):
                found.append((None, inside))
            else:
                pages = (p if isinstance(p, str) else next(iter(p.values())) for p in inside)
                found += [(title, page) for page in pages]
    return found


@pytest.mark.parametrize(("name", "folder"), [("mkdocs.yml", ""), ("mkdocs.en.yml", "en/")])
def test_each_page_says_its_part_and_links_to_its_neighbours_by_title(site, name, folder):
    book = nav(name)
    files = [site / folder / page.removesuffix(".md") / "index.html" for _, page in book]
    files[0] = site / folder / "index.html"
    html = [file.read_text(encoding="utf-8") for file in files]
    titles = [re.search(r"<title>(.*?)( - gradbook)?</title>", text)[1] for text in html]
    titles = [unescape(title) for title in titles]
    parts = [part for part, _ in book]
    chapters = [n for n, part in enumerate(parts) if part and re.match(r"\d부|Part \d", part)]
    for number, ((part, page), text) in enumerate(zip(book, html, strict=True)):
        if number:
            where = re.search(r'class="book-where"[^>]*>(.*?)</p>', text, re.S)[1]
            said = re.sub(r"<[^>]+>|\s+", " ", where).split()
            alike = (
                chapters if number in chapters else [n for n, p in enumerate(parts) if p == part]
            )
            assert said[: len(part.split())] == part.split(), page
            counted = [int(n) for n in re.findall(r"\d+", " ".join(said[len(part.split()) :]))]
            assert counted[:2] == [alike.index(number) + 1, len(alike)], page
            assert 1 <= counted[2] <= 60, page  # minutes
            assert titles[number].startswith(f"{number}. ") == (number in chapters)
        links = dict(re.findall(r'md-footer__link--(prev|next)" aria-label="[^:]+: (.*?)"', text))
        around = {"prev": number - 1, "next": number + 1}
        wanted = {way: titles[n] for way, n in around.items() if 0 <= n < len(book)}
        assert links.keys() == wanted.keys(), page
        for way, title in links.items():
            assert unescape(title) in (wanted[way], "이 책은", "This book"), page


@needs_chromium
def test_a_term_says_what_it_means_to_the_mouse_and_to_the_keyboard(tab):
    tab.goto("en/gradient/")
    settled(tab)
    term = tab.locator("article abbr").first
    term.scroll_into_view_if_needed()
    tooltip = tab.locator(".md-tooltip2--active")
    term.hover()
    expect(tooltip).to_have_count(1)
    expect(tooltip).to_have_text(re.compile(r"\w{3,}"))
    meaning = tooltip.inner_text()
    tab.mouse.move(0, 0)
    expect(tooltip).to_have_count(0)
    term.focus()
    expect(tooltip).to_have_text(meaning)


@needs_chromium
@pytest.mark.parametrize("path", ["gradient/", "en/gradient/"])
def test_an_exercise_is_linked_to_and_its_solution_stays_folded(tab, path):
    tab.goto(path + "#exercise-2")
    settled(tab)
    heading = tab.locator("#exercise-2")
    expect(heading).to_be_in_viewport()
    expect(heading.locator(".headerlink")).to_have_attribute("href", "#exercise-2")
    solution = tab.locator("#exercise-2 ~ details").first
    assert solution.get_attribute("open") is None  # who asks for the exercise is not told
    solution.locator("summary").click()
    expect(solution).to_have_attribute("open", "")


def test_without_a_repository_nothing_leads_there(site):
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        for sign in ("md-content__button", "book-report", "/edit/", "issues/new"):
            assert sign not in html, (file, sign)
