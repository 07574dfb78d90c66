"""Labs run ahead: mkdocs-jupyter fills its cache in threads while the snippets run.

mkdocs-jupyter reads, runs and caches the labs; to a build it would do so one by one. Here each
lab's page is rendered before its turn, so that its turn finds the cache filled.
"""

import contextlib
import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import mkdocs_jupyter.config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from booksite import ROOT
from booksite.fences import cells
from booksite.run.execution import SnippetFailed
from booksite.run.runner import Runner

PLUGIN = "mkdocs-jupyter"
CACHE = "labs"  # the folder in that of the results
STARTUP = "from booksite.run.kernel import prepare\nprepare()\ndel prepare\n"
PLACE = re.compile(r"Cell In\[(\d+)\], line (\d+)")  # as IPython's tracebacks give it
ANSI = re.compile(r"\x1b\[[\d;]*m")


@contextlib.contextmanager
def jupyter_home(limit: float) -> Iterator[None]:
    """Give Jupyter a home of its own: our startup file, our limit, nothing of the user's."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        startup = Path(home, "profile_default", "startup", "book.py")
        startup.parent.mkdir(parents=True)
        startup.write_text(STARTUP, encoding="utf-8")
        settings = {
            "jupyter_nbconvert_config.json": {
                # the base of ExecutePreprocessor, whose own section mkdocs-jupyter replaces
                "NotebookClient": {"timeout": limit, "shutdown_kernel": "immediate"}
            },
            "profile_default/ipython_kernel_config.json": {
                "IPKernelApp": {"log_level": logging.ERROR},
                "HistoryManager": {"enabled": False},
            },
        }
        for name, content in settings.items():
            Path(home, name).write_text(json.dumps(content), encoding="utf-8")
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {
            "IPYTHONDIR": home,
            "JUPYTER_CONFIG_DIR": home,
            "PYTHONPATH": os.pathsep.join(paths),  # this checkout's booksite, from any folder
            "OMP_NUM_THREADS": "1",  # programs run side by side already
        }
        with mock.patch.dict(os.environ, environment):
            yield


def configure(config: MkDocsConfig, runner: Runner) -> None:
    """Tell mkdocs-jupyter our template, and a cache for all that a lab depends on.

    There is a folder a language, for a build evicts what it did not use.
    """
    mkdocs_jupyter.config.settings.templates_dir = str(Path(__file__).with_name("jupyter"))
    logging.getLogger("mkdocs.plugins.mkdocs_jupyter").setLevel(logging.WARNING)
    logging.getLogger("mkdocs.mkdocs-jupyter").setLevel(logging.WARNING)
    caches, language = runner.cache.folder / CACHE, config.theme["language"]
    cache = caches / f"{language}-{runner.surroundings[:16]}"
    config.plugins[PLUGIN].config["cache_dir"] = str(cache)
    config.plugins[PLUGIN].on_pre_build(config=config)  # for pages that are rendered ahead
    for other in caches.glob(f"{language}-*"):
        if other != cache:
            shutil.rmtree(other, ignore_errors=True)
    for file in cache.glob("*.json"):
        if not is_valid(file):
            file.unlink()


def is_valid(file: Path) -> bool:
    """Tell whether mkdocs-jupyter can use an entry of its cache."""
    try:
        entry = json.loads(file.read_text(encoding="utf-8"))
        return isinstance(json.loads(entry["content"])["cells"], list) and "toc_tokens" in entry
    except (OSError, ValueError, TypeError, KeyError):
        return False


def run(file: Path, config: MkDocsConfig) -> None:
    """Have mkdocs-jupyter run a lab, as its page will, and cache what it gives.

    Raises
    ------
    SnippetFailed
        If a cell raises, dies, or has not ended in time; the line is that of the page.
    """
    uri = file.relative_to(config.docs_dir).as_posix()
    source = File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)
    page = Page(None, source, config)
    config.plugins[PLUGIN].on_pre_page(page, config=config, files=Files([source]))
    try:
        page.render(config, Files([source]))
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        raise _named(error, file.read_text(encoding="utf-8")) from error


def _named(error: Exception, text: str) -> SnippetFailed:
    """Return the failure with the line of the page that it comes from."""
    program = cells(text)
    if isinstance(error, CellExecutionError):
        number, line = PLACE.findall(ANSI.sub("", error.traceback))[-1]
        cause = f"{error.ename}: {error.evalue}"
    else:  # a cell that has not ended is quoted; which one a kernel died in, nobody knows
        quoted = (n for n, cell in enumerate(program, 1) if cell.source[:40] in str(error))
        number, line, cause = next(quoted, 1), 1, str(error).splitlines()[0]
    return SnippetFailed(program[int(number) - 1].line + int(line), cause)
