// The optimizers of gradbook/optimizers.py for one coordinate, with the operations in the same
// order: results agree bit for bit. A state is the coordinate x and what the optimizer accumulates
// for it (v, m, s, t).

export const formulas = {
  SGD:
    (lr) =>
    ({ x }, g) => ({ x: x - lr * g }),
  Momentum:
    (lr, beta = 0.9) =>
    ({ x, v = 0 }, g) => {
      v = beta * v + g;
      return { x: x - lr * v, v };
    },
  Nesterov:
    (lr, beta = 0.9) =>
    ({ x, v = 0 }, g) => {
      v = beta * v + g;
      return { x: x - lr * (g + beta * v), v };
    },
  AdaGrad:
    (lr, eps = 1e-10) =>
    ({ x, s = 0 }, g) => {
      s = s + g * g;
      return { x: x - (lr * g) / (Math.sqrt(s) + eps), s };
    },
  RMSProp:
    (lr, rho = 0.99, eps = 1e-8) =>
    ({ x, s = 0 }, g) => {
      s = rho * s + (1 - rho) * (g * g);
      return { x: x - (lr * g) / (Math.sqrt(s) + eps), s };
    },
  Adam:
    (lr, beta1 = 0.9, beta2 = 0.999, eps = 1e-8) =>
    ({ x, m = 0, s = 0, t = 0 }, g) => {
      t = t + 1;
      m = beta1 * m + (1 - beta1) * g;
      s = beta2 * s + (1 - beta2) * (g * g);
      const [mHat, sHat] = [m / (1 - beta1 ** t), s / (1 - beta2 ** t)];
      return { x: x - (lr * mHat) / (Math.sqrt(sHat) + eps), m, s, t };
    },
};

// The states of both coordinates at each of the steps, from the start.
export function run(step, gradient, start, steps) {
  const states = [start.map((x) => ({ x }))];
  for (let t = 0; t < steps; t++) {
    const state = states[t];
    const g = gradient([state[0].x, state[1].x]);
    states.push([step(state[0], g[0]), step(state[1], g[1])]);
  }
  return states;
}
