// What an optimizer remembers, in numbers and as a small picture: an arrow where the velocity
// carries, −v (for Adam, −m), and a box as wide and as high as the slopes that it has met, √s.

import { html } from "./controls.js";
import { shape } from "./plane.js";

const HALF = 18; // units from the middle of the picture to where the largest memory reaches

/** Three digits that count, as Python would write them. */
export function short(value) {
  const size = Math.abs(value);
  const long = size >= 1e5 || (size > 0 && size < 1e-4);
  const text = long ? value.toExponential(2) : String(Number(value.toPrecision(3)));
  return text.replaceAll("-", "−");
}

const pair = (name, [a, b]) => `${name} = (${short(a)}, ${short(b)})`;

/** A small drawing beside words that say the same. */
export function picture(viewBox) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

const entries = (state, name) => state.map((coordinate) => coordinate[name] ?? 0);

// The largest finite entry of the whole race, so that growing and forgetting show.
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

/** The picture and its text; `show` draws step t of a race and returns its words. */
export function memory(nothing) {
  const svg = picture("-20 -20 40 40");
  const axes = shape(svg, "path", { class: "axes" });
  const met = shape(svg, "path", { class: "met" });
  const carried = shape(svg, "path");
  let race, names, carry, slope; // the race shown, what is remembered in it, the picture's scales

  function scale(states) {
    race = states;
    names = ["v", "m", "s"].filter((name) => name in states.at(-1)[0]);
    axes.setAttribute("d", names.length ? "M-20 0H20M0-20V20" : "");
    carry = HALF / largest(states, names[0]);
    slope = HALF / Math.sqrt(largest(states, "s"));
  }
  function show(states, t) {
    if (race !== states) scale(states);
    if (!names.length) return nothing;
    const [v0, v1] = entries(states[t], names[0] === "s" ? "" : names[0]).map((v) => v * carry);
    carried.setAttribute("d", arrow([-v0, v1])); // up is minus in a drawing
    met.setAttribute("d", box(entries(states[t], "s").map((s) => Math.sqrt(s) * slope)));
    return names.map((name) => pair(name, entries(states[t], name))).join(", ");
  }
  return { picture: svg, text: html("span", { class: "memory" }), show };
}
