// The optimizers in the race. Each has a colour, a dash pattern and a marker of its own: none is
// told by colour alone. Colours and patterns are those of the chapter's other figures.

import { shape } from "./plane.js";

export const RUNNERS = [
  { name: "SGD", colour: 5, dash: "1.8 3", mark: "M-4-4H4V4H-4Z" },
  { name: "Momentum", colour: 0, dash: "6.7 2.9", mark: "M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z" },
  { name: "Nesterov", colour: 1, dash: "none", mark: "M0-5L5 4H-5Z" },
  { name: "AdaGrad", colour: 2, dash: "11.5 2.9 1.8 2.9", mark: "M0-5.5L5.5 0 0 5.5-5.5 0Z" },
  { name: "RMSProp", colour: 3, dash: "12.6 3.6", mark: "M-2-5H2V-2H5V2H2V5H-2V2H-5V-2H-2Z" },
  { name: "Adam", colour: 4, dash: "5.4 1.8 1.8 1.8 1.8 1.8", mark: "M0 5L-5-4H5Z" },
];

/** A runner's path and marker on a plane; `show(states)` draws them, `show(false)` hides them. */
export function track(plane, { colour, dash, mark }) {
  const layer = plane.layer("runner");
  layer.style.setProperty("--runner", `var(--figure-${colour})`);
  const line = shape(layer, "path", { "stroke-dasharray": dash });
  const here = shape(layer, "path", { class: "mark", d: mark });
  const show = (states) => {
    layer.classList.toggle("off", !states);
    if (!states) return;
    const points = states.map((state) => state.map(({ x }) => x));
    line.setAttribute("d", plane.path(points));
    const place = plane.at(...points.at(-1));
    const near = place.every((n) => Math.abs(n) < 1e4); // false for NaN
    here.classList.toggle("off", !near);
    if (near) here.setAttribute("transform", `translate(${place.map((n) => n.toFixed(2))})`);
  };
  return { show };
}
