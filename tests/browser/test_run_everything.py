"""Every block of both languages, run on its page, gives what the build shows.

Run by `pytest -m everything`. What may differ is in run_exceptions.tsv: page, number of the block
from 1, reason.
"""

import csv
from pathlib import Path

import pytest

from tests.browser.harness import EVERY_PAGE, needs_chromium, new_tab
from tests.browser.test_run import ended, open_page
from tests.dialogues import numbers_agree

pytestmark = [needs_chromium, pytest.mark.everything]
with Path(__file__).with_name("run_exceptions.tsv").open(encoding="utf-8") as lines:
    EXCEPTIONS = {(row["page"], int(row["block"])) for row in csv.DictReader(lines, delimiter="\t")}

# What stands with a block: [figures, printed text, error], of the build or, given true, of a run.
# A dialogue shows the build's results between its prompts.
SHOWN = """(one, ran) => {
  const folded = one.closest(".figure-code");
  const figure = folded ? folded.previousElementSibling : one.closest("figure");
  const parts = figure ? [...figure.children] : [1, 2].reduce((found) =>
    [...found, (found.at(-1) ?? one).nextElementSibling].filter(Boolean), []);
  const results = parts.find((part) => part.matches(".book-results"));
  const built = parts.filter((part, n) => part !== results && (figure || n === 0));
  const shown = ran ? [...results.children] : built; // a check has run with the cell before it
  const within = (name) => shown.flatMap((part) =>
    [part, ...part.querySelectorAll("*")].filter((p) => p.matches(name)));
  const dialogue = ran || !one.matches(".language-pycon") ? [] :
    one.querySelector("code").textContent.split("\\n").filter((l) => !/^(>>>|\\.\\.\\.)/.test(l));
  return [within(".snippet-figures > svg").length,
    [...within(".snippet-output").map((p) => p.textContent), ...dialogue].join("\\n"),
    within(".book-error > code")[0]?.textContent ?? ""];
}"""


@pytest.mark.parametrize(("language", "page"), EVERY_PAGE)
def test_each_block_gives_on_its_page_what_the_build_shows(
    browser, address, python, language, page
):
    wrong = []
    with new_tab(browser, address) as tab:
        open_page(tab, language, page)
        for number, one in enumerate(tab.locator(".highlight:has(> .book-run)").all(), 1):
            shown, wanted, _ = one.evaluate(SHOWN, False)
            one.locator(".book-run").evaluate("button => button.click()")
            ended(tab, one)
            drawn, given, error = one.evaluate(SHOWN, True)
            same = shown == drawn and (numbers_agree(wanted, given) or wanted == given)
            failed = error != "" and error.split(":")[0] not in wanted
            if (not same or failed) != ((page, number) in EXCEPTIONS):
                wrong.append((number, shown, drawn, wanted[:300], given[:300], error))
    assert wrong == []
