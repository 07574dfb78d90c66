"""The links that lead out of the book: docs/links.tsv says when each was last seen.

usage: python -m tests.links            (where there is a network; asks each address once)

An address that answers gets today's date; one that does not is named, and keeps the date it had.
DOIs need not be followed: doi.org sends on whoever asks for one that exists.
"""

import datetime
import re
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.chapters import ENGLISH, ROOT

LIST = ROOT / "docs" / "links.tsv"
NOT_YET = "not yet"
HEAD = "address\tlast seen"


class NoRedirect(urllib.request.HTTPRedirectHandler):
    """Takes the first answer."""

    def redirect_request(self, *args: object) -> None:
        return None


def addresses() -> list[str]:
    """The addresses that the references give, in their order."""
    return re.findall(r"<(https?://[^>]+)>", (ENGLISH / "references.md").read_text("utf-8"))


def seen() -> dict[str, str]:
    """When each address of the list was last seen."""
    head, *lines = LIST.read_text(encoding="utf-8").splitlines()
    assert head == HEAD
    return dict(line.split("\t") for line in lines)


def write(dates: dict[str, str], file: Path = LIST) -> None:
    lines = [HEAD, *("\t".join(pair) for pair in dates.items())]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def fault(address: str) -> str:
    """What is wrong with an address; nothing if it answers, or sends on."""
    request = urllib.request.Request(address, headers={"User-Agent": "gradbook-links/1"})
    try:
        urllib.request.build_opener(NoRedirect).open(request, timeout=30).close()
    except urllib.error.HTTPError as answer:
        return "" if answer.code in (301, 302, 303, 307, 308) else f"HTTP {answer.code}"
    except OSError as error:
        return str(error)
    return ""


def check(dates: dict[str, str], today: str) -> list[str]:
    """Date each address that answers; return what is wrong with the others."""
    with ThreadPoolExecutor(8) as pool:
        faults = dict(zip(dates, pool.map(fault, dates), strict=True))
    dates |= {address: today for address, wrong in faults.items() if not wrong}
    return [f"{address}: {wrong}" for address, wrong in faults.items() if wrong]


def main() -> int:
    known = seen() if LIST.exists() else {}
    dates = {address: known.get(address, NOT_YET) for address in addresses()}
    wrong = check(dates, datetime.date.today().isoformat())
    write(dates)
    print(*wrong, f"{len(dates) - len(wrong)} of {len(dates)} answer", sep="\n")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
