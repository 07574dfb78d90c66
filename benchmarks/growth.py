"""How a build grows with the book: the book as it is, and with ten times its chapters.

usage: python benchmarks/growth.py [TIMES]

Each chapter stands TIMES times in the larger book (10 unless told), under other names, with the
same code, so that its results are known. Times are of the processor, the best of two; memory is the
most that the process held. An edit is a paragraph more on one page, as under `mkdocs serve`.
"""

import json
import logging
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from booksite import ROOT, edits

NAMES = ("mkdocs.yml", "mkdocs.en.yml")


def enlarge(folder: Path, times: int) -> None:
    """Copy the book into the folder, each of its chapters so many times."""
    for part in ("docs", "theme", "booksite", "gradbook"):
        shutil.copytree(ROOT / part, folder / part)
    for name, language in zip(NAMES, ("ko", "en"), strict=True):
        lines = []
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines(keepends=True):
            lines.append(line)
            page = line.strip().removeprefix("- ")
            chapter = folder / "docs" / language / page
            if line.startswith("      - ") and chapter.is_file() and is_chapter(chapter):
                for n in range(2, times + 1):
                    shutil.copy(chapter, chapter.with_stem(f"{chapter.stem}-{n}"))
                    lines.append(line.replace(".md", f"-{n}.md"))
        (folder / name).write_text("".join(lines), encoding="utf-8")


def is_chapter(page: Path) -> bool:
    """Tell whether a page is a chapter: it ends with a summary."""
    return "{ #summary }" in page.read_text(encoding="utf-8")


def measure(folder: Path) -> dict[str, float]:
    """Return the cost of a warm build and of an edit; in a process of its own, for its memory."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)

    def whole() -> None:
        config = load_config(str(folder / NAMES[0]), site_dir=str(folder / "site"))
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)

    whole()  # the first fills the cache
    warm = min(processor(whole) for _ in range(2))
    save = edits.sparing(whole, load_config(str(folder / NAMES[0])))
    page = folder / "docs" / "ko" / "gradient.md"

    def edit() -> None:
        page.write_text(page.read_text(encoding="utf-8") + "\n한 문단 더.\n", encoding="utf-8")
        save()

    edited = min(processor(edit) for _ in range(3))
    begin = time.perf_counter()
    edit()
    return {
        "pages": len(list((folder / "docs").rglob("*.md"))),
        "warm build, s": warm,
        "edit, s": edited,
        "edit, s by the clock": time.perf_counter() - begin,
        "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def processor(action) -> float:
    begin = time.process_time()
    action()
    return time.process_time() - begin


def main(times: int) -> None:
    found = []
    for number in (1, times):
        with tempfile.TemporaryDirectory() as folder:
            enlarge(Path(folder), number)
            command = [sys.executable, __file__, "--measure", folder]
            found.append(json.loads(subprocess.check_output(command, cwd=ROOT)))
    one, many = found
    for name in one:
        ratio = many[name] / one[name]
        print(f"{name:22}{one[name]:8.1f}{many[name]:8.1f}   x {ratio:.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(Path(sys.argv[2]))))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 10)
