"""The weights as they form: the pictures are the weights, the numbers beside them gradbook's."""

import base64
import io
import re

import numpy as np
import pytest
from matplotlib import colormaps
from matplotlib.image import imread
from playwright.sync_api import expect

from gradbook import SGD, TwoLayerNet, load_digits, train
from tests.browser.explorables import explorables, in_turn, open_explorable
from tests.browser.harness import needs_chromium

pytestmark = needs_chromium
IN_TURN = pytest.mark.parametrize("explorable", in_turn("training"))
KOREAN = explorables("training")[0]
EPOCHS = range(0, 31, 3)
VISIBLE = """(all) => all.filter((e) => getComputedStyle(e).visibility === "visible")
  .map((e) => e.getAttribute("href"))"""


@pytest.fixture(scope="module")
def net():
    return TwoLayerNet(inputs=64, hidden=50, classes=10)


@pytest.fixture(scope="module")
def history(net):
    return train(net, *load_digits().training, SGD(0.5), epochs=30, rng=1)


def told(tab) -> list[float]:
    """Epoch, loss and accuracy, as the status says them."""
    return [
        float(n) for n in re.findall(r"\d+(?:\.\d+)?", tab.panel.locator("p").first.inner_text())
    ]


def pictures(tab) -> list[str]:
    """Those of the pictures of (b) that are to be seen."""
    return tab.drawing.locator("svg").nth(1).locator("image").evaluate_all(VISIBLE)


@IN_TURN
def test_each_epoch_shows_its_weights_and_its_loss_and_accuracy(
    browser, address, explorable, net, history
):
    digits = load_digits()
    change = history[-1]["W1"] - history[0]["W1"]
    most = np.argsort(np.linalg.norm(change, axis=0))[-12:]
    with open_explorable(browser, address, explorable) as tab:
        slider = tab.panel.get_by_role("slider")
        assert told(tab)[0] == 30  # as in the still figure
        slider.press("Home")
        for E in EPOCHS:
            epoch, loss, accuracy = told(tab)
            assert epoch == E
            assert loss == pytest.approx(net.loss(history[E], *digits.training), abs=0.501e-4)
            right = net.accuracy(history[E], *digits.training)
            assert accuracy == pytest.approx(right, abs=0.501e-3)
            (shown,) = pictures(tab)
            pixels = imread(io.BytesIO(base64.b64decode(shown.partition(",")[2])))
            tiles = pixels[:, :, :3].reshape(3, 10, 4, 10, 3)[:, 1:-1, :, 1:-1]
            drawn = tiles.transpose(0, 2, 1, 3, 4).reshape(12, 64, 3)
            share = (history[E]["W1"].T[most] + 1.2) / 2.4
            expected = colormaps["RdBu_r"].resampled(33)(share)[:, :, :3]
            off = np.abs(drawn - expected).max(axis=2) > 0.01
            assert off.mean() < 0.01  # a weight at the border of two colours
            slider.press("ArrowRight")


@IN_TURN
def test_play_goes_through_all_epochs_and_step_through_one(browser, address, explorable):
    with open_explorable(browser, address, explorable, reduced_motion="reduce") as tab:
        step, play, reset = tab.panel.get_by_role("button").all()
        reset.press("Enter")
        assert told(tab)[0] == 0
        step.press("Enter")
        assert told(tab)[0] == 3
        play.press("Enter")
        assert told(tab)[0] == 30
        expect(tab.panel.get_by_role("slider")).to_have_attribute("aria-valuetext", "30")


def test_numbers_are_read_from_the_page_and_never_computed(browser, address):
    with open_explorable(browser, address, KOREAN) as tab:
        html = tab.evaluate("fetch(location.href).then((page) => page.text())")
        rows = re.search(r'id="fig-weights".*?<samp[^>]*>(.*?)</samp>', html, re.S)[1]
        last = rows.rstrip().split("\n")[-1]
        html = html.replace(rows, rows.replace(last, "30  9.8765     0.111"))
        tab.route(tab.url, lambda route: route.fulfill(body=html, content_type="text/html"))
        tab.reload()
        expect(tab.panel.locator("p").first).to_contain_text("9.8765")
        assert told(tab) == [30, 9.8765, 0.111]
