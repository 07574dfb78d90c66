// An optimizer's state, in numbers and as a small picture: an arrow for the velocity, −v (for Adam,
// −m), and a box whose sides are √s, the root of the accumulated squares of the gradient.

import { html, short } from "./controls.js";
import { shape } from "./plane.js";

const HALF = 18; // user units from the centre to the largest entry

const pair = (name, [a, b]) => `${name} = (${short(a)}, ${short(b)})`;

/** A small SVG, hidden from screen readers: the text beside it says the same. */
export function picture(viewBox) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

const entries = (state, name) => state.map((coordinate) => coordinate[name] ?? 0);

// The largest finite entry of the whole race: one scale, so that growth and decay show.
function largest(states, name) {
  let most = 0;
  for (const state of states) {
    for (const { [name]: entry = 0 } of state) {
      const size = Math.abs(entry);
      if (size > most && size < Infinity) most = size;
    }
  }
  return most || 1;
}

function arrow([x, y]) {
  const length = Math.hypot(x, y);
  if (!(length > 0.5 && length < 2 * HALF)) return "";
  const [a, b] = [x, y].map((n) => n * Math.min(6 / length, 0.5));
  const wing = (side) => `${x - a + (side * b) / 2} ${y - b - (side * a) / 2}`;
  return `M0 0L${x} ${y}M${wing(1)}L${x} ${y}L${wing(-1)}`;
}

const box = ([w, h]) => (w < 2 * HALF && h < 2 * HALF ? `M${-w} ${-h}H${w}V${h}H${-w}Z` : "");

/** The picture and its text; `show(states, t)` draws the state at step t and returns the text. */
export function memory(stateless) {
  const svg = picture("-20 -20 40 40");
  const axes = shape(svg, "path", { class: "axes" });
  const squares = shape(svg, "path", { class: "squares" });
  const velocity = shape(svg, "path");
  let race, names, velocityScale, squaresScale; // of the race shown: states, their entries, scales

  function scale(states) {
    race = states;
    names = ["v", "m", "s"].filter((name) => name in states.at(-1)[0]);
    axes.setAttribute("d", names.length ? "M-20 0H20M0-20V20" : "");
    velocityScale = HALF / largest(states, names[0]);
    squaresScale = HALF / Math.sqrt(largest(states, "s"));
  }
  function show(states, t) {
    if (race !== states) scale(states);
    if (!names.length) return stateless;
    const vector = names[0] === "s" ? [0, 0] : entries(states[t], names[0]);
    const [v0, v1] = vector.map((v) => v * velocityScale);
    velocity.setAttribute("d", arrow([-v0, v1])); // the SVG's y axis points down
    squares.setAttribute("d", box(entries(states[t], "s").map((s) => Math.sqrt(s) * squaresScale)));
    return names.map((name) => pair(name, entries(states[t], name))).join(", ");
  }
  return { picture: svg, text: html("span", { class: "memory" }), show };
}
