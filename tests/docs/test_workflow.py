"""The workflow publishes what it has tested, where the pages are, and installs by hash."""

import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
import yaml

from tests.chapters import ROOT

JOBS = yaml.safe_load((ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8"))["jobs"]
STEPS = [(name, step) for name, job in JOBS.items() for step in job["steps"]]
INSTALLS = re.compile(r"\b(pip|apt-get|npm|uv) |setup-python|checkout")


def test_every_action_is_pinned_and_no_checkout_keeps_a_token():
    actions = [step for _, step in STEPS if "uses" in step]
    assert len(actions) > 5
    for step in actions:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", step["uses"])
        if "checkout" in step["uses"]:
            assert step["with"]["persist-credentials"] is False


def test_the_job_that_may_write_runs_no_code_of_others():
    writing = [name for name, job in JOBS.items() if "write" in str(job.get("permissions"))]
    assert writing == ["publish"]
    steps = [str(step.get("run", step.get("uses"))) for step in JOBS["publish"]["steps"]]
    assert [step for step in steps if INSTALLS.search(step)] == []
    assert any(INSTALLS.search(str(step)) for _, step in STEPS)


def test_what_is_pushed_is_what_was_tested():
    steps = [str(step) for step in JOBS["site"]["steps"]]
    [build, test, hand_over] = [
        next(n for n, step in enumerate(steps) if sign in step)
        for sign in ("--site-dir site", "SITE=site pytest", "upload-artifact")
    ]
    assert build < test < hand_over == len(steps) - 1
    assert JOBS["publish"]["needs"] == ["test", "minimum", "site"]
    given, taken = JOBS["site"]["steps"][-1]["with"], JOBS["publish"]["steps"][0]["with"]
    assert (given["name"], given["path"]) == (taken["name"], taken["path"]) == ("site", "site")


def value(expression, owner, repository, site_url=""):
    """What GitHub makes of an expression, as far as this workflow's goes."""
    names = {
        "vars": SimpleNamespace(SITE_URL=site_url),
        "github": SimpleNamespace(
            repository_owner=owner,
            event=SimpleNamespace(repository=SimpleNamespace(name=repository)),
        ),
        "format": str.format,
    }
    code = expression.strip().removeprefix("${{").removesuffix("}}").strip()
    return eval(code.replace("||", " or ").replace("&&", " and "), names)


@pytest.mark.parametrize(
    ("repository", "site_url", "address"),
    [
        ("someone.github.io", "", "https://someone.github.io/"),
        ("a-fork", "", "https://someone.github.io/a-fork/"),
        ("other.github.io", "", "https://someone.github.io/other.github.io/"),
        ("a-fork", "https://book.example/", "https://book.example/"),
    ],
)
def test_the_site_is_built_for_where_its_pages_are(repository, site_url, address):
    expression = " ".join(JOBS["site"]["env"]["SITE_URL"].split())
    assert value(expression, "someone", repository, site_url) == address


@pytest.mark.skipif(sys.platform != "linux", reason="what runs on ubuntu-latest")
def test_publishing_replaces_the_branch_by_the_site(tmp_path):
    bare, site = tmp_path / "bare.git", tmp_path / "site"
    subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)
    run = JOBS["publish"]["steps"][-1]["run"]
    for text in ("first", "second"):
        (site / "en").mkdir(parents=True)
        (site / "en" / "index.html").write_text(text)
        env = {"PATH": "/usr/bin:/bin", "REPOSITORY": str(bare), "TOKEN": "t", "GITHUB_SHA": "abc"}
        subprocess.run(
            ["bash", "-e", "-c", run], cwd=site, env=env, check=True, capture_output=True
        )
        site.rename(tmp_path / text)
    git = ["git", "-C", str(bare)]
    shown = subprocess.check_output([*git, "show", "gh-pages:en/index.html"], text=True)
    files = subprocess.check_output([*git, "ls-tree", "-r", "--name-only", "gh-pages"], text=True)
    log = subprocess.check_output([*git, "log", "--format=%s", "gh-pages"], text=True)
    assert shown == "second"
    assert files.split() == [".nojekyll", "en/index.html"]
    assert log == "Published from abc\n"


def pins(name):
    """The version of each package that the file names, and the number of its hashes."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = {}
    for entry in re.split(r"\n(?=\w)", text):
        if match := re.match(r"([\w.-]+)(?:\[\w+\])?==([^ \n;]+)", entry):
            hashes = entry.count("--hash=sha256:")
            found.setdefault(match[1].lower().replace("_", "-"), []).append((match[2], hashes))
    return found


def test_the_lock_has_what_requirements_name_and_each_by_its_hashes():
    locked = pins("requirements.lock")
    wanted = {name: version for name, [(version, _)] in pins("requirements.txt").items()}
    assert len(wanted) > 20
    missing = {name for name in wanted if wanted[name] not in dict(locked.get(name, []))}
    assert missing == set()  # CONTRIBUTING says which command writes the lock again
    assert [name for name, found in locked.items() if not all(n for _, n in found)] == []


def test_wherever_the_workflow_installs_the_book_it_does_so_from_the_lock():
    for name in ("test", "site"):
        runs = [step["run"] for step in JOBS[name]["steps"] if "pip install" in step.get("run", "")]
        assert [re.sub(r"^python -m pip install ", "", run) for run in runs] == [
            "--require-hashes -r requirements.lock",
            "--no-deps --no-build-isolation -e .",
        ]
