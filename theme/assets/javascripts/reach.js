// Scroll containers must be focusable, or the keyboard cannot scroll them. These are wide
// code, formulas and tables, since not every browser focuses scroll containers by itself.

// All are measured before one is changed, or the page would be laid out again for each; and none that
// is folded away, or it would be laid out for this alone: it is observed when it unfolds.
function look(all) {
  const boxes = all.map((wide) => wide.closest(".md-typeset__scrollwrap") ?? wide);
  const scrolls = boxes.map((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth);
  boxes.forEach((box, n) => {
    if (scrolls[n]) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
}

const overflow = new ResizeObserver((entries) => look(entries.map(({ target }) => target)));
const wide = [...document.querySelectorAll("article :is(pre > code, div.arithmatex, table)")];
look(wide); // at once: an observer reports a frame later
wide.forEach((one) => overflow.observe(one));
