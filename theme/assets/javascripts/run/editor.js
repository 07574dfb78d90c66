// A block of code that can be changed: the <code> itself, as plain text.

const INDENT = "    ";

/** Make the code editable. Calls `on.run`, `on.leave` and `on.change`. */
export function edit(code, label, on) {
  Object.assign(code, { spellcheck: false, autocapitalize: "off", tabIndex: 0 });
  code.setAttribute("contenteditable", "plaintext-only");
  for (const [key, value] of Object.entries({
    role: "textbox", "aria-multiline": "true", "aria-label": label, autocorrect: "off",
  })) code.setAttribute(key, value);
  code.addEventListener("input", on.change);
  code.addEventListener("keydown", (event) => {
    // A syllable that is being composed takes Enter and Escape for itself (229 in WebKit).
    if (event.isComposing || event.keyCode === 229) return;
    const { key, altKey, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (key === "Enter" && command) on.run();
    else if (key === "Escape") on.leave();
    else if (command || altKey) return;
    else if (key === "Tab" && !shiftKey) insert(INDENT);
    else if (key === "Enter") insert(`\n${indentation(code)}`);
    else return;
    event.preventDefault();
  });
}

/** Type text, so that undo takes it back. */
function insert(text) {
  document.execCommand("insertText", false, text);
}

/** The indentation of the line of the caret, four deeper after a colon. */
function indentation(code) {
  const { focusNode, focusOffset } = getSelection();
  const before = document.createRange();
  before.setStart(code, 0);
  before.setEnd(focusNode, focusOffset);
  const line = before.toString().split("\n").at(-1);
  return line.match(/^ */)[0] + (/:\s*(#.*)?$/.test(line) ? INDENT : "");
}
