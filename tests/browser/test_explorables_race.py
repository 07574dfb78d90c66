"""The race shows gradbook's numbers, and does what its chapter says."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import himmelblau, minimize
from tests.browser.explorables import explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium
from tests.browser.test_explorables_optimizers import GROUNDS, MAKERS, STEPS, states

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("race"))
ONE = pytest.mark.parametrize("explorable", explorables("race")[:1], ids=str)  # no words


def pick(tab, ground: str) -> None:
    """Choose a ground by the keyboard, and slide t to the end."""
    tab.panel.get_by_role("radio").nth(list(GROUNDS).index(ground)).press("Space")
    slide(tab, "End")


def slide(tab, *keys: str) -> None:
    for key in keys:
        tab.panel.locator("input[type=range]").press(key)


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def rows(tab) -> dict[str, list[float]]:
    """What the legend says of each: η, f, x₀, x₁ and the memory, one number after the other."""
    texts = tab.panel.locator(".runners li").all_inner_texts()
    split = [(re.search(r"\w+", text)[0], re.sub("[₀₁]", "", text)) for text in texts]
    pattern = r"[(=,<>] ?([−\d][\de.+−]*)"
    return {name: [number(n) for n in re.findall(pattern, text)] for name, text in split}


def assert_shows(tab, ground: str, start, t: int) -> None:
    """The legend says what gradbook does, to the digits shown."""
    expect(tab.panel.locator(".slider output")).to_have_text(str(t))
    f, _, rates = GROUNDS[ground]
    shown = rows(tab)
    assert list(shown) == list(MAKERS)
    for (name, make), rate in zip(MAKERS.items(), rates, strict=True):
        now = states(f, start, make(rate), t)[-1]
        kept = [n for part in ("v", "m", "s") for n in now.get(part, [])]
        if t == 0:
            kept = [0] * (len(shown[name]) - 4)
        expected = [rate, f(now["x"]), *np.round(now["x"], 3), *kept]
        np.testing.assert_allclose(shown[name], expected, rtol=0.0051, atol=1e-3, err_msg=name)


@ONE
@pytest.mark.parametrize("ground", GROUNDS)
def test_each_ground_begins_with_the_still_figure(browser, address, explorable, ground):
    with open_explorable(browser, address, explorable) as tab:
        panel = "abc"[list(GROUNDS).index(ground)]
        printed = tab.locator(f"#{explorable.figure} .snippet-output").inner_text()
        heights = re.search(rf"\({panel}\)(.*)", printed)[1].split()
        pick(tab, ground)
        assert_shows(tab, ground, GROUNDS[ground][1], STEPS)
        f, start, rates = GROUNDS[ground]
        for make, rate, height in zip(MAKERS.values(), rates, heights, strict=True):
            kept = minimize(f, start, make(rate), steps=STEPS, gradient=f.gradient)
            assert f"{kept.value:.0e}" == height
        shown = tab.drawing.locator("> svg:visible")
        expect(shown).to_have_count(1)
        expect(shown).to_contain_text(f"({panel})")


@IN_TURN
def test_the_keyboard_does_what_the_chapter_says(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        line = tab.panel.locator(".status p").first
        start = tab.drawing.locator(".handle:visible")
        # 1. back to the start, and a step: the memory worked out by hand
        buttons = tab.panel.locator(".controls button")
        buttons.last.press("Enter")
        assert_shows(tab, "ravine", [-7, 2], 0)
        buttons.first.press("Enter")
        assert_shows(tab, "ravine", [-7, 2], 1)
        assert rows(tab)["Momentum"][-2:] == [-0.7, 4]
        assert rows(tab)["AdaGrad"][-2:] == [0.49, 16]
        assert rows(tab)["RMSProp"][-2:] == [0.0049, 0.16]
        assert rows(tab)["Adam"][-4:] == [-0.07, 0.4, 0.00049, 0.016]
        # 3. Himmelblau from further left: two go where none went before
        pick(tab, "himmelblau")
        assert nearest_stars(tab).count(2) == 0
        start.press("Shift+ArrowLeft")
        expect(start).to_have_attribute("aria-valuetext", "x₀ = 0, x₁ = 5")
        assert_shows(tab, "himmelblau", [0, 5], STEPS)
        assert [nearest_stars(tab)[i] for i in (1, 2)] == [2, 2]
        # Exercise 6: the first step from (4, 1)
        for key in ["Shift+ArrowRight"] * 4 + ["Shift+ArrowDown"] * 4:
            start.press(key)
        slide(tab, "Home", "ArrowRight")
        assert_shows(tab, "himmelblau", [4, 1], 1)
        assert rows(tab)["AdaGrad"][2:4] == [3, 0]
        assert rows(tab)["RMSProp"][2:4] == [3.8, 0.8]
        # 4. Rosenbrock: who came closest diverges
        pick(tab, "rosenbrock")
        closest = sorted(MAKERS, key=lambda name: rows(tab)[name][1])[:2]
        assert sorted(closest) == ["Momentum", "Nesterov"]
        for key in ["Shift+ArrowRight"] * 3 + ["ArrowLeft"] * 3 + ["Shift+ArrowDown"]:
            start.press(key)
        for _ in range(5):
            start.press("ArrowDown")
        expect(start).to_have_attribute("aria-valuetext", "x₀ = 1.5, x₁ = −0.5")
        expect(line).to_contain_text("Momentum, Nesterov.")


def nearest_stars(tab) -> list[int]:
    """Which of Himmelblau's minima each runner is nearest to."""
    minima = np.array(himmelblau.minima)
    places = [row[2:4] for row in rows(tab).values()]
    return [int(np.argmin(np.linalg.norm(minima - place, axis=1))) for place in places]


