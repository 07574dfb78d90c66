"""The style sheets and scripts of a built site, in few bytes. Both languages have the same."""

import json
from pathlib import Path

from booksite import kept
from booksite.scripts import small
from booksite.styles import slimmed, used_by

FOREIGN = ("lunr", "workers")  # loaded when the search is opened, if ever


def slim_assets(site: Path, pages: list[str]) -> None:
    """Make the assets of both languages small; `pages` is the HTML of all pages."""
    assets = site / "assets"
    scripts = {
        file: small(file.name, file.read_text(encoding="utf-8"))
        for file in sorted((assets / "javascripts").rglob("*.js"))
        if not set(FOREIGN) & set(file.parts)
    }
    sheets = {
        str(file.relative_to(assets)): file.read_text(encoding="utf-8")
        for file in sorted(assets.rglob("*.css"))
    }
    used = used_by(pages, scripts.values())
    origin = [sheets, *(sorted(part) for part in vars(used).values())]
    small_sheets = kept.under(origin, lambda: json.dumps(slimmed(sheets, used)).encode())
    for folder in (assets, site / "en" / "assets"):
        for file, text in scripts.items():
            (folder / file.relative_to(assets)).write_text(text, encoding="utf-8")
        for name, text in json.loads(small_sheets).items():
            (folder / name).write_text(text, encoding="utf-8")
