// A point of the plane that the reader moves: by pointer, or with the arrow keys (Shift: ten
// steps). To screen readers it is a slider whose aria-valuetext gives both coordinates.

import { drag } from "./drag.js";
import { invite, mark, moved } from "./mark.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const UP_AND_DOWN = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [0, 1], ArrowDown: [0, -1] };

const put = (element, plane, point) => {
  const place = plane.at(...plane.clamp(point)).map((n) => n.toFixed(2));
  element.setAttribute("transform", `translate(${place})`);
};

/** Add a handle to the plane.
 *
 * An arrow key moves it by `step`; dragging snaps to multiples of `snap`: short coordinates.
 * `move(point)` is called on every change, `drop(point)` when a drag or a key press has ended it,
 * `text(point)` gives the aria-valuetext. `place(point)` of the result moves the handle without
 * calling `move`. With `hint` it asks to be dragged, until it has been moved; with `anywhere` it
 * goes where the drawing is pressed. A `vertical` one keeps its coordinate along the x axis. */
export function handle(plane, {
  name, at, step, snap = step, move, drop = () => {}, text, className = "", hint = true,
  anywhere = false, vertical = false,
}) {
  const along = vertical ? plane.y : plane.x;
  const element = mark(plane, {
    way: vertical ? "vertical" : "both",
    class: `handle ${className}`, tabindex: 0, role: "slider", "aria-label": name,
    "aria-orientation": vertical ? "vertical" : "horizontal",
    "aria-valuemin": along.min, "aria-valuemax": along.max,
  });

  function show(point) {
    at = point;
    put(element, plane, at);
    element.setAttribute("aria-valuenow", at[vertical ? 1 : 0]);
    element.setAttribute("aria-valuetext", text(at));
  }
  function place(point) {
    moved(plane);
    show(point);
  }
  function go(point, unit) {
    const short = point.map((n) => Number((Math.round(n / unit) * unit).toFixed(10)) + 0);
    const next = plane.clamp(vertical ? [at[0], short[1]] : short);
    if (next.every((n, i) => n === at[i])) return;
    place(next);
    move(next);
  }

  element.addEventListener("keydown", (event) => {
    const arrow = (vertical ? UP_AND_DOWN : ARROWS)[event.key];
    if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault(); // arrow keys scroll the page
    go(at.map((n, i) => n + arrow[i] * step * (event.shiftKey ? 10 : 1)), step);
    drop(at);
  });
  element.addEventListener("pointerdown", (event) => {
    if (!event.button) element.focus({ preventScroll: true }); // dragging prevents it
  });
  drag(element, plane, { at: () => at, move: (point) => go(point, snap), drop: () => drop(at) });
  if (anywhere) {
    plane.svg.addEventListener("click", (event) => {
      if (element.contains(event.target)) return; // it was dragged
      go(plane.pointer(event), snap);
      drop(at);
    });
  }

  show(at);
  if (hint) invite(plane, element, at);
  return { element, place };
}

/** Add a mark that only a pointer moves, sideways: a range input below does the same by keyboard.
 *
 * `move(x)` gets the coordinate along the x axis; `place(point)` of the result moves the mark. */
export function grip(plane, { at, move, className = "" }) {
  const element = mark(plane, { class: `grip ${className}`, "aria-hidden": "true", way: "sideways" });
  const place = (point) => {
    if (point.some((n, i) => n !== at[i])) moved(plane);
    at = point;
    put(element, plane, at);
  };
  drag(element, plane, { at: () => plane.clamp(at), move: ([x]) => move(x) });
  put(element, plane, at);
  invite(plane, element, plane.clamp(at));
  return { element, place };
}
