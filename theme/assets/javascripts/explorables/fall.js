// Where a ball ends that follows the arrows, −∇f, down one of the chapter's landscapes, and what
// kind of end that is. Steps and factors are the chapter's.

import { descend } from "./descent.js";
import { himmelblau, plateau, ravine, saddle } from "./landscapes.js";

export const STEPS = 1000;
export const GROUNDS = { // in the order of the snippet's panels: landscape, start, factor
  himmelblau: [himmelblau, [0.1, 3], 0.002],
  saddle: [saddle, [2, 0.1], 0.05],
  ravine: [ravine, [-7, 2], 0.05],
  plateau: [plateau, [2, 0], 0.1],
};
const ARRIVED = 0.01; // from a lowest point
const SHORT = 1e-3; // of the arrow

const distance = ([a, b], [c, d]) => Math.hypot(a - c, b - d);

/** The path from the start, and its end: `kind`, the `nearest` lowest point by its number, how
 * `far` that is, and the `length` of the arrow. `inside(x)` tells whether x is in the picture. */
export function fall(key, start, inside) {
  const [landscape, , factor] = GROUNDS[key];
  const { path } = descend(landscape, start, factor, STEPS);
  const end = path.at(-1);
  const length = Math.hypot(...landscape.gradient(end));
  const gaps = landscape.minima.map((minimum) => distance(end, minimum));
  const far = Math.min(...gaps);
  const kinds = [
    ["left", !inside(end)], ["arrived", far < ARRIVED], ["stopped", length < SHORT],
    ["rolling", true],
  ];
  const [kind] = kinds.find(([, holds]) => holds);
  return { path, end, kind, nearest: gaps.indexOf(far), far, length };
}
