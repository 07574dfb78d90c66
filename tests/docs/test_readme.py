"""What README says to type is what works, in both languages."""

from booksite.fences import fences
from conftest import runner
from tests.chapters import ROOT, meaning


def blocks(name: str, language: str) -> list:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [fence for fence in fences(text) if fence.language == language]


def test_both_readmes_say_to_type_the_same():
    for language in ("sh", "python"):
        english, korean = (
            [meaning(block) for block in blocks(name, language)]
            for name in ("README.md", "README.ko.md")
        )
        assert english == korean


def test_the_snippet_runs():
    (snippet,) = blocks("README.md", "python")
    assert runner().run((snippet.source,))[0].output.split() == ["[6.", "8.]"]


def test_ci_runs_the_test_commands():
    assert blocks("README.md", "sh")[1].source.splitlines()[-1] == "pytest"
