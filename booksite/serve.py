"""Under `mkdocs serve`: the last good site stays up while a page is half written."""

import logging
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.booksite")


def keep_last_good(server: LiveReloadServer, builder: Callable[..., None]) -> LiveReloadServer:
    """Have the server put the last good site back where a build fails."""

    def rebuild() -> None:
        with tempfile.TemporaryDirectory() as folder:
            good = Path(folder) / "site"
            shutil.copytree(server.root, good)
            try:
                builder()
            except (Exception, SystemExit) as error:
                # MkDocs names a mistake once, and the next time says that it stopped
                cause = error.__context__ or error
                log.error("%s\nThe last good site stays up; save again to rebuild.", cause)
                shutil.rmtree(server.root, ignore_errors=True)
                shutil.copytree(good, server.root, dirs_exist_ok=True)

    server.builder = rebuild
    return server
