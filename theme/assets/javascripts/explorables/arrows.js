// Path data of arrows, segments and right-angle marks, in user units of the SVG.

const HEAD = 6; // length of an arrowhead, at most that of the arrow

/** The point `along` units ahead in the direction of a unit vector, and `aside` to its left. */
export const offset = ([x, y], [u, v], along, aside = 0) =>
  [x + u * along + v * aside, y + v * along - u * aside];

/** The unit vector from one point to another; null if they coincide. */
export function direction([x, y], [toX, toY]) {
  const length = Math.hypot(toX - x, toY - y);
  return length > 0 ? [(toX - x) / length, (toY - y) / length] : null;
}

const polyline = (...points) => points.map((point, i) =>
  (i ? "L" : "M") + point.map((n) => n.toFixed(2))).join("");

/** An arrow; a dot if its length is 0. */
export function arrow(tail, tip) {
  const unit = direction(tail, tip);
  if (!unit) return polyline(tail, offset(tail, [1, 0], 0.1));
  const head = Math.min(HEAD, Math.hypot(tip[0] - tail[0], tip[1] - tail[1]));
  const [left, right] = [head / 2, -head / 2].map((aside) => offset(tip, unit, -head, aside));
  return polyline(tail, tip) + polyline(left, tip, right);
}

/** The segment from a point in the direction of a unit vector. */
export const ray = (point, unit, length) => polyline(point, offset(point, unit, length));

/** The segment through a point, perpendicular to a unit vector, `length` units to either side. */
export const perpendicular = (point, unit, length) =>
  polyline(offset(point, unit, 0, length), offset(point, unit, 0, -length));

/** The mark of a right angle at a point. */
export const rightAngle = (point, unit, side) =>
  polyline(...[[side, 0], [side, side], [0, side]].map((by) => offset(point, unit, ...by)));
