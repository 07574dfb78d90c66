"""Under `mkdocs serve`: the last good site stays up while a page is half written."""

import logging
import shutil
import socket
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.booksite")


@cache  # while it serves, the address is its own
def require_free(host: str, port: int) -> None:
    """Stop before the first build where another program listens."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Abort(
                f"{host}:{port}: {error.strerror}; try --dev-addr {host}:{port + 1}"
            ) from None


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
                cause = (isinstance(error, Abort) and error.__context__) or error
                log.error("%s\nThe last good site stays up; save again to rebuild.", cause)
                shutil.rmtree(server.root, ignore_errors=True)
                shutil.copytree(good, server.root, dirs_exist_ok=True)

    server.builder = rebuild
    return server
