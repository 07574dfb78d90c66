// How fast Momentum and Nesterov come to rest on a quadratic: by formula, for z = ηλ and β, with the
// operations of the chapter's snippet in its order; and as measured on a path down the ravine.

import { ravine } from "./landscapes.js";
import { formulas, run } from "./optimizers.js";

const START = [-7, 2];
const STEPS = 1000;
const FAR = 150; // decades: sizes beyond it, or below its inverse, are near the ends of the floats

/** Sum and product of the two roots of the characteristic equation. */
export const roots = {
  Momentum: (z, beta) => [1 + beta - z, beta],
  Nesterov: (z, beta) => [(1 + beta) * (1 - z), beta * (1 - z)],
};

/** The η λ at which the rate reaches 1. */
export const limits = {
  Momentum: (beta) => 2 * (1 + beta),
  Nesterov: (beta) => (2 * (1 + beta)) / (1 + 2 * beta),
};

/** The rate, the size of the larger root, and the way the coordinate goes with it. */
export function motion(name, z, beta) {
  const [total, product] = roots[name](z, beta);
  const D = total * total - 4 * product;
  const rate = D < 0 ? Math.sqrt(Math.abs(product)) : (Math.abs(total) + Math.sqrt(D)) / 2;
  if (rate === 0) return { rate, way: "arrives" };
  return { rate, way: D < 0 ? "swings" : total > 0 ? "creeps" : "hops" };
}

/** The path down the ravine from the start of the chapter. */
export const descent = (name, lr, beta) =>
  run(formulas[name](lr, beta), ravine.gradient, START, STEPS).map((at) => at.map(({ x }) => x));

/** The factor of the distance a step: least squares through its logarithm, in the later half. */
export function measured(path) {
  const sizes = path.map(([x0, x1]) => Math.log10(Math.hypot(x0, x1)));
  const lost = sizes.findIndex((size) => !(Math.abs(size) < FAR)); // NaN, too
  const end = lost < 0 ? sizes.length : lost;
  const later = sizes.slice(Math.floor(end / 2), end);
  const from = (n) => n - (later.length - 1) / 2; // the middle
  const sum = (of) => later.reduce((total, size, n) => total + of(from(n), size), 0);
  return 10 ** (sum((n, size) => n * size) / sum((n) => n * n));
}
