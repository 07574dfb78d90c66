// Material's search, for text that comes without keys, and for screen readers.

const dialog = document.querySelector("[data-md-component=search][role=dialog]");
const input = dialog.querySelector("input");

// Material has labelled the field but not the dialog around it.
dialog.setAttribute("aria-label", input.getAttribute("aria-label"));

// Material listens for keyup alone, which neither a paste by mouse nor dictation fires, nor in
// every browser the end of an IME composition. It ignores a keyup that has changed nothing.
input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
