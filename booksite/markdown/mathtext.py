"""MathML as plain text, in the characters that Unicode has for raised and lowered signs."""

import html
import re
import xml.etree.ElementTree as etree

NAMED = re.compile(r"&(?!lt;|gt;|amp;)\w+;")  # entities that HTML knows and XML does not
RAISED = str.maketrans("0123456789+−-=()nTi⊤′″‴", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵀⁱᵀ′″‴")
LOWERED = str.maketrans("0123456789+−-=()aeijkmnpstx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₘₙₚₛₜₓ")
ACCENTS = {"ˆ": "\u0302", "^": "\u0302", "¯": "\u0304", "‾": "\u0304", "→": "\u20d7"}
BETWEEN = {"mfrac": "/", "mtr": " ", "mtable": "; "}
OPERATORS = {sign: f" {sign} " for sign in "=≈<>≤≥→⇒∈≠"} | {"\u2061": " "}  # sin x


def plain_text(mathml: str) -> str | None:
    """Return a formula as text: 10⁻⁴, x₀², ∂f/(∂x₀). None if it is no more than its letters."""
    root = etree.fromstring(NAMED.sub(lambda entity: html.unescape(entity[0]), mathml))
    text = " ".join(_text(root).split())
    return None if text == "".join(root.itertext()) else text


def _text(element: etree.Element) -> str:
    parts = [_text(child) for child in element]
    tag = element.tag.rpartition("}")[2]
    if tag in BETWEEN:
        return BETWEEN[tag].join(map(_grouped, parts) if tag == "mfrac" else parts)
    if tag == "msqrt":
        return f"√{_grouped(''.join(parts))}"
    if tag in ("msub", "munder"):
        return parts[0] + _script(parts[1], LOWERED, "_")
    if tag in ("msup", "mover", "mroot"):
        return parts[0] + (ACCENTS.get(parts[1]) or _script(parts[1], RAISED, "^"))
    if tag in ("msubsup", "munderover"):
        return parts[0] + _script(parts[1], LOWERED, "_") + _script(parts[2], RAISED, "^")
    own = element.text or ""
    return OPERATORS.get(own, own) if tag == "mo" else own + "".join(parts)


def _script(text: str, signs: dict[int, int], mark: str) -> str:
    """Return the text raised or lowered; behind a mark where Unicode has no such sign."""
    if all(ord(character) in signs for character in text):
        return text.translate(signs)
    return mark + _grouped(text)


def _grouped(text: str) -> str:
    """Return the text, in brackets unless it is one thing."""
    return text if text.strip().isalnum() or len(text) <= 2 else f"({text.strip()})"
