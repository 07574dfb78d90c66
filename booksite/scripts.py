"""Scripts in few bytes, and Material's bundle without what a page can wait for.

The bundle fetches the search index and its worker with every page, twice the weight of the page
itself. Here they are made to wait until the reader opens the search.
"""

from pathlib import Path

import rjsmin
from mkdocs.exceptions import BuildError

# What stands in Material 9.8's bundle → what takes its place.
PATCHES = {
    # The index waits for the search to open. Material has it so where a page is a file; elsewhere
    # it does not wait.
    'L($(location.protocol!=="file:"),Je("search")).pipe(': 'L(Je("search")).pipe(',
    # The worker is started by its first message, which brings the index.
    "let r=Mn(e);": (
        "let r=Mn(e,((w,s=new EventTarget)=>(s.postMessage=d=>{w||(w=new Worker(e),"
        'w.onmessage=({data})=>s.dispatchEvent(new MessageEvent("message",{data}))),'
        "w.postMessage(d)},s))());"
    ),
    # The index is needed for highlighting only where there is something to highlight.
    'V("search.highlight")?': 'V("search.highlight")&&location.search?',
}


def small(name: str, script: str) -> str:
    """Return the script in few bytes; the name tells whose it is."""
    if name.startswith("bundle."):
        return patched(script)
    return script if ".min." in name else str(rjsmin.jsmin(script))


def patched(bundle: str) -> str:
    """Return Material's bundle, with the search waiting for its reader.

    Raises
    ------
    BuildError
        If the bundle is not the one that the patches were made for.
    """
    for old, new in PATCHES.items():
        if bundle.count(old) != 1:
            raise BuildError(
                f"Material's bundle has no {old!r}: look for what does the same in the "
                f"new version, and mend {Path(__file__).name}"
            )
        bundle = bundle.replace(old, new)
    return bundle
