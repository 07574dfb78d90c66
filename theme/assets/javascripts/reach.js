// Scroll containers must be focusable, or the keyboard cannot scroll them. Material sees to code;
// these are wide formulas and tables, since not every browser focuses scroll containers by itself.

const overflow = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.closest(".md-typeset__scrollwrap") ?? target;
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});

for (const wide of document.querySelectorAll("article :is(pre > code, div.arithmatex, table)")) {
  overflow.observe(wide);
}
