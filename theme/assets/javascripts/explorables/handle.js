// A point that the reader moves: by mouse or finger, or with the arrow keys (Shift: ten times as
// far). To a screen reader it is a slider whose value is said in words, both coordinates at once.

import { shape } from "./plane.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const TARGET = 15; // units: with the drawing at its narrowest on a phone still over 24 px across

/** Lay a handle on the plane.
 *
 * `step` is how far an arrow key goes; what is dragged snaps to whole steps, so that its numbers are
 * short. `move(point)` hears of every new place, `text(point)` puts it into words. `place(point)` of
 * the result moves the handle without a word to `move`. */
export function handle(plane, { name, at, step, move, text, className = "" }) {
  const element = shape(plane.svg, "g", {
    class: `handle ${className}`, tabindex: 0, role: "slider", "aria-label": name,
    "aria-valuemin": plane.x.min, "aria-valuemax": plane.x.max,
  });
  shape(element, "circle", { class: "target", r: TARGET });
  shape(element, "rect", { class: "knob", x: -5.5, y: -5.5, width: 11, height: 11, rx: 5.5 });
  let grip = [0, 0]; // from the pointer to the middle of the knob, so that nothing jumps

  function place(point) {
    at = point;
    element.setAttribute("transform", `translate(${plane.at(...plane.within(at))})`);
    element.setAttribute("aria-valuenow", at[0]);
    element.setAttribute("aria-valuetext", text(at));
  }
  function go(point) {
    const short = point.map((n) => Number((Math.round(n / step) * step).toFixed(10)) + 0);
    const next = plane.within(short);
    if (next.every((n, i) => n === at[i])) return;
    place(next);
    move(next);
  }

  element.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault(); // the page stays where it is
    go(at.map((n, i) => n + arrow[i] * step * (event.shiftKey ? 10 : 1)));
  });
  // Here a finger drags; everywhere else it scrolls. Chromium reads touch-action from boxes, and no
  // shape in an SVG is one.
  element.addEventListener("touchstart", (event) => event.preventDefault(), { passive: false });
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault(); // or text gets selected; but this also keeps the focus away:
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
