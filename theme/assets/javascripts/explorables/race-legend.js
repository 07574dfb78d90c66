// The legend of the race: a checkbox, the current point, its value and the state of each optimizer.

import { html, named, point, typeset } from "./controls.js";
import { shape } from "./plane.js";
import { memory, picture } from "./race-memory.js";
import { marker, RUNNERS } from "./race-runners.js";

function sample(runner) {
  const svg = picture("-24 -7 48 14");
  shape(svg, "path", { d: "M-24 0H24", "stroke-dasharray": runner.dash });
  shape(svg, "path", { class: "mark", d: marker(runner) });
  return svg;
}

// One optimizer. show() updates what has changed; isShown() tells whether the checkbox is on.
function row(runner, stateless, change) {
  const box = html("input", { type: "checkbox" });
  box.checked = true;
  box.addEventListener("change", change);
  const name = html("label", {}, box, sample(runner), runner.name);
  const [rate, f, x] = ["rate", "f", "x"].map((part) => html("span", { class: part }));
  const state = memory(stateless);
  const style = `--runner: var(--figure-${runner.colour})`;
  const element = html("li", { style }, name, rate, f, x, state.picture, state.text);
  const isShown = () => box.checked;
  const show = (now) => {
    element.classList.toggle("off", !box.checked);
    if (!box.checked) return;
    typeset(rate, `η = ${now.rate}`);
    typeset(f, named("f", now.f));
    typeset(x, point(now.states[now.t].map(({ x: coordinate }) => coordinate), 3));
    typeset(state.text, state.show(now.states, now.t));
  };
  return { element, isShown, show };
}

/** The legend; `stateless` is what it says of an optimizer that keeps no state. */
export function legend(stateless, change) {
  const rows = RUNNERS.map((runner) => row(runner, stateless, change));
  return Object.assign(html("ul", { class: "runners" }, ...rows.map((r) => r.element)), { rows });
}
