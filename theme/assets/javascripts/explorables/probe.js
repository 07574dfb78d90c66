// What the explorable `field` draws: the field of the ravine, and at the probe the arrow, the
// contour line with its tangent and their right angle, and the direction that the reader turns.

import { across, along, arrow, off, rightAngle, towards } from "./arrows.js";
import { ravine } from "./landscapes.js";
import { shape } from "./plane.js";

export const REACH = { x0: [-2, 2], x1: [-1, 1] }; // of the field and of the probe
const APART = 0.5; // the points of the field, as in the snippet
const FIELD = 0.2; // an arrow of the field where the slope is 1, in units of the plane
const PROBE = 0.36; // an arrow of the probe
const NAME = "text-anchor: middle; dominant-baseline: central; font-style: italic; font-size: 11px; "
  + "fill: currentColor; stroke: var(--figure-paper); stroke-width: 3; paint-order: stroke"; // a halo

/** The numbers at the point x for a direction in degrees: ∇f, its length, u, the slope along u, and
 * the angle θ between ∇f and u, in degrees (null where ∇f is 0). */
export function reading(x, degrees) {
  const gradient = ravine.gradient(x);
  const length = Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1]);
  const angle = degrees * (Math.PI / 180);
  const u = [Math.cos(angle), Math.sin(angle)];
  const slope = gradient[0] * u[0] + gradient[1] * u[1];
  const cosine = Math.min(Math.max(slope / length, -1), 1); // rounding may lead past 1
  const theta = length > 0 ? Math.acos(cosine) * (180 / Math.PI) : null;
  return { gradient, length, u, slope, theta };
}

/** The arrows of the field, as the d of one path. */
function field(plane, sign) {
  let d = "";
  for (let x0 = REACH.x0[0]; x0 <= REACH.x0[1]; x0 += APART) {
    for (let x1 = REACH.x1[0]; x1 <= REACH.x1[1]; x1 += APART) {
      d += arrow(...ends(plane, [x0, x1], ravine.gradient([x0, x1]), sign * FIELD));
    }
  }
  return d;
}

/** Where an arrow begins and ends in the drawing. */
const ends = (plane, [x0, x1], [v0, v1], scale) =>
  [plane.at(x0, x1), plane.at(x0 + v0 * scale, x1 + v1 * scale)];

export class Probe {
  constructor(plane) {
    this.plane = plane;
    const layer = plane.layer("probe");
    const line = (style) => shape(layer, "path", { style });
    this.field = line("stroke-width: 1");
    this.contour = shape(layer, "ellipse", { style: "stroke: currentColor; stroke-width: 1" });
    this.tangent = line("stroke: currentColor; stroke-width: 1; stroke-dasharray: 4 3");
    this.square = line("stroke: currentColor; stroke-width: 1");
    this.turned = line("stroke: var(--figure-2); stroke-width: 2");
    this.way = line("stroke-width: 1; stroke-dasharray: 1 2"); // seen where the arrow is short
    this.arrow = line("stroke-width: 2.5");
    this.name = shape(layer, "text", { style: NAME });
    shape(layer, "text", { style: NAME }).textContent = "u";
    this.u = layer.lastChild;
  }

  /** Draw −∇f or +∇f, in the colours of the figure that shows both. */
  turn(sign) {
    this.sign = sign;
    this.field.setAttribute("d", field(this.plane, sign));
    for (const path of [this.field, this.way, this.arrow]) {
      path.style.stroke = `var(--figure-${sign < 0 ? 0 : 1})`;
    }
    this.name.textContent = sign < 0 ? "−∇f" : "+∇f";
  }

  /** Draw the probe at x, where these are the numbers. */
  show(x, { gradient, u }) {
    const [place, tip] = ends(this.plane, x, gradient, this.sign * PROBE);
    const way = towards(place, tip);
    this.arrow.setAttribute("d", arrow(place, tip));
    this.way.setAttribute("d", way ? along(place, way, 24) : "");
    this.tangent.setAttribute("d", way ? across(place, way, 40) : "");
    this.square.setAttribute("d", way ? rightAngle(place, way, 12) : "");
    this.showContour(x);
    const [, end] = ends(this.plane, x, u, PROBE);
    this.turned.setAttribute("d", arrow(place, end));
    this.put(this.u, off(end, towards(place, end), 4, 8));
    // On the other side than the square; beyond the end of a short arrow, where there is room.
    const length = Math.hypot(tip[0] - place[0], tip[1] - place[1]);
    this.name.style.display = way ? "" : "none";
    if (way) this.put(this.name, off(place, way, Math.max(length - 4, 20), -16));
  }

  put(text, [x, y]) {
    const most = this.plane.left + this.plane.width - 12; // half a name before the edge
    text.setAttribute("x", Math.min(x, most).toFixed(2));
    text.setAttribute("y", y.toFixed(2));
  }

  /** The contour line x₀²/20 + x₁² = f(x) is an ellipse. */
  showContour(x) {
    const [cx, cy] = this.plane.at(0, 0);
    const f = ravine.value(x);
    const [right, top] = this.plane.at(Math.sqrt(20 * f), Math.sqrt(f));
    for (const [name, value] of Object.entries({ cx, cy, rx: right - cx, ry: cy - top })) {
      this.contour.setAttribute(name, value.toFixed(2));
    }
  }
}
