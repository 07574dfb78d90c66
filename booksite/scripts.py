"""Scripts in few bytes, and Material's bundle without what a page can do without.

The bundle fetches the search index and its worker with every page, twice the weight of the page
itself: here they wait until the reader opens the search. And it sets colours that the page has
already, for which the browser would style every element again, three times. The bundle itself waits
until the page is painted.
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
    # It comes when the page is there and painted (main.html), and has nothing to wait for.
    'h(document,"DOMContentLoaded",{once:!0}).subscribe(()=>e.next(document))': "e.next(document)",
    # A table has the box in which it scrolls from the start (finish.py).
    'M("table:not([class])",e)': 'M(":not(.md-typeset__table)>table:not([class])",e)',
    # The colours of a page are its style sheet's, and right from the start (palette.html).
    'x("meta",{name:"color-scheme"});document.head.appendChild(o);': (
        'x("meta",{name:"color-scheme"});'
    ),
    'document.body.setAttribute("data-md-color-switching","")': (
        "document.body.dataset.mdColorScheme!==s.color.scheme"
        '&&document.body.setAttribute("data-md-color-switching","")'
    ),
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
