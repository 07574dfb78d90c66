"""Under `mkdocs serve` an edit within a page builds that page alone, as a whole build would."""

import os
import re
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from booksite import edits
from booksite.run.runner import Runner
from tests.site.conftest import small_book


class Server:
    """The book as `mkdocs serve` builds it, and how often it has built all of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.site, self.built = folder, folder / "site", 0
        self.build_whole(self.site)
        config = load_config(str(folder / "mkdocs.yml"))
        self.save = edits.sparing(lambda: self.build_whole(self.site), config)

    def build_whole(self, site: Path) -> None:
        self.built += 1
        config = load_config(str(self.folder / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="serve", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()

    def edit(self, page: str, old: str, new: str) -> None:
        file = self.folder / "docs" / page
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serves a small book, with a cache of its own: a build evicts what it does not use."""
    folder = small_book(tmp_path_factory.mktemp("edits") / "book")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("booksite.build.Runner", partial(Runner, cache=folder / ".cache"))
        yield Server(folder)


def files(site: Path) -> dict[str, bytes]:
    """What a site has; the search may list its pages in any order."""
    found = {f.relative_to(site).as_posix(): f.read_bytes() for f in site.rglob("*") if f.is_file()}
    for name in list(found):
        if name.endswith("search_index.json"):
            found[name] = bytes(sorted(found[name]))
        if "sitemap" in name:  # which has today's date
            del found[name]
    return found


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_edit_within_a_page_changes_its_files_and_the_search_and_no_others(server, language):
    before, built = files(server.site), server.built
    words = f"\nEdited, $x^3$.\n\n```python\nprint({built})\n```\n"
    server.edit(f"{language}/gradient.md", "\n## ", f"{words}\n## ")
    server.save()
    assert server.built == built
    after = files(server.site)
    folder = "en/" if language == "en" else ""
    assert {name for name in after if after[name] != before.get(name)} == {
        f"{folder}gradient/index.html",
        f"{folder}gradient/gradient.ipynb",
        f"{folder}gradient/gradient.py",
        f"{folder}search/search_index.json",
    }


@pytest.mark.parametrize(
    ("page", "old", "new"),
    [
        ("en/gradient.md", "# ", "# On "),  # other pages show a title,
        ("en/gradient.md", "{ #exercises }", "{ #tasks }"),
        ("en/labs/try.md", "\n??? ", "\nMore.\n\n??? "),
        ("en/api.md", "\n## ", "\nMore.\n\n## "),
        ("../theme/assets/stylesheets/book.css", ":root", ":root "),
    ],
    ids=["title", "id", "lab", "reference", "theme"],
)
def test_what_others_may_show_builds_the_whole_book(server, page, old, new):
    built = []
    save = edits.sparing(lambda: built.append(1), load_config(str(server.folder / "mkdocs.yml")))
    file = (server.folder / "docs" / page).resolve()
    good, time = file.read_bytes(), file.stat()
    server.edit(page, old, new)
    try:
        save()
        assert built == [1]
    finally:
        file.write_bytes(good)
        os.utime(file, ns=(time.st_atime_ns, time.st_mtime_ns))


def test_a_mistake_is_named_and_what_was_good_is_built_from_again(server):
    built = server.built
    server.edit("en/gradient.md", "\n## ", "\n```python\n1 / 0\n```\n\n## ")
    with pytest.raises(Exception, match="ZeroDivisionError"):
        server.save()
    server.edit("en/gradient.md", "\n```python\n1 / 0\n```\n", "\nMended.\n")
    server.save()
    assert server.built == built
    html = (server.site / "en" / "gradient" / "index.html").read_text(encoding="utf-8")
    assert "Mended." in html
    assert len(re.findall(r"<title>\d+\. \w", html)) == 1  # numbered once


def test_after_all_edits_the_site_is_what_a_whole_build_gives(server, tmp_path):
    server.edit("ko/index.md", "\n## ", "\nEdited.\n\n## ")
    server.save()
    edited = files(server.site)
    server.build_whole(tmp_path)  # which edits would go to from now on: this test is the last
    whole = files(tmp_path)
    assert edited.keys() == whole.keys()
    assert [name for name in edited if edited[name] != whole[name]] == []
