// Run: a button on every block of Python code. Python itself is fetched at the first press; until
// then a page has these lines alone.

const settings = JSON.parse(document.getElementById("__run").textContent);
const BLOCKS = ":is(.language-python, .language-pycon).highlight:not(.doc-signature, :has(table))";
const elements = [...document.querySelectorAll(`article ${BLOCKS}`)];
let loading;

/** The blocks of the page, once their modules are here; what could not be had may be tried again. */
const blocks = () => loading ??= import("./run/page.js").then(({ open }) => open(elements, settings))
  .catch((error) => { loading = undefined; throw error; });

/** Run or stop a block. While its modules are on their way, another press is the same one. */
async function press(button, number) {
  if (button.ariaBusy) return;
  button.ariaBusy = "true";
  button.title = "";
  try {
    (await blocks())[number].press();
  } catch (error) {
    button.title = settings.words.failed.replace("{}", error.message);
  }
  button.ariaBusy = null;
}

elements.forEach((element, number) => {
  const button = document.createElement("button");
  button.className = "book-run";
  button.type = "button";
  button.textContent = settings.words.run;
  button.addEventListener("click", () => press(button, number));
  element.append(button);
  element.classList.add("runnable");
});

// What the reader has changed here, or solved, is there again.
const [code, solved] = ["code", "solved"].map((kind) => `${kind}:${location.pathname}`);
const isKept = (key) => key === solved || key.startsWith(`${code}#`);
if (Object.keys(localStorage).some(isKept)) blocks().catch(() => {}); // a press tells why
