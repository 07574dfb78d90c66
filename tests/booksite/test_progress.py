"""A build that is silent for long says how far it is."""

import logging
import threading
import time
from concurrent.futures import Future

from booksite.run import progress


def test_it_says_how_many_are_done_while_one_is_waited_for(monkeypatch, caplog):
    monkeypatch.setattr(progress, "SILENCE", 0.05)
    caplog.set_level(logging.INFO, "mkdocs.booksite")
    done, slow, lab = Future(), Future(), Future()
    done.set_result(1)

    def end_when_told():
        for _ in range(600):
            if caplog.messages:
                break
            time.sleep(0.1)
        slow.set_result(2)

    threading.Thread(target=end_when_told).start()
    known = progress.Progress(Snippets=lambda: [done, slow], Labs=lambda: [lab])
    assert known.wait_for(slow) == 2
    assert {"Snippets: 1 of 2", "Labs: 0 of 1"} <= set(caplog.messages)


def test_it_is_silent_where_nothing_is_slow(caplog):
    caplog.set_level(logging.INFO, "mkdocs.booksite")
    done = Future()
    done.set_result(1)
    assert progress.Progress(Snippets=lambda: [done]).wait_for(done) == 1
    assert caplog.messages == []
