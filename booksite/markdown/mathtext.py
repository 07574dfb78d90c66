"""MathML as plain text, in the characters that Unicode has for raised and lowered signs."""

import html
import re
import xml.etree.ElementTree as etree

NAMED = re.compile(r"&(?!lt;|gt;|amp;)\w+;")  # entities that HTML knows and XML does not
ACCENTS = {"ˆ": "\u0302", "^": "\u0302", "¯": "\u0304", "‾": "\u0304", "~": "\u0303", "→": "\u20d7"}
RAISED = str.maketrans("0123456789+−-=()nTi⊤′″‴", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿᵀⁱᵀ′″‴")
LOWERED = str.maketrans("0123456789+−-=()aeijkmnpstx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₘₙₚₛₜₓ")


def plain_text(mathml: str) -> str | None:
    """Return a formula as text: 10⁻⁴, x₀², ∂f/(∂x₀). None if it is no more than its letters."""
    root = etree.fromstring(NAMED.sub(lambda entity: html.unescape(entity[0]), mathml))
    text = " ".join(_text(root).split())
    return None if text == "".join(root.itertext()) else text


def _text(element: etree.Element) -> str:
    parts = [_text(child) for child in element]
    match element.tag.rpartition("}")[2]:
        case "mfrac":
            return "/".join(map(_grouped, parts))
        case "msqrt":
            return f"√{_grouped(''.join(parts))}"
        case "mroot":
            return f"{_script(parts[1], RAISED, '')}√{_grouped(parts[0])}"
        case "mover" if parts[1] in ACCENTS:
            return parts[0] + ACCENTS[parts[1]]
        case "msup" | "mover":
            return parts[0] + _script(parts[1], RAISED, "^")
        case "msub" | "munder":
            return parts[0] + _script(parts[1], LOWERED, "_")
        case "msubsup" | "munderover":
            return parts[0] + _script(parts[1], LOWERED, "_") + _script(parts[2], RAISED, "^")
        case "mtable":
            return "; ".join(parts)
        case "mtr":
            return " ".join(parts)
        case "mo":
            return _spaced(element.text or "")
        case _:
            return (element.text or "") + "".join(parts)


def _spaced(operator: str) -> str:
    """Return an operator as it is set: between spaces if it relates two things."""
    if operator == "\u2061":  # function application: ln x
        return " "
    return f" {operator} " if operator in "=≈<>≤≥→⇒∈≠" else operator


def _script(text: str, signs: dict[int, int], mark: str) -> str:
    """Return the text raised or lowered; behind a mark where Unicode has no such sign."""
    if all(ord(character) in signs for character in text):
        return text.translate(signs)
    return mark + _grouped(text)


def _grouped(text: str) -> str:
    """Return the text, in brackets unless it is one thing."""
    return text if text.strip().isalnum() or len(text) <= 2 else f"({text.strip()})"
