"""What a page offers to take home runs as it is, far from the book."""

import ast
import doctest
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest
from bs4 import BeautifulSoup
from filelock import FileLock
from nbclient import NotebookClient

from booksite.fences import fences, is_lab, programs
from conftest import runner
from tests.chapters import LANGUAGES, WITH_CODE, by_turns, read
from tests.dialogues import agrees, numbers_agree
from tests.site.downloads import download, notebook


@pytest.fixture(scope="session")
def elsewhere(site, tmp_path_factory, worker_id):
    """A reader's environment: gradbook comes from the site's wheel, and the book is not there."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    with FileLock(shared / "packages.lock"):
        if not (shared / "packages").exists():
            [wheel] = (site / "downloads").glob("gradbook-*.whl")
            pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
            subprocess.run([*pip, "--target", shared / "packages", wheel], check=True)
    return {
        **os.environ,
        "PYTHONPATH": str(shared / "packages"),
        "MPLBACKEND": "agg",
        "PYTHONIOENCODING": "utf-8",
    }


def output(cell):
    """What a cell printed and gave, without warnings."""
    found = []
    for part in cell.outputs:
        if part.output_type in ("execute_result", "display_data") and "image/png" not in part.data:
            found.append(part.data["text/plain"] + "\n")
        elif part.output_type == "stream" and part.name == "stdout":
            found.append(part.text)
    return "".join(found)


WARNING = re.compile(r"^\w+Warning: .*\n", re.M)


def beside_data(site, folder):
    """Put the data that the site offers into the folder of a reader."""
    for file in (site / "data").iterdir():
        shutil.copy(file, folder)


def unsolved(text):
    """The text of a page without what is folded, such as solutions, which no download runs."""
    return re.sub(r"^\?\?\? .*\n(?: {4}.*\n| *\n)*", "", f"{text}\n", flags=re.M)


def output_on(page):
    """What the snippets of a page printed, without warnings, for those that printed anything."""
    samples = [sample.get_text() for sample in page.select("samp")]
    printed = [WARNING.sub("", f"{text}\n") for text in samples]
    return [text for text in printed if text]


def worked_examples(fences):
    """The results that the page's worked examples show, as one text."""
    examples = doctest.DocTestParser().get_examples
    return "".join(e.want for f in fences if f.language == "pycon" for e in examples(f.source))


# The code of twins is the same (test_notebooks.py): each page is run in one language, by turns, and
# as a notebook or as a script.
IN_TURN = [(page, [*LANGUAGES][n // 8 % 2]) for n, page in enumerate(WITH_CODE)]


@pytest.mark.parametrize(("page", "language"), by_turns(IN_TURN, 0, of=8))
def test_a_notebook_runs_from_top_to_bottom_and_shows_what_the_page_shows(
    site, elsewhere, tmp_path, language, page
):
    beside_data(site, tmp_path)
    book = notebook(site, language, page)
    book.cells.append(nbformat.v4.new_code_cell("import gradbook\nprint(gradbook.__file__)"))
    environment = {name: elsewhere[name] for name in elsewhere if name != "MPLBACKEND"}
    NotebookClient(book, timeout=600).execute(cwd=str(tmp_path), env=environment)
    _, *cells, last = (cell for cell in book.cells if cell.cell_type == "code")
    assert elsewhere["PYTHONPATH"] in last.outputs[0].text

    found = fences(unsolved((LANGUAGES[language] / page).read_text(encoding="utf-8")))
    html = download(site, language, page, "html").with_name("index.html").read_text("utf-8")
    shown = BeautifulSoup(html, "html.parser")
    for folded in shown.select("details:not(.figure-code)"):
        folded.decompose()
    snippets = {f.source.rstrip("\n") for f in found if f.language == "python"}
    assert [text for c in cells if c.source in snippets and (text := output(c))] == output_on(shown)
    drawing = [o for c in cells if c.source in snippets for o in c.outputs]
    drawn = sum("image/png" in o.get("data", {}) for o in drawing)
    assert drawn == len(shown.select("svg[data-axes]"))
    examples = "".join(output(cell) for cell in cells if cell.source not in snippets)
    assert agrees(worked_examples(found), examples), examples


def printed_by(page):
    """What all programs and worked examples of a page print, in order, without warnings."""
    text = unsolved(read("en", page))
    if is_lab(text):
        [program] = programs(text)
        return "".join(runner().result(program, cell).output for cell in range(len(program)))
    return "".join(
        worked_examples([f]) if f.language == "pycon" else runner().result((f.source,)).output
        for f in fences(text)
        if f.language in ("python", "pycon")
    )


@pytest.mark.parametrize(("page", "_"), by_turns(IN_TURN, 4, of=8))
def test_a_script_prints_what_the_page_shows(site, elsewhere, tmp_path, page, _):
    korean, english = (download(site, language, page, "py") for language in LANGUAGES)
    # what differs is comments: one of them stands for both
    assert ast.dump(ast.parse(korean.read_text("utf-8"))) == ast.dump(
        ast.parse(english.read_text("utf-8"))
    )
    beside_data(site, tmp_path)
    done = subprocess.run(
        [sys.executable, english], cwd=tmp_path, env=elsewhere, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    shown, printed = WARNING.sub("", printed_by(page)), done.stdout.decode()
    assert numbers_agree(shown, printed), printed
