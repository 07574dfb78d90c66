// What the explorable `field` draws: the gradient field of the ravine; at the probe the gradient,
// the contour line with its tangent, their right angle, and the unit vector u.

import { arrow, direction, offset, perpendicular, ray, rightAngle } from "./arrows.js";
import { ravine } from "./landscapes.js";
import { shape } from "./plane.js";

export const DOMAIN = { x0: [-2, 2], x1: [-1, 1] }; // of the field and of the probe
const SPACING = 0.5; // of the grid, as in the snippet
const FIELD_SCALE = 0.2; // length of an arrow of the field per unit of ‖∇f‖, in data units
const PROBE_SCALE = 0.36; // the same at the probe

/** At the point x, for the direction u at an angle in degrees: ∇f, its norm, u, the directional
 * derivative along u, and the angle θ between ∇f and u in degrees (null where ∇f is 0). */
export function reading(x, degrees) {
  const gradient = ravine.gradient(x);
  const length = Math.sqrt(gradient[0] * gradient[0] + gradient[1] * gradient[1]);
  const angle = degrees * (Math.PI / 180);
  const u = [Math.cos(angle), Math.sin(angle)];
  const slope = gradient[0] * u[0] + gradient[1] * u[1];
  const cosine = Math.min(Math.max(slope / length, -1), 1); // rounding may exceed 1
  const theta = length > 0 ? Math.acos(cosine) * (180 / Math.PI) : null;
  return { gradient, length, u, slope, theta };
}

/** Path data of all arrows of the field. */
function field(plane, sign) {
  let d = "";
  for (let x0 = DOMAIN.x0[0]; x0 <= DOMAIN.x0[1]; x0 += SPACING) {
    for (let x1 = DOMAIN.x1[0]; x1 <= DOMAIN.x1[1]; x1 += SPACING) {
      d += arrow(...ends(plane, [x0, x1], ravine.gradient([x0, x1]), sign * FIELD_SCALE));
    }
  }
  return d;
}

/** Tail and tip of an arrow, in user units. */
const ends = (plane, [x0, x1], [v0, v1], scale) =>
  [plane.at(x0, x1), plane.at(x0 + v0 * scale, x1 + v1 * scale)];

export class Probe {
  constructor(plane) {
    this.plane = plane;
    this.layer = plane.layer("probe");
    const add = (name, className) => shape(this.layer, name, { class: className });
    this.field = add("path", "field");
    this.contour = add("ellipse", "contour");
    this.tangent = add("path", "tangent");
    this.rightAngle = add("path", "right-angle");
    this.direction = add("path", "direction");
    this.ray = add("path", "ray");
    this.arrow = add("path", "arrow");
    this.name = add("text", "formula");
    this.u = add("text", "formula");
    this.u.textContent = "𝑢"; // italics, as in the labels that the build sets
  }

  /** Draw −∇f or +∇f, in the colours of the figure that shows both. */
  turn(sign) {
    this.sign = sign;
    this.field.setAttribute("d", field(this.plane, sign));
    this.layer.style.setProperty("--sign-colour", `var(--figure-${sign < 0 ? 0 : 1})`);
    this.name.textContent = sign < 0 ? "−∇𝑓" : "+∇𝑓";
  }

  /** Draw the probe at x with its reading. */
  show(x, { gradient, u }) {
    const [place, tip] = ends(this.plane, x, gradient, this.sign * PROBE_SCALE);
    const unit = direction(place, tip);
    this.arrow.setAttribute("d", arrow(place, tip));
    this.ray.setAttribute("d", unit ? ray(place, unit, 24) : "");
    this.tangent.setAttribute("d", unit ? perpendicular(place, unit, 40) : "");
    this.rightAngle.setAttribute("d", unit ? rightAngle(place, unit, 12) : "");
    this.showContour(x);
    const [, end] = ends(this.plane, x, u, PROBE_SCALE);
    this.direction.setAttribute("d", arrow(place, end));
    this.put(this.u, offset(end, direction(place, end), 4, 8));
    // Opposite the right-angle mark, and not nearer than 20 units, or a short arrow is covered.
    const length = Math.hypot(tip[0] - place[0], tip[1] - place[1]);
    this.name.style.display = unit ? "" : "none";
    if (unit) this.put(this.name, offset(place, unit, Math.max(length - 4, 20), -16));
  }

  put(text, [x, y]) {
    const right = this.plane.left + this.plane.width - 12; // half a label inside the axes
    text.setAttribute("x", Math.min(x, right).toFixed(2));
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
