"""Where a page stands in the book: its number in its part, and the minutes that it takes to read.

In: mkdocs.yml, and a page's Markdown. Out: `place`, `minutes` and `number` in the page's meta.
Chapters are numbered through the first parts, of which mkdocs.yml says how many there are; the
pages of the other parts are numbered apart.
"""

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from booksite.fences import fences

WORDS_A_MINUTE = {"ko": 130, "en": 180}  # of a text to think about; a Korean word holds more
SECONDS_A_FIGURE = 20


def describe(page: Page, markdown: str, config: MkDocsConfig) -> None:
    """Tell the page where it stands, and how long it takes to read."""
    entries = [item for item in config.nav or [] if isinstance(item, dict)]
    parts = [part for entry in entries for part in entry.values() if isinstance(part, list)]
    first = config.extra["parts"]
    groups = [[path for part in parts[:first] for path in part], *parts[first:]]
    words = config.extra["words"]
    for group in groups:
        if page.file.src_uri in group:
            number, kind = group.index(page.file.src_uri) + 1, "page"
            if group is groups[0]:
                page.meta["number"], kind = number, "chapter"
            page.meta["place"] = words[kind].format(number, len(group))
            minutes = max(1, round(_seconds(markdown, config.theme["language"]) / 60))
            page.meta["minutes"] = words["minutes"].format(minutes)


def _seconds(markdown: str, language: str) -> float:
    """Return the time for the words and the figures; who works through the code takes longer."""
    figures = markdown.count("/// figure-caption")
    for block in reversed(fences(markdown)):
        markdown = markdown[: block.span[0]] + markdown[block.span[1] :]
    words = re.findall(r"\w[\w'’-]*", re.sub(r"\$[^$]+\$", "x", markdown))
    return len(words) / WORDS_A_MINUTE[language] * 60 + figures * SECONDS_A_FIGURE
