// The optimizers in the race. Each has a colour, a dash pattern and a marker of its own: none is
// told by colour alone. Colours and patterns are those of the chapter's other figures.

import { shape } from "./plane.js";

export const RUNNERS = [
  { name: "SGD", colour: 5, dash: "1.8 3", mark: "m-4-4h8v8h-8z" },
  { name: "Momentum", colour: 0, dash: "6.7 2.9", mark: "m4 0a4 4 0 1 1-8 0a4 4 0 1 1 8 0z" },
  { name: "Nesterov", colour: 1, dash: "none", mark: "m0-5l5 9h-10z" },
  { name: "AdaGrad", colour: 2, dash: "11.5 2.9 1.8 2.9", mark: "m0-5.5l5.5 5.5-5.5 5.5-5.5-5.5z" },
  { name: "RMSProp", colour: 3, dash: "12.6 3.6", mark: "m-2-5h4v3h3v4h-3v3h-4v-3h-3v-4h3z" },
  { name: "Adam", colour: 4, dash: "5.4 1.8 1.8 1.8 1.8 1.8", mark: "m0 5l-5-9h10z" },
];

/** The path of a marker whose middle stands at a place. */
export const marker = ({ mark }, x = 0, y = 0) => `M${x} ${y}${mark}`;

/** A runner's path and marker in a layer; `show(states)` draws them, `show(false)` hides them. */
export function track(plane, layer, runner) {
  const style = `--runner: var(--figure-${runner.colour})`;
  const group = shape(layer, "g", { class: "runner", style });
  const line = shape(group, "path", { "stroke-dasharray": runner.dash });
  const here = shape(group, "path", { class: "mark" });
  const show = (states) => {
    group.classList.toggle("off", !states);
    if (!states) return;
    const points = states.map((state) => [state[0].x, state[1].x]);
    line.setAttribute("d", plane.path(points));
    const place = plane.at(...points.at(-1));
    const near = place.every((n) => Math.abs(n) < 1e4); // false for NaN
    here.setAttribute("d", near ? marker(runner, ...place.map((n) => n.toFixed(2))) : "");
  };
  return { show };
}
