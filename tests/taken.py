"""What the tests know of downloads: which pages offer them, in which language, and where."""

import re

import nbformat

from tests.chapters import ENGLISH, KOREAN, fences, pages

WITH_CODE = [
    page
    for page in pages()
    if page != "index.md"
    and any(f.language in ("python", "pycon") for f in fences((KOREAN / page).read_text("utf-8")))
]
LANGUAGES = {"ko": KOREAN, "en": ENGLISH}


def download(site, language, page, kind):
    folder = site / "en" if language == "en" else site
    name = page.removesuffix(".md")
    return folder / name / f"{name.replace('/', '-')}.{kind}"


def notebook(site, language, page):
    return nbformat.read(download(site, language, page, "ipynb"), as_version=4)


def uncommented(source):
    """The code without the comments at the ends of its lines."""
    return re.sub(r"  # .*", "", source)
