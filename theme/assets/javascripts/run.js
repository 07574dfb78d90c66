// Run: a button on every block of Python code. Python itself is fetched at the first press; until
// then a page has these lines alone.

const settings = JSON.parse(document.getElementById("__run").textContent);
const BLOCKS = ":is(.language-python, .language-pycon).highlight:not(.doc-signature, :has(table))";
const elements = [...document.querySelectorAll(`article ${BLOCKS}`)];
let loading;

/** The blocks of the page, once their modules are here. */
const blocks = () => loading ??= import("./run/page.js").then(({ open }) => open(elements, settings));

elements.forEach((element, number) => {
  const button = document.createElement("button");
  button.className = "book-run";
  button.type = "button";
  button.textContent = settings.words.run;
  button.addEventListener("click", async () => (await blocks())[number].press());
  element.append(button);
  element.classList.add("runnable");
});

// What the reader has changed here, or solved, is there again.
const kept = [`code:${location.pathname}#`, `solved:${location.pathname}`];
if (Object.keys(localStorage).some((key) => kept.some((own) => key.startsWith(own)))) blocks();
