"""Labels of a figure that are formulas are set as in the text: variables italic, in the math font.

In: the text of a label. Out: the text with mathematical italics, if it is a formula.
"""

import re
import unicodedata

OPERATORS = {"argmax", "argmin", "cos", "exp", "ln", "max", "min", "sin", "tanh"}
PANEL = re.compile(r"\([a-z]\)( |$)")  # (a) at the head of a panel is no variable
# a letter that stands alone, but for the e of 1e-06
VARIABLE = re.compile(r"(?<![A-Za-z])(?!(?<=\d)e[-+\d])[A-Za-z](?![A-Za-z])|[α-ω]")


def formula(text: str) -> str | None:
    """Return the label with its variables in italics; None if it holds words, or no variable."""
    panel = PANEL.match(text)
    head = panel[0] if panel else ""
    words = set(re.findall(r"[A-Za-z]{2,}|[가-힣]+", text[len(head) :])) - OPERATORS
    rest = unicodedata.normalize("NFD", text[len(head) :])  # ŝ is s and a hat
    if words or not re.search(rf"{VARIABLE.pattern}|[∇∂‖]", rest):
        return None
    return head + VARIABLE.sub(lambda letter: italic(letter[0]), rest)


def italic(letter: str) -> str:
    """Return the mathematical italic of a Latin letter or a small Greek one (Unicode, U+1D400…)."""
    if letter == "h":
        return "ℎ"  # where U+1D455 would be
    for first, last, start in (("A", "Z", 0x1D434), ("a", "z", 0x1D44E), ("α", "ω", 0x1D6FC)):
        if len(letter) == 1 and first <= letter <= last:
            return chr(start + ord(letter) - ord(first))
    raise ValueError(f"letter must be a Latin or a small Greek one, got {letter!r}")
