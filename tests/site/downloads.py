"""What the tests know of downloads: where they are."""

import re

import nbformat


def download(site, language, page, kind):
    folder = site / "en" if language == "en" else site
    name = page.removesuffix(".md")
    return folder / name / f"{name.replace('/', '-')}.{kind}"


def notebook(site, language, page):
    return nbformat.read(download(site, language, page, "ipynb"), as_version=4)


def uncommented(source):
    """The code without the comments at the ends of its lines."""
    return re.sub(r"  # .*", "", source)
