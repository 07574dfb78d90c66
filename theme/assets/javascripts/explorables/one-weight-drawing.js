// The two drawings of one weight: the loss over it with the tangent, and the probabilities as bars.

import { grip } from "./handle.js";
import { Plane, shape } from "./plane.js";

const POINTS = 110; // intervals of the curve, as in the snippet

/** The loss as a function of the weight: `over(loss)` draws it, `show(w, L, slope)` its tangent where
 * the weight is, and a mark there, which can be dragged from its place: `move(w)`. */
export function lossCurve(svg, { at: first, move }) {
  const plane = new Plane(svg);
  plane.replace(0, 1);
  const { min, max } = plane.x;
  const places = Array.from({ length: POINTS + 1 }, (_, n) => min + (n * (max - min)) / POINTS);
  const curve = shape(plane.layer("curve"), "path");
  const near = plane.layer("tangent");
  const tangent = shape(near, "path", { "stroke-dasharray": "5.6 2.4" });
  const dot = grip(plane, { at: first, move });

  function over(loss) {
    curve.setAttribute("d", plane.path(places.map((place) => [place, loss(place)])));
  }
  function show(w, L, slope) {
    tangent.setAttribute("d", plane.path([min, max].map((end) => [end, L + slope * (end - w)])));
    dot.place([w, L]);
  }
  return { over, show };
}

/** A bar for each class; the true one has a colour of its own. */
export function probabilities(svg, truth) {
  const plane = new Plane(svg);
  plane.replace(0, 1);
  const layer = plane.layer("bars");
  const floor = plane.y.at(0);
  const bars = [1, 2, 3].map((k) => {
    const [left, right] = [plane.x.at(k - 0.4), plane.x.at(k + 0.4)];
    const bar = shape(layer, "rect", { x: left, width: right - left });
    bar.classList.toggle("true", k - 1 === truth);
    return bar;
  });
  const draw = (y) => bars.forEach((bar, k) => {
    const top = plane.y.at(y[k]);
    bar.setAttribute("y", top);
    bar.setAttribute("height", floor - top);
  });
  return { draw };
}
