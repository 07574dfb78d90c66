"""The explorable of the learning rate goes gradbook's way, and does what its chapter says."""

import numpy as np
import pytest
from playwright.sync_api import expect

from gradbook import bowl, gradient_descent, himmelblau, ravine, rosenbrock, saddle
from tests.browser.explorables import explorables, in_turn, open_explorable, run
from tests.browser.harness import needs_chromium, new_tab

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("learning-rate"))
ONE = pytest.mark.parametrize("explorable", explorables("learning-rate")[:1], ids=str)  # no words


def elongated_bowl(x):
    return np.sum(np.square(x) / [4, 1])


elongated_bowl.gradient = lambda x: x * [1 / 2, 2]

LANDSCAPES = {  # each with rates that converge, zigzag and diverge
    "elongatedBowl": (elongated_bowl, [0.01, 0.02, 0.5, 0.7, 0.9, 1.0, 1.05, 1.3, 10]),
    "bowl": (bowl, [0.02, 0.3, 0.5, 0.95, 1.0, 1.1, 10]),
    "ravine": (ravine, [0.02, 0.4, 0.95, 1.05, 10]),
    "saddle": (saddle, [0.1, 0.5, 1.2]),
    "himmelblau": (himmelblau, [0.001, 0.01, 0.02, 0.1]),
    "rosenbrock": (rosenbrock, [0.0001, 0.001, 0.002, 0.01]),
}
STARTS = [[-4, 2], [0, 0], [3, 0], [0, -4.9], [-5, 5], [1.3, -0.7], [0.1, 4.4]]


@pytest.mark.parametrize("name", LANDSCAPES)
def test_the_scripts_descend_as_gradbook_does_to_the_last_bit(scripts, name):
    f, rates = LANDSCAPES[name]
    grid = [[start, rate] for start in STARTS for rate in rates]
    scripts.evaluate(
        "import('/assets/javascripts/explorables/landscapes.js')"
        ".then(({ NAME }) => { window.landscape = NAME; })".replace("NAME", name)
    )
    descend = "given.map(([start, rate]) => m.descend(landscape, start, rate, 150))"
    endings = set()
    for (start, rate), told in zip(grid, run(scripts, "descent", descend, grid), strict=True):
        kept = gradient_descent(f, start, lr=rate, steps=150, gradient=f.gradient)
        np.testing.assert_array_equal(told["path"], kept.path)
        np.testing.assert_array_equal(told["values"], kept.values)
        assert told["ended"] == kept.ended
        endings.add(kept.ended)
    assert endings > {"ran out of steps"}


# Each verdict: a rate, a start, what the path of gradbook does, and how the line begins.
VERDICTS = {
    (0.02, -4, 2): {"ko": "기어갑니다", "en": "Creeps"},
    (0.3, -4, 2): {"ko": "수렴합니다", "en": "Converges"},
    (0.9, -4, 2): {"ko": "지그재그로 수렴", "en": "Zigzags"},
    (1.0, -4, 2): {"ko": "x₁이 줄지 않고", "en": "Neither"},
    (1.05, -4, 2): {"ko": "발산합니다", "en": "Diverges"},
    (1.2, -4, 0): {"ko": "수렴합니다", "en": "Converges"},
    (1.2, 0, 0): {"ko": "이미", "en": "Already"},
}


