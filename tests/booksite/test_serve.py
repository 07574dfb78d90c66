"""Under `mkdocs serve`: a mistake is named each time, and the last good site stays."""

from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort, BuildError

from booksite.serve import keep_last_good


@pytest.fixture
def server(tmp_path):
    (tmp_path / "index.html").write_text("good")
    return SimpleNamespace(root=str(tmp_path))


def test_a_mistake_that_is_made_again_is_named_again(server, tmp_path, caplog):
    def build():  # as MkDocs does, which logs the same message only once
        (tmp_path / "index.html").unlink()
        try:
            raise BuildError("docs/ko/x.md:3: NameError")
        except BuildError:
            raise Abort("Aborted with a BuildError!") from None

    for _ in range(2):
        caplog.clear()
        keep_last_good(server, build).builder()
        assert "docs/ko/x.md:3: NameError" in caplog.text
        assert "The last good site stays up" in caplog.text
        assert (tmp_path / "index.html").read_text() == "good"


def test_any_other_error_is_named_too(server, caplog):
    def build():
        raise RuntimeError("the disk is full")

    keep_last_good(server, build).builder()
    assert "the disk is full" in caplog.text
