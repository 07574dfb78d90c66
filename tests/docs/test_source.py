"""What a page's Markdown may not have: what is shown wrongly, or not at all, without a word."""

import re
import unicodedata
from collections.abc import Iterator

import pytest
import yaml

from booksite.fences import fences
from tests.chapters import LANGUAGES, ROOT, pages, prose

EXPLORABLES = ROOT / "theme" / "assets" / "javascripts" / "explorables"
FRONT = re.compile(r"\A---\n(.*?)^---\n", re.S | re.M)
CAPTION = re.compile(r"^( *)/// figure-caption\b(.*)\n((?:.*\n)*?)\1///$", re.M)
HEADING = re.compile(r"^#+ (.*?)(?: \{ #[\w-]+ \})?$", re.M)
# Korean in English pages: titles of Korean books, and the term in the glossary's own words.
TITLE = re.compile(r"^- .*『.*』.*$", re.M)


def faults(data: bytes, language: str = "en") -> list[str]:
    """The faults of a page, each with its line and what would be right."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return [f"{line}: not UTF-8"]
    found = [*characters(text), *front_matter(text)]
    if found:  # the others would misread the page
        return sorted(found, key=_line)
    found += [*captions(text), *formulas(text), *scripts(text), *examples(text)]
    return sorted([*found, *words(text, language)], key=_line)


def _line(fault: str) -> int:
    return int(fault.partition(":")[0])


def at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def characters(text: str) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        if unicodedata.normalize("NFC", line) != line:
            yield f"{number}: not in Unicode's form NFC"
        for character in line:
            # Cc: control, Cf: without width, Co: private, Cs: half a character
            if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs"):
                yield f"{number}: the invisible character U+{ord(character):04X}"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield f"{at(text, len(text))}: a page ends with one line break"


def front_matter(text: str) -> Iterator[str]:
    if not re.match(r"\s*---", text):
        return
    front = FRONT.match(text)
    if not front:
        yield "1: front matter begins and ends with a line that is --- and nothing else"
        return
    try:
        data = yaml.safe_load(front[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield f"{mark.line + 2 if mark else 1}: front matter that is not YAML"
        return
    if not isinstance(data, dict):
        yield "1: front matter gives names and values"
        return
    captioned = {f"fig-{name}" for name in re.findall(r"caption \| #fig-([\w-]+)", text)}
    for name, figure in data.get("explorables", {}).items():
        if not (EXPLORABLES / f"{name}.js").exists():
            yield f"{at(text, text.find(name))}: no explorable {name!r} in {EXPLORABLES.name}/"
        if figure not in captioned:
            yield f"{at(text, text.find(name))}: no figure {figure!r} for explorable {name!r}"


def captions(text: str) -> Iterator[str]:
    end_of_last = -1
    ends = {fence.span[1] for fence in fences(text) if fence.language == "python"}
    for caption in CAPTION.finditer(text):
        line, before = at(text, caption.start()), text[: caption.start()].rstrip()
        if not re.fullmatch(r" \| #fig-[\w-]+", caption[2]):
            yield f"{line}: a caption has an id: /// figure-caption | #fig-name"
        if not caption[3].strip():
            yield f"{line}: an empty caption"
        if len(before) == end_of_last:
            yield f"{line}: a second caption of one figure"
        elif len(before) not in ends:
            yield f"{line}: a caption follows the fence that draws its figure"
        end_of_last = caption.end()
    opened = len(re.findall(r"^ */// figure-caption", text, re.M))
    if opened != len(CAPTION.findall(text)):
        yield "1: a caption that is not closed by ///"


def formulas(text: str) -> Iterator[str]:
    rest = re.sub(r"`[^`\n]*`|\\\$", "", re.sub(r"\$\$.*?\$\$", _lines, prose(text), flags=re.S))
    for number, line in enumerate(rest.splitlines(), 1):
        if "$" in re.sub(r"\$[^\s$](?:[^$]*[^\s$])?\$", "", line):
            yield f"{number}: a $ that opens or closes no formula"


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def scripts(text: str) -> Iterator[str]:
    rest = re.sub(r"`[^`\n]*`", "", prose(text))
    for tag in re.finditer(r"<\s*(script|style|iframe|object|embed|link|base|form)\b", rest, re.I):
        yield f"{at(rest, tag.start())}: <{tag[1]}> has no place in a chapter"


def examples(text: str) -> Iterator[str]:
    for fence in fences(text):
        for number, line in enumerate(fence.source.splitlines(), fence.line + 1):
            if re.search(r"#\s*doctest\s*:", line):
                yield f"{number}: a doctest directive: what is shown is what runs"


def words(text: str, language: str) -> Iterator[str]:
    body = prose(text)
    for heading in HEADING.finditer(body):
        if language == "ko" and not re.search(r"[가-힣]", heading[1]) and heading[1] != "API":
            yield f"{at(body, heading.start())}: an English heading on a Korean page"
    if language == "en":
        body = TITLE.sub("", text)
        for found in re.finditer(r"[가-힣]+", body):
            yield f"{at(text, text.find(found[0]))}: the Korean word {found[0]} on an English page"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", pages())
def test_a_page_has_no_fault_that_nobody_would_see(language, page):
    assert faults((LANGUAGES[language] / page).read_bytes(), language) == []


PAGE = """---
explorables: { race: fig-a }
---

