"""Labels without words are formulas: variables italic, all else as it is."""

import pytest

from booksite.figures.labels import formula, italic


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("x₀", "𝑥₀"),
        ("(a) η = 0.1", "(a) 𝜂 = 0.1"),
        ("(b)", None),
        ("‖∇f‖", "‖∇𝑓‖"),
        ("|1 − ηL|", "|1 − 𝜂𝐿|"),
        ("h → 0", "ℎ → 0"),
        ("−ln y", "−ln 𝑦"),
        ("argmax z", "argmax 𝑧"),
        ("ŝ", "𝑠̂"),
        ("ΔW₁[i]", "Δ𝑊₁[𝑖]"),
        ("h = 1e-06", "ℎ = 1e-06"),
        ("1e-06", None),
        ("2x", "2𝑥"),
        ("10⁻⁴", None),
        ("SGD", None),
        ("step k", None),
        ("단계 k", None),
        ("dW", None),
        ("", None),
    ],
)
def test_a_label_without_words_is_a_formula(label, shown):
    assert formula(label) == shown


@pytest.mark.parametrize("letter", ["ab", "가", "0"])
def test_only_latin_and_small_greek_letters_have_italics(letter):
    with pytest.raises(ValueError, match="letter must be"):
        italic(letter)