@ONE
def test_a_move_of_a_drag_tells_one_row_and_its_end_tells_all(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        handle = tab.drawing.locator(".handle:visible")
        still, place = rows(tab), handle.get_attribute("aria-valuetext")
        handle.hover()
        tab.mouse.down()
        box = handle.bounding_box()
        tab.mouse.move(box["x"] + 60, box["y"] + 10)
        expect(handle).not_to_have_attribute("aria-valuetext", place)
        told = rows(tab)
        assert len([name for name in told if told[name] != still[name]]) == 1
        tab.mouse.up()
        start = [
            number(n) for n in re.findall(r"[−\d.]+(?=,|$)", handle.get_attribute("aria-valuetext"))
        ]
        assert_shows(tab, "ravine", start, STEPS)


@ONE
def test_a_runner_that_is_switched_off_is_not_drawn_and_not_told_of(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        line = tab.panel.locator(".status p").first
        tracks = tab.drawing.locator("> svg:visible .runner")
        expect(tracks.nth(3)).to_be_visible()
        expect(line).to_contain_text("AdaGrad")
        tab.panel.get_by_role("checkbox", name="AdaGrad").press("Space")
        expect(tracks.nth(3)).to_be_hidden()
        expect(line).not_to_contain_text("AdaGrad")
        expect(tab.panel.locator(".runners li").nth(3).locator(".f")).to_be_hidden()
        tab.panel.get_by_role("checkbox", name="AdaGrad").press("Space")
        expect(tracks.nth(3)).to_be_visible()


@ONE
def test_no_two_runners_share_a_line_or_a_mark(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        looks = run(tab, "race-runners", "m.RUNNERS")
        for part in ("colour", "dash", "mark"):
            assert len({look[part] for look in looks}) == len(MAKERS)
        drawn = tab.drawing.locator("> svg:visible .runner path:first-child")
        dashes = drawn.evaluate_all("(all) => all.map((e) => getComputedStyle(e).strokeDasharray)")
        assert len(set(dashes)) == len(MAKERS)


@ONE
def test_play_runs_to_the_end(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        slide(tab, "Home", "ArrowRight")
        expect(tab.panel.locator(".slider output")).to_have_text("1")
        tab.panel.locator(".controls button").nth(1).click()
        assert_shows(tab, "ravine", [-7, 2], STEPS)