# Title { #title }

The *slope* is $2x$, or

$$
x + x
$$

```python
plt.plot([1])
```

/// figure-caption | #fig-a
What to see.
///

```pycon
>>> 1 + 1
2
```
"""
SECOND = "\n/// figure-caption | #fig-b\nMore.\n///\n"


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("slope", "s\u200blope", "7: the invisible character U+200B"),
        ("slope", "cafe\u0301", "7: not in Unicode's form NFC"),
        ("slope", "slope\x1b[1m", "7: the invisible character U+001B"),
        ("slope", "slope\r", "7: the invisible character U+000D"),
        ("---\nexp", "\ufeff---\nexp", "1: the invisible character U+FEFF"),
        ("---\n\n#", "--- \n\n#", "1: front matter begins and ends with a line that is ---"),
        ("{ race: fig-a }", "{ race: fig-a", "3: front matter that is not YAML"),
        ("{ race:", "{ rice:", "2: no explorable 'rice'"),
        ("race: fig-a", "race: fig-b", "2: no figure 'fig-b' for explorable 'race'"),
        ("$2x$", "$2x", "7: a $ that opens or closes no formula"),
        ("$2x$", "2x$", "7: a $ that opens or closes no formula"),
        ("$2x$", "$ 2x $", "7: a $ that opens or closes no formula"),
        ("What to see.\n", "", "17: an empty caption"),
        ("see.\n///\n", f"see.\n///\n{SECOND}", "21: a second caption of one figure"),
        ("/// figure", "Words.\n\n/// figure", "19: a caption follows the fence that draws"),
        ("see.\n///", "see.", "1: a caption that is not closed"),
        ("*slope*", "<script>alert(1)</script>", "7: <script> has no place in a chapter"),
        ("1 + 1", "1 + 1  # doctest: +SKIP", "22: a doctest directive"),
        ("slope", "기울기", "7: the Korean word 기울기 on an English page"),
    ],
)
def test_a_fault_is_found_on_its_line(right, wrong, fault):
    assert faults(PAGE.encode()) == []
    assert PAGE.count(right) >= 1
    assert faults(PAGE.replace(right, wrong, 1).encode())[0].startswith(fault)


def test_a_caption_has_an_id():
    page = PAGE.partition("\n\n")[2].replace(" | #fig-a", "")
    assert faults(page.encode())[0].startswith("13: a caption has an id")


def test_a_korean_page_has_korean_headings():
    assert faults(PAGE.replace("# Title", "# 제목").encode(), "ko") == []
    assert faults(PAGE.encode(), "ko") == ["5: an English heading on a Korean page"]


def test_a_page_is_utf_8():
    assert faults("제목\n뜻\n".encode("cp949")) == ["1: not UTF-8"]
