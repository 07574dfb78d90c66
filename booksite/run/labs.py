"""Labs run ahead: mkdocs-jupyter runs them in a thread while the snippets run.

To a build it would do so one by one. Here each lab's page is rendered before its turn, and what its
cells give is cached as that of a program is: words may change, and of twins one runs for both.
"""

import contextlib
import json
import logging
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import mkdocs_jupyter.config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert.preprocessors import ExecutePreprocessor
from traitlets import Unicode

from booksite import ROOT
from booksite.fences import cells
from booksite.run.cache import Cache, Outdated
from booksite.run.execution import SnippetFailed
from booksite.run.keys import key_of
from booksite.run.runner import Runner

PLUGIN = "mkdocs-jupyter"
NOTEBOOK = "notebook"  # of its key: what a program of the same cells gives has another form
STARTUP = "from booksite.run.kernel import prepare\nprepare()\ndel prepare\n"
PLACE = re.compile(r"Cell In\[(\d+)\], line (\d+)")  # as IPython's tracebacks give it
ANSI = re.compile(r"\x1b\[[\d;]*m")


class ExecuteOnce(ExecutePreprocessor):
    """Runs the cells of a notebook unless their outputs are cached; nbconvert calls it."""

    cache = Unicode(help="its folder").tag(config=True)
    surroundings = Unicode(help="what outputs depend on besides the cells").tag(config=True)
    home = Unicode(help="Jupyter's, as long as the build is under way").tag(config=True)

    def preprocess(self, nb: Any, resources: Any = None, km: Any = None) -> Any:
        """Return the notebook with its outputs."""
        program = [cell for cell in nb.cells if cell.cell_type == "code"]
        key = key_of(tuple(cell.source for cell in program))
        cache = Cache(Path(self.cache), self.surroundings, contextlib.ExitStack())

        def run() -> list[Any]:
            super(ExecuteOnce, self).preprocess(nb, resources, km)
            outputs = [cell.outputs for cell in program]
            if not Path(self.home).exists():  # nobody knows whose settings the kernel had
                raise Outdated(outputs)
            return outputs

        for cell, outputs in zip(program, cache.get(run, NOTEBOOK, key), strict=True):
            cell.outputs = outputs
        return nb, resources


@contextlib.contextmanager
def jupyter_home(runner: Runner) -> Iterator[None]:
    """Give Jupyter a home of its own: our template and startup file, nothing of the user's."""
    mkdocs_jupyter.config.settings.templates_dir = str(Path(__file__).with_name("jupyter"))
    for name in ("mkdocs.plugins.mkdocs_jupyter", "mkdocs.mkdocs-jupyter"):
        logging.getLogger(name).setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        startup = Path(home, "profile_default", "startup", "book.py")
        startup.parent.mkdir(parents=True)
        startup.write_text(STARTUP, encoding="utf-8")
        kernel = {"timeout": runner.limit, "shutdown_kernel": "immediate"}
        results = {"cache": str(runner.cache.folder), "surroundings": runner.cache.surroundings}
        results["home"] = home
        settings = {
            "jupyter_nbconvert_config.json": {
                "Exporter": {"default_preprocessors": [f"{__name__}.{ExecuteOnce.__name__}"]},
                ExecuteOnce.__name__: kernel | results,
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


def run(file: Path, config: MkDocsConfig) -> None:
    """Have mkdocs-jupyter run a lab, as its page will, so that what it gives is cached.

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
