"""Both languages: each page says which it is and where its twin is, and a reader gets across."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.harness import needs_chromium, new_tab, settled
from tests.chapters import FOLDERS, pages, path_of

BASE = "http://127.0.0.1:8000/"


def addresses(language: str) -> list[str]:
    return sorted(BASE + path_of(language, page) for page in pages())


# What the pages say ---------------------------------------------------------------------------


def html_of(site: Path, language: str, page: str) -> str:
    return (site / path_of(language, page) / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", FOLDERS)
def test_a_page_names_its_language_itself_and_its_twin(site, language):
    for page in pages():
        html = html_of(site, language, page)
        assert re.search(r'<html lang="(\w+)"', html)[1] == language, page
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        assert canonical == [BASE + path_of(language, page)]
        alternates = re.findall(r'<link rel="alternate " hreflang="([^"]+)" href="([^"]+)"', html)
        assert sorted(alternates) == [
            ("en", BASE + path_of("en", page)),
            ("ko", BASE + path_of("ko", page)),
            ("x-default", BASE + path_of("ko", page)),
        ]


@pytest.mark.parametrize("language", FOLDERS)
def test_the_sitemap_lists_the_pages_of_its_language(site, language):
    sitemap = ElementTree.parse(site / FOLDERS[language] / "sitemap.xml")
    assert sorted(loc.text for loc in sitemap.iterfind(".//{*}loc")) == addresses(language)


@needs_chromium
@pytest.mark.parametrize("path", ["no/such/page/", "en/no/such/page/"])
def test_a_wrong_address_is_answered_in_both_languages(tab, path):
    answer = tab.goto(path)
    assert answer.status == 404
    for language, link in (
        ("ko", "한국어 책의 첫 쪽으로"),
        ("en", "first page of the English book"),
    ):
        sentence = tab.locator(f"article p[lang={language}]")
        expect(sentence).to_be_visible()
        expect(sentence.get_by_role("link")).to_contain_text(link)
    expect(tab.locator(".md-header")).to_be_visible()
    assert tab.evaluate("getComputedStyle(document.body).margin") == "0px"  # the sheet has come
    tab.locator("article p[lang=en] a").click()
    tab.wait_for_url("**/en/")
    assert tab.evaluate("document.documentElement.lang") == "en"


# From one to the other ------------------------------------------------------------------------


@needs_chromium
def test_the_switch_leads_to_the_same_section_and_back(tab):
    tab.goto("momentum/")
    settled(tab)
    # sections with enough text for a screen: their heading is the last one passed
    long = tab.evaluate("""() => {
      const all = [...document.querySelectorAll("article h2[id], article h3[id]")];
      const top = (heading) => heading.getBoundingClientRect().top;
      return all.filter((h, n) => n && all[n + 1] && top(all[n + 1]) - top(h) > innerHeight)
        .map((heading) => heading.id);
    }""")
    for section in (long[len(long) // 2], long[-1]):
        tab.goto(f"momentum/#{section}")
        tab.wait_for_function(
            "(id) => Math.abs(document.getElementById(id)"
            ".getBoundingClientRect().top) < innerHeight / 3",
            arg=section,
        )
        for where in ("**/en/momentum/#*", re.compile(r"\d/momentum/#")):
            tab.locator(".book-language").click()
            tab.wait_for_url(where)
            assert tab.evaluate("location.hash") == f"#{section}"
            tab.wait_for_function(
                "(id) => Math.abs(document.getElementById(id)"
                ".getBoundingClientRect().top) < innerHeight / 3",
                arg=section,
            )


@needs_chromium
@pytest.mark.parametrize(("height", "passed"), [(0.3, True), (0.37, False)])
def test_a_heading_is_passed_when_it_stands_in_the_upper_third(tab, height, passed):
    tab.goto("momentum/")
    settled(tab)
    before, heading = tab.evaluate(
        """(height) => {
          const headings = [...document.querySelectorAll("article :is(h2, h3)[id]")];
          const top = headings[4].getBoundingClientRect().top;
          scrollBy({ top: top - innerHeight * height, behavior: "instant" });
          const last = headings.slice(0, 4).filter(
            (h) => h.getBoundingClientRect().top < innerHeight / 3).at(-1);
          return [last.id, headings[4].id];
        }""",
        height,
    )
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/momentum/#*")
    assert tab.evaluate("location.hash") == f"#{heading if passed else before}"


@needs_chromium
@pytest.mark.parametrize(
    ("locale", "path", "twin", "says"),
    [
        ("ko-KR", "en/gradient/", "/gradient/", "이 책은 한국어로도"),
        ("en-US", "gradient/", "/en/gradient/", "This book can also be read in English"),
    ],
)
def test_the_other_language_is_offered_once(browser, address, locale, path, twin, says):
    with new_tab(browser, address, locale=locale) as tab:
        tab.goto(path)
        offer = tab.locator(".book-offer")
        expect(offer).to_be_visible()
        expect(offer).to_contain_text(says)
        expect(offer).to_have_attribute("lang", locale[:2])
        assert tab.url == address + path  # and nobody is redirected
        assert (
            tab.evaluate("new URL(document.querySelector('.book-offer a').href).pathname") == twin
        )
        offer.get_by_role("button").click()
        expect(offer).to_have_count(0)
        tab.goto(path)
        settled(tab)
        expect(tab.locator(".book-offer")).to_be_hidden()
        assert tab.url == address + path


@needs_chromium
def test_the_offer_is_taken(browser, address):
    with new_tab(browser, address, locale="en-US") as tab:
        tab.goto("gradient/")
        tab.locator(".book-offer a").click()
        tab.wait_for_url("**/en/gradient/**")
        tab.goto("gradient-field/")  # by a link that someone sent
        settled(tab)
        expect(tab.locator(".book-offer")).to_be_hidden()
        assert tab.url == address + "gradient-field/"


@needs_chromium
def test_nothing_is_offered_to_who_reads_their_language_or_chose_one(tab):
    tab.goto("gradient/")
    settled(tab)
    expect(tab.locator(".book-offer")).to_be_hidden()
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/**")
    settled(tab)
    expect(tab.locator(".book-offer")).to_be_hidden()
    assert tab.evaluate("localStorage.getItem('gradbook-language')") == "en"
