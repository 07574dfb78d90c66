// Arrows and right angles, in the units of a drawing.

const HEAD = 6; // as long as this, and never longer than the arrow

/** The point that lies `along` units from a place towards a unit vector, and `aside` to its left. */
export const off = ([x, y], [u, v], along, aside = 0) =>
  [x + u * along + v * aside, y + v * along - u * aside];

/** The unit vector from one place towards another; null if they are the same. */
export function towards([x, y], [toX, toY]) {
  const length = Math.hypot(toX - x, toY - y);
  return length > 0 ? [(toX - x) / length, (toY - y) / length] : null;
}

const d = (...places) => places.map((place, i) =>
  (i ? "L" : "M") + place.map((n) => n.toFixed(2))).join("");

/** The d of an arrow; of one without a length, a dot. */
export function arrow(tail, tip) {
  const way = towards(tail, tip);
  if (!way) return d(tail, off(tail, [1, 0], 0.1));
  const head = Math.min(HEAD, Math.hypot(tip[0] - tail[0], tip[1] - tail[1]));
  return d(tail, tip) + d(off(tip, way, -head, head / 2), tip, off(tip, way, -head, -head / 2));
}

/** The d of the line from a place towards a unit vector. */
export const along = (place, way, length) => d(place, off(place, way, length));

/** The d of the line through a place at right angles to a way, `length` units to either side. */
export const across = (place, way, length) =>
  d(off(place, way, 0, length), off(place, way, 0, -length));

/** The d of the little square that says: here is a right angle. */
export const rightAngle = (place, way, side) =>
  d(off(place, way, side), off(place, way, side, side), off(place, way, 0, side));
