"""What a reader copies is the code that stands on the page, and it runs alone."""

import ast
import doctest

import pytest

from booksite.fences import fences, is_lab
from booksite.run.execution import SnippetFailed
from conftest import runner
from tests.browser.harness import needs_chromium, settled, unfold
from tests.chapters import LANGUAGES, pages, path_of

pytestmark = needs_chromium

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
  return [language, Boolean(button.closest("details")), text];
}"""


def copied(tab, language: str, page: str) -> list[tuple[str, bool, str]]:
    """Each block of code of a page: its language, whether it is folded away, what is copied."""
    tab.goto(path_of(language, page))
    settled(tab)
    unfold(tab)
    blocks = tab.query_selector_all(".highlight pre > code")
    return [tuple(block.evaluate(COPY)) for block in blocks]


def code_of(language: str, source: str) -> str:
    """What a fence is to yield: of a worked example the code, without prompts and results."""
    if language != "pycon":
        return source
    return "".join(e.source for e in doctest.DocTestParser().get_examples(source))


def programs(page: str, markdown: str, blocks: list[tuple[str, bool, str]]) -> list[str]:
    """The programs on a page; the cells of a lab are one, without the solutions."""
    if is_lab(markdown):
        cells = [text for language, folded, text in blocks if language == "python" and not folded]
        return ["\n".join(cells)]
    # the reference shows signatures and sources too, as python
    runnable = ("pycon",) if page == "api.md" else ("python", "pycon")
    return [text for language, _, text in blocks if language in runnable]


@pytest.mark.parametrize("page", pages())
def test_the_copy_button_yields_code_that_runs_alone(tab, page):
    done = set()
    for language, folder in LANGUAGES.items():
        blocks = copied(tab, language, page)
        markdown = (folder / page).read_text(encoding="utf-8")
        if page != "api.md":  # whose code comes from the docstrings
            wanted = [(f.language, code_of(f.language, f.source).split()) for f in fences(markdown)]
            assert [(name, text.split()) for name, _, text in blocks] == wanted, language
        else:
            assert programs(page, markdown, blocks)
        for program in programs(page, markdown, blocks):
            meaning = ast.dump(ast.parse(program))
            if meaning not in done:  # twins differ in comments alone
                done.add(meaning)
                try:
                    runner().run((program,))
                except SnippetFailed as failure:
                    pytest.fail(f"{language}/{page}: {failure}\n{program}")


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
