"""Under `mkdocs serve`: a mistake is named each time, and the last good site stays."""

import socket
from types import SimpleNamespace

import pytest
from mkdocs.exceptions import Abort, BuildError

from booksite.serve import keep_last_good, require_free


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


def test_an_address_in_use_is_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(Abort, match=f"127.0.0.1:{port}: .*; try --dev-addr"):
            require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)
