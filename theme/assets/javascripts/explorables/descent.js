// Gradient descent as in gradbook/descent.py: x ← x − η ∇f(x), all entries of x at once.

/** One step. */
export function step(landscape, x, rate) {
  const slope = landscape.gradient(x);
  return x.map((entry, i) => entry - rate * slope[i]);
}

/** The path and the values on it, and how it ended, in gradbook's words. */
export function descend(landscape, start, rate, steps) {
  const path = [start];
  const values = [landscape.value(start)];
  for (;;) {
    const x = path.at(-1);
    if (landscape.gradient(x).every((slope) => slope === 0)) {
      return { path, values, ended: "converged" };
    }
    if (path.length > steps) return { path, values, ended: "ran out of steps" };
    const next = step(landscape, x, rate);
    const value = landscape.value(next);
    if (![value, ...next].every(Number.isFinite)) return { path, values, ended: "diverged" };
    path.push(next);
    values.push(value);
  }
}
