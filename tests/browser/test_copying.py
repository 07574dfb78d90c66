"""What a reader copies is the code of the fence, which the tests of the chapters run alone."""

import doctest
import importlib
import pkgutil

import pytest

import gradbook
from booksite.fences import fences
from booksite.ship import wheel
from tests.browser.harness import needs_chromium, settled, unfold
from tests.chapters import REFERENCE, by_turns, pages_to_read, path_of, read

pytestmark = needs_chromium
MODULES = [
    importlib.import_module(f"gradbook.{module.name}")
    for module in pkgutil.iter_modules(gradbook.__path__)
]

# What the button of a block of code copies; the block gets it when it is in view. Browsers let a
# page copy for some seconds after the reader's click alone, and Playwright counts each call of this
# as one.
COPY = """async (code) => {
  code.scrollIntoView();
  let button;
  for (const end = Date.now() + 60000; !button && Date.now() < end; ) {
    await new Promise(requestAnimationFrame);
    button = code.parentElement.querySelector("[data-md-type=copy]");
  }
  await navigator.clipboard.writeText("");
  button.click();
  let text = "";
  for (const end = Date.now() + 60000; !text && Date.now() < end; ) {
    text = await navigator.clipboard.readText();
  }
  const names = [...button.closest("[class*=language-]").classList];
  const language = names.find((name) => name.startsWith("language-")).slice(9);
  return [language, text];
}"""


def copied(tab, language: str, page: str) -> list[tuple[str, str]]:
    """Each block of code of a page: its language, and what is copied."""
    tab.goto(path_of(language, page))
    settled(tab)
    unfold(tab)
    blocks = tab.query_selector_all(".highlight pre > code")
    return [tuple(block.evaluate(COPY)) for block in blocks]


def lines(text: str) -> list[str]:
    """The lines of code: examples that stand apart are copied apart."""
    return [line for line in text.splitlines() if line.strip()]


def code_of(language: str, source: str) -> str:
    """What a fence is to yield: of a worked example the code, without prompts and results."""
    if language != "pycon":
        return source
    return "".join(e.source for e in doctest.DocTestParser().get_examples(source))


# Twins have the same code, so each page is tried in one language.
EACH = [
    (("ko", "en")[n // 8 % 2], page)
    for n, page in enumerate(sorted({*pages_to_read()} - set(REFERENCE)))
]


@pytest.mark.parametrize(("language", "page"), by_turns(EACH, 0, of=8))
def test_the_copy_button_yields_what_the_fence_holds(tab, language, page):
    address = f"http://127.0.0.1:8000/{wheel.address()}"
    found = fences(read(language, page).replace("{wheel}", address))
    wanted = [(f.language, lines(code_of(f.language, f.source))) for f in found]
    assert [(name, lines(text)) for name, text in copied(tab, language, page)] == wanted


@pytest.mark.everything  # 80 blocks of the kinds that are on all pages
def test_the_copy_button_yields_the_examples_of_the_docstrings(tab):
    examples = [  # a docstring may have several, with words between them
        "\n".join(lines(code_of("pycon", part.docstring)))
        for module in MODULES
        for part in doctest.DocTestFinder(exclude_empty=True).find(module)
    ]
    blocks = [block for page in REFERENCE for block in copied(tab, "en", page)]
    shown = ["\n".join(lines(text)) for name, text in blocks if name == "pycon"]
    assert len(shown) > 20
    assert [text for text in shown if not any(text in example for example in examples)] == []


def test_prompts_and_results_are_not_selected(tab):
    tab.goto("gradient/")
    selected = tab.evaluate("""() => {
      const block = document.querySelector(".language-pycon code");
      getSelection().selectAllChildren(block);
      return getSelection().toString();
    }""")
    assert "numerical_gradient(f, [3, 4])" in selected
    assert ">>>" not in selected
    assert "array([6., 8.])" not in selected
