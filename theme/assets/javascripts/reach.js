// What has to be scrolled sideways is reached by the keyboard. Material sees to code; here are wide
// formulas and tables, which some browsers leave out.

const reach = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const box = target.closest(".md-typeset__scrollwrap") ?? target;
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
});

document.querySelectorAll("article :is(div.arithmatex, table)").forEach((one) => reach.observe(one));
