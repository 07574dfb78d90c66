"""What a program draws and prints does not depend on what runs beside or before it."""

import os

from booksite.fences import is_lab, programs
from booksite.run.runner import Runner
from conftest import runner
from tests.chapters import pages, read


def test_programs_give_the_same_in_another_order_with_fewer_workers(site, tmp_path, monkeypatch):
    texts = [read("ko", page) for page in pages()]
    some = [program for text in texts if not is_lab(text) for program in programs(text)][::8]
    assert len(some) > 30
    known = [runner().result(program) for program in some]  # as the build of the site left them
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    again = Runner(cache=tmp_path)
    try:
        again.start(reversed(some))
        assert [again.result(program) for program in some] == known
    finally:
        again.close()
