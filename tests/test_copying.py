"""What a reader copies is the code that runs."""

import doctest

from tests.browser import FOLDERS, needs_chromium, path_of
from tests.chapters import fences, pages

pytestmark = needs_chromium

COPY_ALL = """async () => {
  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const copied = [];
  for (const button of document.querySelectorAll("[data-md-type=copy]")) {
    await navigator.clipboard.writeText("");
    button.click();
    for (let tries = 0; tries < 500 && !(await navigator.clipboard.readText()); tries++) {
      await new Promise((done) => setTimeout(done, 5));
    }
    const block = button.closest(".highlight");
    const language = [...block.classList].find((name) => name.startsWith("language-"));
    copied.push([language?.slice(9) ?? "", await navigator.clipboard.readText()]);
  }
  return copied;
}"""


def program(fence) -> str:
    """The code of a fence, without prompts and results: what Sybil runs (../conftest.py)."""
    if fence.language == "python":
        return fence.source
    return "".join(e.source for e in doctest.DocTestParser().get_examples(fence.source))


def test_what_is_copied_is_the_code_that_is_tested(tab):
    for language, (folder, _) in FOLDERS.items():
        for page in pages():
            tab.goto(path_of(language, page))
            copied = [c[1].split() for c in tab.evaluate(COPY_ALL) if c[0] in ("python", "pycon")]
            text = (folder / page).read_text(encoding="utf-8")
            written = [f for f in fences(text) if f.language in ("python", "pycon")]
            if page != "api.md":  # whose code comes from the docstrings
                assert copied == [program(f).split() for f in written], f"{language}/{page}"


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
