// Terms are no tab stops: a page has more of them than of all else. The key T leads to the next one,
// Shift + T to the one before; Material shows the meaning of what has the focus.

const terms = [...document.querySelectorAll("article abbr")];
const isWriting = (element) => element.matches("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (key.toLowerCase() !== "t" || isWriting(target)) return;
  const open = terms.filter((term) => term.checkVisibility());
  const here = target.closest("abbr");
  const top = here ? null : document.querySelector(".md-header").getBoundingClientRect().bottom;
  const isBelow = (term) => term.getBoundingClientRect().top > top;
  const next = here ? open.indexOf(here) + 1 : open.findIndex(isBelow);
  const before = here ? open.indexOf(here) - 1 : open.findLastIndex((term) => !isBelow(term));
  open.at(event.shiftKey ? before : Math.max(next, 0) % open.length)?.focus();
});
