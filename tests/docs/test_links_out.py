"""All links out are in one list, with the date on which each was last seen."""

import datetime
import re
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tests import links
from tests.chapters import LANGUAGES, pages, read


def test_the_list_has_every_link_out_of_the_book_and_no_other():
    found = {
        address.rstrip(">)")
        for language in LANGUAGES
        for page in pages()
        for address in re.findall(r"[<(](https?://[^\s>]+[>)])", read(language, page))
        if "127.0.0.1" not in address
    }
    assert found == set(links.addresses())
    assert list(links.seen()) == links.addresses()  # python -m tests.links writes it


def test_each_is_dated_or_has_not_been_seen_yet():
    for date in links.seen().values():
        assert date == links.NOT_YET or datetime.date.fromisoformat(date)


@pytest.fixture
def server():
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response({"/there": 200, "/on": 302}.get(self.path, 404))
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_what_answers_is_dated_and_what_does_not_is_named(server, tmp_path):
    there, on, gone = (f"{server}/{path}" for path in ("there", "on", "gone"))
    nowhere = "http://127.0.0.1:9/"  # where nothing listens
    dates = {there: links.NOT_YET, on: "2020-01-01", gone: "2021-01-01", nowhere: links.NOT_YET}
    wrong = links.check(dates, "2026-02-03")
    assert dates == {
        there: "2026-02-03", on: "2026-02-03", gone: "2021-01-01", nowhere: links.NOT_YET
    }  # fmt: skip
    assert wrong[0] == f"{gone}: HTTP 404"
    assert wrong[1].startswith(f"{nowhere}: ")
    assert len(wrong) == 2
