"""The numbers that a page speaks of, and those that its code and formulas give."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from booksite.fences import fences, programs
from conftest import runner
from tests.chapters import FRONT, blank, prose

UNSPOKEN = re.compile(
    r"""
      \]\([^)]*\)  # where a link leads
    | <https?:[^>]*>
    | \{\ \#[\w-]+\ \}  # ids
    | ^\ *///[^\n]*$
    | [\d.]+(?:\s?%)?<!--.*?-->  # a number whose source a reviewer is told
    | \$\$.*?\$\$
    | `[^`\n]*`
    """,
    re.X | re.S | re.M,
)
SPOKEN = re.compile(
    r"(?<![\w.,^])(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"(?:\s?(?P<percent>%|퍼센트))?"
    r"(?![\d.]*\d)(?!만?\s?분의)"  # 100분의 1 is a word, as a hundredth is
)
FORMULA = re.compile(r"\$([^$\n]*)\$")
GIVEN = re.compile(r"(\d[\d,_]*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)(\s?\\?%)?")
POWER = re.compile(r"(?:(\d+\.?\d*) *\\(?:times|cdot) *)?10\^\{?(-?\d+)")


@dataclass(frozen=True)
class Number:
    """A number in a sentence: 98.6 %, 10⁻⁴, 1,797."""

    line: int
    section: str  # the id of its heading
    value: Decimal
    percent: bool = False
    power: bool = False

    @property
    def is_small(self) -> bool:
        """Tell whether it may be a word in the other language: three, 10분의 1."""
        return not self.percent and not self.power and self.value < 11 and self.decimals == 0

    @property
    def decimals(self) -> int:
        return max(0, -int(self.value.as_tuple().exponent))

    def __str__(self) -> str:
        return f"{self.value.normalize():f}{' %' * self.percent}"


def spoken_numbers(text: str) -> Iterable[Number]:
    """Yield the numbers in a page's sentences, captions and tables."""
    words = FRONT.sub(_blank, prose(text))
    headings = {
        words.count("\n", 0, m.start()) + 1: m[1]
        for m in re.finditer(r"^#+ .*\{ #([\w-]+) \}$", words, re.M)
    }
    section = ""
    for line, sentence in enumerate(UNSPOKEN.sub(_blank, words).splitlines(), 1):
        section = headings.get(line, section)
        for power in POWER.finditer(sentence):
            value = Decimal(power[1] or 1).scaleb(int(power[2]))
            yield Number(line, section, value, power=True)
        for digits in SPOKEN.finditer(FORMULA.sub(_number_alone, sentence)):
            value = Decimal(digits["digits"].replace(",", ""))
            yield Number(line, section, value, percent=bool(digits["percent"]))


def _blank(found: re.Match[str]) -> str:
    return blank(found[0])


def _number_alone(formula: re.Match[str]) -> str:
    """A formula that is nothing but a number is spoken; any other is a formula."""
    if not re.fullmatch(r"-?[\d.,{}]+(?:\\?\s?\\%)?", formula[1]):
        return _blank(formula)
    return " " + re.sub(r"[{}\\]", "", formula[1]) + " "


def given_numbers(text: str) -> set[Decimal]:
    """Return the numbers in the code, the outputs, the dialogues and the formulas of a page."""
    words = prose(text)
    places = [fence.source for fence in fences(text)]
    places += [output for program in programs(text) for output in _outputs(program)]
    places += re.findall(r"\$\$.*?\$\$|\$[^$\n]*\$", words, re.S) + re.findall(r"`[^`\n]*`", words)
    found = set()
    for place in places:
        for number, percent in GIVEN.findall(place.replace("{,}", "")):
            value = Decimal(number.replace(",", "").replace("_", "").rstrip("."))
            found.add(value / 100 if percent else value)
        for factor, exponent in POWER.findall(place):
            found.add(Decimal(factor or 1).scaleb(int(exponent)))
    return found


@cache
def _outputs(program: tuple[str, ...]) -> list[str]:
    return [runner().result(program, cell).output for cell in range(len(program))]


def is_given(number: Number, given: Iterable[Decimal]) -> bool:
    """Tell whether something that the page gives is the number, rounded as it is spoken.

    98.6 % is spoken where 0.986 is given, or 98.6 %.
    """
    half = Decimal((0, (5,), int(number.value.as_tuple().exponent) - 1))
    scale = 100 if number.percent else 1
    return any(abs(one * scale - number.value) <= half for one in given)
