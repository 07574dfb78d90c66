"""Highlighted code: what is marked, and what is left as text."""

import re

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from booksite.markdown.highlighting import plain

CODE = """for x in (1, None):
    print(f"{x:.2f}: " + 'y', sum([x]))
"""


@pytest.mark.parametrize("language", ["python", "pycon"])
def test_keywords_strings_and_numbers_are_marked_and_names_and_operators_are_not(language):
    settings = {"name": language, "lang": language, "options": {"filters": [plain]}}
    markdown = Markdown(
        extensions=["pymdownx.superfences", "pymdownx.highlight"],
        extension_configs={"pymdownx.highlight": {"extend_pygments_lang": [settings]}},
    )
    code = CODE if language == "python" else re.sub("^", ">>> ", CODE.splitlines()[0])
    html = markdown.convert(f"```{language}\n{code}\n```")
    assert BeautifulSoup(html, "html.parser").text.strip() == code.strip()
    marked = [text for _, text in re.findall(r'<span class="(\w+)">([^<]+)', html)]
    assert [text for text in marked if text in ("for", "in", "1")] == ["for", "in", "1"]
    assert {"x", "(", ")", ":", "+", ",", "None", "f", " "} & {*marked} == set()
    if language == "python":
        assert {'"{', ':.2f}: "', "'y'", "print", "sum"} <= {*marked}