@IN_TURN
def test_the_verdict_says_what_the_path_does(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        for (rate, *start), words in VERDICTS.items():
            said = run(tab, "verdict", "m.verdict(...given)", [start, rate])
            assert said.startswith(words[explorable.language]), (rate, start, said)
            path = gradient_descent(
                elongated_bowl, start, lr=rate, steps=20, gradient=elongated_bowl.gradient
            ).path
            first, last = np.linalg.norm(path[0]), np.linalg.norm(path[-1])
            kind = words["en"]
            assert (last > first) == (kind == "Diverges")
            assert (0.5 * first < last < first) == (kind == "Creeps")
            assert (abs(path[-1, 1]) == abs(path[0, 1]) > 0) == (kind == "Neither")
            assert (min(path[:, 1]) < 0) == (kind in ("Zigzags", "Neither", "Diverges"))


def export_figures(tab, index: int) -> int:
    """How many points the trail has in one of the two drawings."""
    dots = tab.drawing.locator("svg").nth(index).locator(".trail .dots")
    return dots.evaluate("(path) => (path.getAttribute('d').match(/M/g) ?? []).length")


def press(tab, key: str, times: int = 1) -> None:
    for _ in range(times):
        tab.keyboard.press(key)


@IN_TURN
def test_the_keyboard_alone_does_what_the_chapter_says(browser, address, explorable):
    korean = explorable.language == "ko"
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        says, spoken = tab.panel.locator(".status p").all()
        start = tab.drawing.locator(".handle.start")
        rate = tab.panel.locator("input[type=range]")
        expect(spoken).to_contain_text("지그재그" if korean else "Zigzags")

        rate.focus()  # 1. down to 0.02
        press(tab, "Home")
        press(tab, "ArrowRight")
        assert rate.get_attribute("aria-valuetext") == "0.02"
        expect(says).to_contain_text("기어갑니다" if korean else "Creeps")
        press(tab, "ArrowRight", 48)  # 2. up to 1/L, and past it
        assert rate.get_attribute("aria-valuetext") == "0.5"
        expect(says).to_contain_text("한쪽" if korean else "one side")
        press(tab, "ArrowRight")
        expect(says).to_contain_text("지그재그" if korean else "Zigzags")
        press(tab, "End")  # 3. past 2/L
        expect(says).to_contain_text("발산" if korean else "Diverges")
        assert export_figures(tab, 1) == 21  # many of them above the axes, which clip them
        press(tab, "ArrowLeft", 10)  # 4. η = 1.2, from the x₀ axis
        press(tab, "Shift+Tab")
        expect(start).to_be_focused()
        press(tab, "Shift+ArrowDown", 2)
        assert start.get_attribute("aria-valuetext") == "x₀ = −4, x₁ = 0"
        expect(says).to_contain_text("수렴" if korean else "Converges")
        press(tab, "ArrowUp")
        expect(says).to_contain_text("발산" if korean else "Diverges")
        expect(spoken).to_contain_text("발산" if korean else "Diverges")


@IN_TURN
def test_the_exercise_can_be_answered_by_predicting(browser, address, explorable):
    korean = explorable.language == "ko"
    with open_explorable(browser, address, explorable) as tab:
        says = tab.panel.locator(".status p").first
        ring = tab.drawing.locator(".handle.guess")
        rate = tab.panel.locator("input[type=range]")
        rate.focus()
        press(tab, "ArrowLeft", 15)  # η = 0.75
        predict = tab.panel.locator("button").first
        expect(ring).to_be_hidden()
        predict.focus()
        press(tab, "Enter")
        expect(ring).to_be_focused()
        assert export_figures(tab, 0) == export_figures(tab, 1) == 1  # nothing is given away
        press(tab, "ArrowLeft")  # a prediction that is far off
        predict.focus()
        press(tab, "Enter")
        off = np.hypot(-4.1 - -2.5, 2 - -1)
        expect(says).to_contain_text(f"{off:.2f}".rstrip("0"))
        expect(says).to_contain_text("x₀ = −2.5, x₁ = −1")
        press(tab, "Enter")  # once more, from there
        expect(ring).to_be_focused()
        assert ring.get_attribute("aria-valuetext") == "x₀ = −2.5, x₁ = −1"
        press(tab, "ArrowRight", 9)  # −2.5 × 0.625 = −1.5625
        press(tab, "Shift+ArrowUp")
        press(tab, "ArrowUp", 5)  # −1 × −0.5 = 0.5
        predict.focus()
        press(tab, "Enter")
        expect(says).to_contain_text("맞았습니다" if korean else "Right")
        expect(says).to_contain_text("x₀ = −1.56, x₁ = 0.5")
        assert export_figures(tab, 0) == 3


@ONE
def test_from_the_lowest_point_there_is_no_step_to_predict(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        tab.drawing.locator(".handle.start").focus()
        press(tab, "ArrowRight", 40)
        press(tab, "ArrowDown", 20)
        predict = tab.panel.locator("button").first
        for _ in range(2):  # predict, reveal
            predict.focus()
            press(tab, "Enter")
        expect(tab.panel.locator(".status p").first).to_contain_text("이미 가장 낮은 점")


@ONE
def test_a_page_that_is_scrolled_while_a_mark_is_dragged_keeps_it_at_the_pointer(
    browser, address, explorable
):
    with new_tab(browser, address, viewport={"width": 1280, "height": 700}) as tab:
        tab.goto(explorable.path)
        tab.wait_for_selector("book-learning-rate[data-ready]")
        start = tab.locator(f"#{explorable.figure} .handle.start")
        start.scroll_into_view_if_needed()
        start.hover()
        tab.mouse.down()
        box = start.bounding_box()
        x, y = box["x"] + box["width"] / 2 + 20, box["y"] + box["height"] / 2
        tab.mouse.move(x, y)
        begun = tab.evaluate("scrollY")
        tab.mouse.wheel(0, 60)
        tab.wait_for_function(f"() => scrollY > {begun} + 50")
        tab.mouse.move(x + 1, y + 1, steps=2)
        tab.evaluate(
            "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        box = start.bounding_box()
        assert abs(box["y"] + box["height"] / 2 - (y + 1)) < 3
        tab.mouse.up()


@ONE
def test_it_steps_plays_and_starts_again(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        _, step, play, reset = tab.panel.locator("button").all()
        says = tab.panel.locator(".status p").first
        reset.click()
        assert export_figures(tab, 0) == 1
        step.click()
        assert export_figures(tab, 0) == export_figures(tab, 1) == 2
        kept = gradient_descent(
            elongated_bowl, [-4, 2], lr=0.9, steps=1, gradient=elongated_bowl.gradient
        )
        expect(says).to_have_text(
            f"k = 1: x₀ = {kept.x[0]:.1f}, x₁ = {kept.x[1]:.1f}, f = {kept.value:.2f}".replace(
                "-", "−"
            )
        )
        name = play.inner_text()
        play.click()
        expect(play).not_to_have_text(name)  # it can be paused
        expect(play).to_have_text(name)  # it has come to the end
        assert export_figures(tab, 0) == 21
        step.click()  # begins anew
        assert export_figures(tab, 0) == 2


@ONE
def test_who_asks_for_less_motion_sees_the_end_at_once(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        _, _, play, reset = tab.panel.locator("button").all()
        reset.click()
        assert export_figures(tab, 0) == 1
        play.click()
        assert export_figures(tab, 0) == 21


@ONE
def test_the_mouse_drags_the_start_within_the_axes(browser, address, explorable):
    with open_explorable(browser, address, explorable) as tab:
        start = tab.drawing.locator(".handle.start")
        start.hover()
        tab.mouse.down()
        tab.mouse.move(2000, 10, steps=4)
        tab.mouse.up()
        expect(start).to_have_attribute("aria-valuetext", "x₀ = 8, x₁ = 5")
        tab.mouse.move(300, 300)  # it has been let go
        expect(start).to_have_attribute("aria-valuetext", "x₀ = 8, x₁ = 5")
