// A draggable point: by pointer, or with the arrow keys (Shift: ten steps). To screen readers it is
// a slider whose aria-valuetext gives both coordinates.

import { shape } from "./plane.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const TARGET = 15; // radius in user units: at least 24 px across in the narrowest drawing

/** Add a handle to the plane.
 *
 * An arrow key moves it by `step`; dragging snaps to multiples of it: short coordinates.
 * `move(point)` is called on every change, `text(point)` gives the aria-valuetext. `place(point)`
 * of the result moves the handle without calling `move`. */
export function handle(plane, { name, at, step, move, text, className = "" }) {
  const element = shape(plane.svg, "g", {
    class: `handle ${className}`, tabindex: 0, role: "slider", "aria-label": name,
    "aria-valuemin": plane.x.min, "aria-valuemax": plane.x.max,
  });
  shape(element, "circle", { class: "target", r: TARGET });
  shape(element, "rect", { class: "knob", x: -5.5, y: -5.5, width: 11, height: 11, rx: 5.5 });
  let grip = [0, 0]; // offset from the pointer to the centre, or the knob would jump on pointerdown

  function place(point) {
    at = point;
    element.setAttribute("transform", `translate(${plane.at(...plane.clamp(at))})`);
    element.setAttribute("aria-valuenow", at[0]);
    element.setAttribute("aria-valuetext", text(at));
  }
  function go(point) {
    const short = point.map((n) => Number((Math.round(n / step) * step).toFixed(10)) + 0);
    const next = plane.clamp(short);
    if (next.every((n, i) => n === at[i])) return;
    place(next);
    move(next);
  }

  element.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault(); // arrow keys scroll the page
    go(at.map((n, i) => n + arrow[i] * step * (event.shiftKey ? 10 : 1)));
  });
  // A touch here drags and does not scroll. touch-action would do, but Chromium ignores it on SVG
  // shapes.
  element.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault(); // no text selection; it prevents focus, too:
    element.focus({ preventScroll: true });
    element.setPointerCapture(event.pointerId);
    const pointer = plane.pointer(event);
    grip = at.map((n, i) => n - pointer[i]);
  });
  element.addEventListener("pointermove", (event) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    go(plane.pointer(event).map((n, i) => n + grip[i]));
  });

  place(at);
  return { element, place };
}
