// Who runs: each optimizer has a colour, a line and a mark of its own, so that no one needs to tell
// them by colour alone. The colours and lines are those of the chapter's other figures.

import { shape } from "./plane.js";

export const RUNNERS = [
  { name: "SGD", colour: 5, dash: "1.8 3", mark: "M-4-4H4V4H-4Z" },
  { name: "Momentum", colour: 0, dash: "6.7 2.9", mark: "M4 0A4 4 0 1 1-4 0A4 4 0 1 1 4 0Z" },
  { name: "Nesterov", colour: 1, dash: "none", mark: "M0-5L5 4H-5Z" },
  { name: "AdaGrad", colour: 2, dash: "11.5 2.9 1.8 2.9", mark: "M0-5.5L5.5 0 0 5.5-5.5 0Z" },
  { name: "RMSProp", colour: 3, dash: "12.6 3.6", mark: "M-2-5H2V-2H5V2H2V5H-2V2H-5V-2H-2Z" },
  { name: "Adam", colour: 4, dash: "5.4 1.8 1.8 1.8 1.8 1.8", mark: "M0 5L-5-4H5Z" },
];

/** A runner's line and mark on a plane; `show` draws the states so far, or nothing. */
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
    const near = place.every((n) => Math.abs(n) < 1e4); // nan is not
    here.classList.toggle("off", !near);
    if (near) here.setAttribute("transform", `translate(${place.map((n) => n.toFixed(2))})`);
  };
  return { show };
}
