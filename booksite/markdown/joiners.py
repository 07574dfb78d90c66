"""Word joiners where browsers break a line and should not.

A Korean particle stays with its word behind a bracket or a quotation mark, a bracket with the
formula in it, and the two ends of a range of numbers with each other.
"""

import re

from markdown.preprocessors import Preprocessor

JOINER = "\u2060"
# Code comes first, so that nothing within it is joined.
PLACE = re.compile(r"((?:`[^`]*[)\]%°-]`|[)\]%°’”]\*{0,2})(?=[가-힣])|\((?=\$)|\d–(?=\d))|`[^`]*`")


class Joiners(Preprocessor):
    """Put the joiners into the lines of a page, but for its title, which goes into <title>."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the page's lines; code blocks are no part of them any more."""
        return [line if line.startswith("# ") else PLACE.sub(_joined, line) for line in lines]


def _joined(found: re.Match[str]) -> str:
    return f"{found[1]}{JOINER}" if found[1] else found[0]
