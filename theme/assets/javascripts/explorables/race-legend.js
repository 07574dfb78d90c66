// The six runners in a list: switched on and off, where each is, how low, what it remembers.

import { html, point } from "./controls.js";
import { shape } from "./plane.js";
import { memory, picture, short } from "./race-memory.js";
import { RUNNERS } from "./race-runners.js";

function sample({ dash, mark }) {
  const svg = picture("-24 -7 48 14");
  shape(svg, "path", { d: "M-24 0H24", "stroke-dasharray": dash });
  shape(svg, "path", { class: "mark", d: mark });
  return svg;
}

// One runner. show() writes only what has changed, and tells whether the runner is switched on.
function row(runner, nothing, change) {
  const box = html("input", { type: "checkbox" });
  box.checked = true;
  box.addEventListener("change", change);
  const name = html("label", {}, box, sample(runner), runner.name);
  const [rate, f, x] = ["rate", "f", "x"].map((part) => html("span", { class: part }));
  const kept = memory(nothing);
  const style = `--runner: var(--figure-${runner.colour})`;
  const element = html("li", { style }, name, rate, f, x, kept.picture, kept.text);
  const write = (part, text) => { if (part.textContent !== text) part.textContent = text; };
  const show = (now) => {
    element.classList.toggle("off", !box.checked);
    if (!box.checked) return false;
    write(rate, `η = ${now.rate}`);
    write(f, `f = ${short(now.f)}`);
    write(x, point(now.states[now.t].map((state) => state.x), 3));
    write(kept.text, kept.show(now.states, now.t));
    return true;
  };
  return { element, show };
}

export function legend(nothing, change) {
  const rows = RUNNERS.map((runner) => row(runner, nothing, change));
  return Object.assign(html("ul", { class: "runners" }, ...rows.map((r) => r.element)), { rows });
}
