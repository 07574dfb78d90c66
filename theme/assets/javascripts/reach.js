// Scroll containers must be focusable, or the keyboard cannot scroll them. Material sees to code;
// these are wide formulas and tables, since not every browser focuses scroll containers by itself.

function look(wide) {
  const box = wide.closest(".md-typeset__scrollwrap") ?? wide;
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

const overflow = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));

for (const wide of document.querySelectorAll("article :is(pre > code, div.arithmatex, table)")) {
  look(wide); // at once: an observer reports a frame later
  overflow.observe(wide);
}
