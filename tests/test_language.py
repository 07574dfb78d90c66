"""From one language to the other, and who is offered it."""

from playwright.sync_api import expect

from tests.browser import needs_chromium

pytestmark = needs_chromium


def test_the_switch_leads_to_the_same_section(tab):
    tab.goto("gradient/#five-traps")
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/gradient/#*")
    assert tab.evaluate("location.hash").lstrip("#") in ("five-traps", "code", "trap-integers")
    tab.locator(".book-language").click()
    tab.wait_for_url(lambda url: "/en/" not in url)


def test_the_other_language_is_offered_once_and_can_be_dismissed(tab):
    tab.goto("en/gradient/")  # with a browser that speaks Korean
    offer = tab.locator(".book-offer")
    expect(offer).to_be_visible()
    expect(offer).to_contain_text("한국어")
    assert tab.url.endswith("/en/gradient/")  # and is not redirected
    offer.locator("button").click()
    expect(offer).to_have_count(0)
    tab.goto("en/gradient-field/")
    expect(tab.locator(".book-offer")).to_be_hidden()


def test_nothing_is_offered_to_who_reads_their_language_or_chose_one(tab):
    tab.goto("gradient/")
    expect(tab.locator(".book-offer")).to_be_hidden()
    tab.locator(".book-language").click()
    tab.wait_for_url("**/en/**")
    expect(tab.locator(".book-offer")).to_be_hidden()
