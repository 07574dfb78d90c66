"""The style sheets and scripts of a built site, in few bytes. Both languages have the same."""

import hashlib
import json
from pathlib import Path

from booksite.scripts import small
from booksite.styles import Used, slimmed, used_by

FOREIGN = ("lunr", "workers")  # loaded when the search is opened, if ever


def slim_assets(site: Path, pages: list[str], cache: Path) -> None:
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
    small_sheets = _known(cache, sheets, used)
    for folder in (assets, site / "en" / "assets"):
        for file, text in scripts.items():
            (folder / file.relative_to(assets)).write_text(text, encoding="utf-8")
        for name, text in small_sheets.items():
            (folder / name).write_text(text, encoding="utf-8")


def _known(cache: Path, sheets: dict[str, str], used: Used) -> dict[str, str]:
    """Return the slimmed sheets, from the cache if nothing that they depend on has changed."""
    module = Path(__file__).with_name("styles.py").read_text(encoding="utf-8")
    parts = [sheets, module, *(sorted(names) for names in vars(used).values())]
    digest = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
    kept = cache / f"{digest}.json"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(slimmed(sheets, used)), encoding="utf-8")
    known: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
    return known
