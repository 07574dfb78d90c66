"""References exist: each has an address, a DOI or an ISBN of the right form."""

import re

import pytest
import yaml

from booksite.ship import wheel
from tests.chapters import ENGLISH, KOREAN, ROOT

ENTRIES = re.findall(
    r"^- (.+?)  \n", (ENGLISH / "references.md").read_text(encoding="utf-8"), flags=re.M
)


def isbn_is_valid(isbn: str) -> bool:
    digits = [int(d) for d in isbn if d.isdigit()]
    return len(digits) == 13 and sum(d * (1, 3)[i % 2] for i, d in enumerate(digits)) % 10 == 0


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry[:30])
def test_an_entry_can_be_found(entry):
    isbns = re.findall(r"ISBN ([\d-]+)", entry)
    addresses = re.findall(r"<([^>]+)>", entry)
    assert isbns or addresses
    for isbn in isbns:
        assert isbn_is_valid(isbn), isbn
    for address in addresses:
        assert re.fullmatch(r"https://[\w.-]+/\S*", address), address
        if "doi.org" in address:
            assert re.fullmatch(r"https://doi\.org/10\.\d{4,5}/\S+", address), address


def test_both_languages_list_the_same_works():
    korean = (KOREAN / "references.md").read_text(encoding="utf-8")
    assert len(ENTRIES) > 20
    assert [e for e in ENTRIES if f"- {e}  \n" not in korean] == []


def test_a_mistyped_isbn_is_found():
    assert isbn_is_valid("978-0-262-03561-3")
    assert not isbn_is_valid("978-0-262-03561-4")


def test_how_to_cite_names_the_version_that_the_package_has():
    version = wheel.versions()[0]
    cite = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert cite["version"] == version
    for folder in (ENGLISH, KOREAN):
        words = " ".join((folder / "references.md").read_text(encoding="utf-8").split())
        assert f"version {version}," in words
        assert f"{{{cite['title']}}}" in words
