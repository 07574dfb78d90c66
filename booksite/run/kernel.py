"""A lab's cells run in a Jupyter kernel as snippets run in their process; IPython starts this."""

import os
import sys
import tempfile
from typing import Any

from booksite.figures.svg import minified
from booksite.run.execution import become_reader, lay_out_data
from booksite.run.page import Printed, drawn


def prepare() -> None:
    """Make this kernel a reader's: figures become our SVG, output has a limit, the folder is new.

    Called by the startup file that `labs.jupyter_home` writes.
    """
    from IPython.core.getipython import get_ipython
    from IPython.display import display

    become_reader()
    os.chdir(tempfile.mkdtemp(dir=os.environ["IPYTHONDIR"]))
    lay_out_data()
    shell: Any = get_ipython()

    def show_figures(*result: object) -> None:
        for svg in drawn(f"lab-{shell.execution_count}"):
            display({"image/svg+xml": minified(svg)}, raw=True)

    sys.stdout.write = Printed(sys.stdout.write).write  # type: ignore[method-assign]
    shell.events.register("post_run_cell", show_figures)
