"""What others have made is named, with its terms, on the site and in the wheel."""

import base64
import io
import json
import re
from fnmatch import fnmatch
from importlib.metadata import distribution, version
from pathlib import Path
from zipfile import ZipFile

import material
import pytest
from fontTools.ttLib import TTFont

from tests.chapters import ROOT

NOTICES = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([^`]+)`", NOTICES.partition("## The texts")[0])
PYTHON = "assets/python/"  # where the build has the files of Pyodide
TEMPLATES = Path(material.__file__).parent / "templates"
ICONS = {
    "material": "Material Design Icons",
    "octicons": "Octicons",
    "fontawesome": "Font Awesome",
    "simple": "Simple Icons",
}
# what the build makes, beside the files of theme/assets
OURS = ["assets/third-party.txt", "assets/javascripts/workers/korean.js"]


def test_each_page_leads_to_the_notices(site):
    shown = site / "assets" / "third-party.txt"
    assert shown.read_text(encoding="utf-8") == NOTICES
    for page in site.rglob("*.html"):
        links = re.findall(r'href="([^"]*assets/third-party\.txt)"', page.read_text("utf-8"))
        assert len(links) == 1, page
        if page.name == "index.html":
            assert (page.parent / links[0]).resolve() == shown.resolve()


def test_each_file_that_others_have_made_is_named_by_its_place(site):
    patterns = [f"{place}*" if place.endswith("/") else place for place in NAMED]
    others = []
    for file in (file for file in (site / "assets").rglob("*") if file.is_file()):
        name = file.relative_to(site).as_posix().removesuffix(".map")
        if not (ROOT / "theme" / name).exists() and name not in OURS:
            others.append(name)
            assert any(fnmatch(name, pattern) for pattern in patterns), name
    assert len(set(others)) > 6
    for place, pattern in zip(NAMED, patterns, strict=True):
        if place.startswith("assets/") and place != PYTHON:
            assert any(fnmatch(name, pattern) for name in others), place


def test_the_search_has_the_languages_of_the_book_alone(site):
    scripts = {script.name for script in (site / "assets" / "javascripts" / "lunr").rglob("*.js")}
    assert scripts == {"lunr.ko.min.js", "lunr.stemmer.support.min.js"}


def test_each_set_of_icons_is_named(site):
    sets = {}
    for icon in (TEMPLATES / ".icons").rglob("*.svg"):
        for path in re.findall(r' d="([^"]{9,})"', icon.read_text(encoding="utf-8")):
            sets[path] = icon.relative_to(TEMPLATES / ".icons").parts[0]
    used = set()
    for file in (*site.rglob("*.html"), *site.rglob("*.css")):
        drawn = re.findall(r"\bd=(?:\"|'|%22|\\\")([^\"'%\\]+)", file.read_text(encoding="utf-8"))
        used |= {sets[path] for path in drawn if path in sets}
    assert used >= {"material", "octicons"}
    assert [name for name in used if f"| {ICONS[name]}" not in NOTICES] == []


def test_what_is_bundled_in_materials_files_is_named():
    bundled = set()
    for sources in TEMPLATES.rglob("*.min.*.map"):
        paths = json.loads(sources.read_text(encoding="utf-8"))["sources"]
        bundled |= {m[1] for path in paths if (m := re.search(r"node_modules/([\w-]+)/", path))}
    assert bundled >= {"lunr", "rxjs", "clipboard"}
    assert [name for name in bundled if name not in NOTICES.lower()] == []


@pytest.mark.parametrize(
    ("package", "place"),
    [
        ("mkdocs-material", "material/templates/.icons/octicons/LICENSE"),
        ("mkdocs-material", "mkdocs_material-{}.dist-info/licenses/LICENSE"),
        ("mkdocstrings-python", "mkdocstrings_python-{}.dist-info/licenses/LICENSE"),
    ],
)
def test_copyright_lines_are_those_of_the_installed_packages(package, place):
    file = distribution(package).locate_file(place.format(version(package)))
    [line] = re.findall("^Copyright .+", Path(str(file)).read_text("utf-8"), re.M)
    assert line in NOTICES


def test_versions_are_those_that_are_shipped(site):
    [worker] = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    [bundle] = (site / "assets" / "javascripts").glob("bundle.*.js")
    lunr = re.search(r"lunr\.version=\"([\d.]+)\"|version=\"(2[\d.]+)\"", worker.read_text("utf-8"))
    clipboard = re.search(r"clipboard\.js v([\d.]+)", bundle.read_text("utf-8"))
    for named in (
        f"Material for MkDocs {version('mkdocs-material')},",
        f"Lunr {lunr[1] or lunr[2]},",
        f"clipboard.js {clipboard[1]},",
    ):
        assert named in NOTICES


def test_the_font_carries_its_copyright_and_its_licence(site):
    sheet = (site / "assets" / "fonts" / "math.css").read_text(encoding="utf-8")
    fonts = re.findall(r"base64,([^)]+)\)", sheet)
    assert len(fonts) == 2
    for font in fonts:
        names = TTFont(io.BytesIO(base64.b64decode(font)))["name"]
        assert names.getDebugName(0) in NOTICES
        assert names.getDebugName(13).startswith(
            "This Font Software is licensed under the SIL Open"
        )
        assert names.getDebugName(14) == "https://scripts.sil.org/OFL"


def test_the_wheel_carries_the_notices_and_the_digits_their_terms(site):
    [made] = (site / "downloads").glob("*.whl")
    with ZipFile(made) as wheel:
        [notices] = [name for name in wheel.namelist() if name.endswith("THIRD-PARTY.md")]
        assert wheel.read(notices).decode() == NOTICES
        assert "gradbook/digits.npz" in wheel.namelist()
        assert "CC BY 4.0" in wheel.read("gradbook/digits.py").decode()
    assert "`gradbook/digits.npz`" in NOTICES
