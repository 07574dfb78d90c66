"""What a build owns ends with it."""

from booksite import build
from booksite.run.labs import CACHE
from booksite.run.runner import Runner


def test_labs_are_not_kept_where_gradbook_has_changed_under_their_kernels(tmp_path, monkeypatch):
    for changed in (False, True):
        runner = Runner(cache=tmp_path)
        (tmp_path / CACHE).mkdir(exist_ok=True)
        if changed:
            runner.surroundings = "of before"
        monkeypatch.setattr(build, "_runner", runner)
        build.abandon()
        assert build._runner is None
        assert (tmp_path / CACHE).exists() is not changed
