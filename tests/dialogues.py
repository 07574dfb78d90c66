"""Worked examples: `pycon` fences run, and give what they show, to the digits that they show."""

import contextlib
import doctest
import re
import warnings
from decimal import Decimal

import matplotlib

from booksite.run.execution import alone

# A number that is no part of a name: 6. and -1.5e-07, but not the 64 of float64.
NUMBER = re.compile(r"(?<![\w.])[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?(?![\w.])", re.I)


def agrees(shown: str, given: str) -> bool:
    """Tell whether rounding what is given to the digits that are shown gives what is shown.

    Whole numbers and all between the numbers must be the same; white space counts as one space.
    """
    ours, theirs = ([" ".join(part.split()) for part in NUMBER.split(t)] for t in (shown, given))
    return ours == theirs and numbers_agree(shown, given)


def numbers_agree(shown: str, given: str) -> bool:
    """Tell whether the numbers do: scripts print [6. 8.] where dialogues show array([6., 8.])."""
    ours, theirs = NUMBER.findall(shown), NUMBER.findall(given)
    return len(ours) == len(theirs) and all(map(_rounds_to, theirs, ours))


def _rounds_to(given: str, shown: str) -> bool:
    if given == shown:
        return True
    if re.fullmatch(r"[+-]?\d+", shown):
        return False
    number, unit = Decimal(shown), Decimal((0, (1,), Decimal(shown).as_tuple().exponent))
    return abs(Decimal(given) - number) <= unit / 2


def with_planted_errors(shown: str) -> list[str]:
    """Return the text once for each of its numbers, with one more in the number's last digit."""
    found = []
    for number in NUMBER.finditer(shown):
        mantissa, _, exponent = number[0].lower().partition("e")
        value = Decimal(mantissa)
        wrong = value + Decimal((0, (1,), value.as_tuple().exponent)) * (-1 if value < 0 else 1)
        planted = f"{wrong}{'.' * mantissa.endswith('.')}{'e' * bool(exponent)}{exponent}"
        found.append(f"{shown[: number.start()]}{planted}{shown[number.end() :]}")
    return found


class Checker(doctest.OutputChecker):
    """Compares numbers by their digits, and keeps all that it compared."""

    def __init__(self) -> None:
        self.results: list[tuple[str, str]] = []

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        """Tell whether an example gives what it shows."""
        self.results.append((want, got))
        return agrees(want, got)


def run_dialogue(source: str, path: str, line: int) -> tuple[str, list[tuple[str, str]]]:
    """Run a worked example in this process, which is its own.

    Return what is wrong, and each result as it is shown and as it is given.
    """
    matplotlib.use("agg")
    told: list[str] = []
    checker = Checker()
    test = doctest.DocTestParser().get_doctest(source, {"__name__": "__main__"}, path, path, line)
    with alone(), warnings.catch_warnings(), contextlib.suppress(SystemExit):
        warnings.simplefilter("ignore")  # a reader sees them, and the results are the same
        doctest.DocTestRunner(checker).run(test, out=told.append)
    return "".join(told), checker.results
