// Material puts a <nav> into every block of code. So many landmarks without a name tell a screen
// reader nothing; what matters is the button inside, and that has a name.

const article = document.querySelector("article");
const unmark = (root) => root.querySelectorAll(".md-code__nav").forEach((nav) => (nav.role = "none"));

unmark(document);
new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
  unmark(target);
  // A word that the search has found and marked is shown, even in folded code.
  for (const { parentElement } of addedNodes) {
    const mark = parentElement?.querySelector("mark");
    for (let fold = mark?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
  }
})).observe(article, { childList: true, subtree: true });

// On paper each block is as the reader left it. Material opens them all to print, and shuts them.
const paper = matchMedia("print");
const note = (block) => block.toggleAttribute("data-folded", !block.open);
article.querySelectorAll("details").forEach(note);
article.addEventListener("toggle", ({ target }) => {
  if (!paper.matches && target.matches("details")) note(target);
}, { capture: true }); // it does not bubble
