"""The pages of labs: as light as any, and what is not solved says what is wrong."""

import re
from html import unescape

import pytest

from tests.docs.test_lab_tasks import LABS, names, verdicts


@pytest.mark.parametrize("lab", LABS)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_task_that_is_not_solved_says_in_one_line_what_is_wrong(site, language, lab):
    page = (site / "en" if language == "en" else site) / "labs" / lab.removesuffix(".md")
    html = unescape((page / "index.html").read_text(encoding="utf-8"))
    lines = [
        line for text in re.findall("<samp>(.*?)</samp>", html, re.S) for line in verdicts(text)
    ]
    assert [line[2] for line in lines] == names(lab)
    for line in lines:
        # an expression, what it is, what it should be; a TypeError or NameError helps nobody
        assert re.fullmatch(r"✗ .  \S.* (=|<|>|≤|≥) .+", line), line
        assert "Error" not in line


def test_a_lab_page_is_light_and_has_nothing_of_jupyter(site):
    for page in sorted(site.glob("**/labs/*/index.html")):
        html = page.read_text(encoding="utf-8")
        bare = re.sub(r'<div class="snippet-figures".*?</div>', "", html, flags=re.S)
        assert len(bare.encode()) < 170_000, page  # JupyterLab's style sheet alone has 500,000
        for foreign in ("<style", "jp-", "MathJax", "requirejs"):
            assert foreign not in html, (page, foreign)
