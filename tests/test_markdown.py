"""From Markdown to HTML: fences, captions and formulas, and what is said when one is wrong."""

import pytest
from markdown import Markdown

from booksite import snippets
from booksite.cache import Cache
from booksite.pages import PageError
from booksite.runner import Runner


@pytest.fixture
def convert(tmp_path, monkeypatch):
    monkeypatch.setattr(snippets, "_runner", Runner(Cache(tmp_path)))
    fence = {"name": "python", "class": "python"}
    fence |= {"validator": snippets.validate, "format": snippets.render}
    markdown = Markdown(
        extensions=[
            "attr_list",
            "pymdownx.superfences",
            "pymdownx.arithmatex",
            "pymdownx.blocks.caption",
            "booksite.captions",
            "booksite.equations",
        ],
        extension_configs={
            "pymdownx.superfences": {"custom_fences": [fence]},
            "pymdownx.arithmatex": {"generic": True},
            "pymdownx.blocks.caption": {
                "types": [{"name": "figure-caption", "prefix": "Figure {}."}]
            },
        },
    )
    yield markdown.convert
    snippets.finish()


DRAWING = "```python\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\n```\n\n"


def test_output_stands_under_the_code_escaped(convert):
    html = convert("```python\nprint('<b>', 1 < 2)\n```")
    code, _, output = html.partition('<pre class="snippet-output">')
    assert "print" in code
    assert output == "<samp>&lt;b&gt; True</samp></pre>"


def test_a_figure_is_named_by_its_numbered_caption(convert):
    html = convert(DRAWING + "/// figure-caption | #rise\nIt rises.\n///\n")
    assert 'role="img" aria-labelledby="rise-caption"' in html
    assert '<figcaption id="rise-caption">' in html
    assert '<span class="caption-prefix">Figure 1.</span> It rises.' in html


def test_a_caption_that_begins_with_a_formula_keeps_its_space(convert):
    html = convert(DRAWING + "/// figure-caption | #rise\n$x$ rises.\n///\n")
    assert 'Figure 1.</span> <span class="arithmatex">' in html


def test_a_figure_without_a_caption_stops_the_build(convert):
    with pytest.raises(PageError, match="under #here draws a figure that has no caption"):
        convert("# Here { #here }\n\n" + DRAWING)


@pytest.mark.parametrize("option", ["exec", "tittle", "linenums"])
def test_an_option_that_nobody_knows_stops_the_build(convert, option):
    with pytest.raises(PageError, match=f"unknown option '{option}' of a python fence"):
        convert(f'```python {option}="1"\nx = 1\n```')


def test_known_options_are_handed_on(convert):
    html = convert('```python title="area.py" hl_lines="1"\nx = 1\n```')
    assert "area.py" in html
    assert 'class="hll"' in html


def test_a_failing_snippet_stops_the_build_with_line_and_code(convert):
    with pytest.raises(PageError, match=r"line 2: ZeroDivisionError.*\n    1 / 0"):
        convert("```python\nx = 1\n1 / 0\n```")


def test_tex_becomes_mathml(convert):
    html = convert("A slope $\\frac{a}{b} < 2$.\n\n$$\n\\lVert x \\rVert < 1\n$$\n")
    inline, display = html.split("<div")
    assert "<math>" in inline
    assert "<mfrac>" in inline
    assert '<math display="block">' in display
    assert html.count("&lt;") == 2
    assert "$" not in html


def test_a_prime_stands_beside_its_letter(convert):
    assert '<mi>f</mi><mo lspace="0" rspace="0">′</mo>' in convert("A derivative $f'(x)$.")


def test_a_particle_stays_on_the_line_of_its_formula(convert):
    html = convert("$x_0$을 늘리면, $x_1$도 늘고 $h$는 그대로다.")
    for particle in ("을", "도", "는"):
        assert f"</math>{particle}</span> " in html


@pytest.mark.parametrize("tex", [r"\frac{a}{", r"\nosuchcommand", r"\left( x", r"a \\[6pt] b"])
def test_wrong_tex_stops_the_build_with_the_formula(convert, tex):
    with pytest.raises(PageError, match="wrong TeX") as failure:
        convert(f"A formula ${tex}$.")
    assert tex in str(failure.value)
