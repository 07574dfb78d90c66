// An explorable is a custom element, <book-NAME data-figure="ID">, that theme/main.html puts at the
// end of a page. When its script arrives, it takes over the figure that a snippet has drawn.

import { hold } from "./hold.js";

/** Define <book-NAME>. `build(element, ...svgs)` lays controls and layers, once. */
export function define(name, build) {
  customElements.define(`book-${name}`, class extends HTMLElement {
    connectedCallback() {
      if (this.closest("figure")) return; // to be moved is to be connected again
      build(this, ...takeOver(this));
      this.dataset.ready = ""; // tests wait for this
    }
  });
}

/** Move the element under its figure's drawing; return the drawing's SVGs.
 *
 * An image has no controls inside, so the drawing becomes a group: its name is the caption, what
 * matplotlib drew is hidden from screen readers (as it was), and what is laid over it is not. */
function takeOver(element) {
  const drawing = document.querySelector(`#${element.dataset.figure} .snippet-figures`);
  const svgs = [...drawing.querySelectorAll("svg")];
  drawing.setAttribute("role", "group");
  drawing.classList.add("explored");
  drawing.parentElement.classList.add("explorable");
  hold(drawing.parentElement);
  for (const svg of svgs) for (const part of svg.children) part.setAttribute("aria-hidden", "true");
  drawing.after(element);
  return svgs;
}
