"""From Markdown to HTML: fences, captions and formulas, and what is said when one is wrong."""

import json

import pytest
from markdown import Markdown

from booksite.markdown import snippets
from booksite.markdown.errors import PageError
from booksite.run.runner import Runner


@pytest.fixture
def convert(tmp_path):
    runner = Runner(cache=tmp_path)
    fence = {"name": "python", "class": "python"}
    fence |= {"validator": snippets.validate, "format": snippets.render}
    cell = {"name": "cell", "class": "python", "format": snippets.render_cell}
    markdown = Markdown(
        extensions=[
            "attr_list",
            "pymdownx.superfences",
            "pymdownx.arithmatex",
            "pymdownx.blocks.caption",
            "booksite.markdown",
        ],
        extension_configs={
            "pymdownx.superfences": {"custom_fences": [fence, cell]},
            "pymdownx.arithmatex": {"generic": True},
            "pymdownx.blocks.caption": {
                "types": [{"name": "figure-caption", "prefix": "Figure {}."}]
            },
            "booksite.markdown": {"runner": runner, "language": "en"},
        },
    )
    yield markdown.convert
    runner.close()


DRAWING = "```python\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\n```\n\n"


def test_output_stands_under_the_code_escaped(convert):
    html = convert("```python\nprint('<b>', 1 < 2)\n```")
    code, _, output = html.partition('<pre class="snippet-output">')
    assert "print" in code
    assert output == "<samp>&lt;b&gt; True</samp></pre>"


CAPTION = "/// figure-caption | #fig-line\nA line.\n///\n"


def test_the_code_of_a_figure_is_folded_under_its_caption(convert):
    html = convert(DRAWING.replace("plt.plot", "print('drawn')\nplt.plot") + CAPTION)
    parts = ["<figure", "<svg", "<samp>drawn", "<figcaption", "</figure>", "<details", "<summary>"]
    parts += ["import", "</details>"]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)
    assert html.count("matplotlib") == 1
    assert "<details open" not in html


@pytest.mark.parametrize("fence", ['```python open="yes"', "```cell"])
def test_code_that_teaches_and_that_of_a_lab_stands_above_its_figure(convert, fence):
    drawing = DRAWING
    if fence == "```cell":
        cell = {"source": "import matplotlib", "options": {}, "figures": ["<svg/>"], "output": ""}
        drawing = f"```python\n{json.dumps(cell)}\n```\n\n"
    html = convert(drawing.replace("```python", fence) + CAPTION)
    assert "<details" not in html
    assert html.index("import") < html.index("<svg") < html.index("<figcaption")


def test_what_a_terminal_obeys_is_shown_harmless(convert):
    html = convert("```python\nprint('\\x1b[31mred\\x07', chr(0xD800), 'a\\tb')\n```")
    assert "<samp>␛[31mred␇ \ufffd a\tb</samp>" in html
    html.encode("utf-8")


CAPTION = "/// figure-caption | #rise\nIt rises.\n///\n"


@pytest.mark.parametrize(
    "before", ["", "Words.\n\n", "```python\nprint(1)\n```\n\n", DRAWING + CAPTION]
)
def test_a_caption_without_a_figure_stops_the_build(convert, before):
    with pytest.raises(PageError, match="a caption without a figure"):
        convert(before + "\n/// figure-caption | #other\nIt falls.\n///\n")


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
    assert html.count("&lt;") == 4  # twice in the MathML, twice in its text
    assert "$" not in html


def test_a_prime_stands_beside_its_letter(convert):
    assert '<mi>f</mi><mo lspace="0" rspace="0">′</mo>' in convert("A derivative $f'(x)$.")
    assert '<mn>0</mn></msub><mo lspace="0" rspace="0">′</mo>' in convert("A rate $x_0'(t)$.")


def test_a_particle_stays_on_the_line_of_its_formula(convert):
    html = convert("$x_0$을 늘리면, $x_1$도 늘고 $h$는 그대로다.")
    for particle in ("을", "도", "는"):
        assert f"</math>{particle}</span> " in html


@pytest.mark.parametrize("tex", [r"\frac{a}{", r"\nosuchcommand", r"\left( x", r"a \\[6pt] b"])
def test_wrong_tex_stops_the_build_with_the_formula(convert, tex):
    with pytest.raises(PageError, match="wrong TeX") as failure:
        convert(f"A formula ${tex}$.")
    assert tex in str(failure.value)


def test_a_failing_renderer_stops_the_build(convert, monkeypatch):
    def fail(*args):
        raise OSError("the disk is full")

    monkeypatch.setattr(Runner, "result", fail)
    with pytest.raises(PageError, match="line 1: OSError: the disk is full"):
        convert("```python\nx = 1\n```")


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("10^{-4}", "10⁻⁴"),
        ("x_0^2 + x_1^2", "x₀²+x₁²"),
        (r"\frac{\partial f}{\partial x_0}", "∂f/(∂x₀)"),
        (r"\sqrt{a + b}", "√(a+b)"),
        (r"\hat y", "y\u0302"),
        ("e^{-x^2}", "e^(−x²)"),
        (r"f''(x) < 1", "f″(x) &lt; 1"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "(1 2; 3 4)"),
    ],
)
def test_a_formula_is_annotated_with_text_that_the_search_reads(convert, tex, text):
    html = convert(f"The formula ${tex}$.")
    assert f'<annotation encoding="text/plain">{text}</annotation>' in html
    assert "<semantics><mstyle data-search-exclude>" in html


def test_a_formula_that_reads_as_it_stands_has_no_annotation(convert):
    assert "<annotation" not in convert("The formulas $x$ and $f(x)$.")
