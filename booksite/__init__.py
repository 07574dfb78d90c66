"""What builds the book: docs become pages. Data flows docs → booksite → page, never back."""

import os
from pathlib import Path

# MkDocs imports this package while it reads mkdocs.yml, before Material greets with a banner on
# MkDocs 2, about which a reader can do nothing.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

ROOT = Path(__file__).parents[1]  # of the checkout: gradbook, docs and theme lie beside booksite
DATA = ROOT / "docs" / "data"  # files that programs read, which readers have beside theirs
