// gradbook's SimpleNet for one sample: z = x W, y = softmax(z), L = cross-entropy. W is two rows
// of three weights, `truth` the number of the true class from 0.

const EPS = 2 ** -52;

export const predict = (W, x) => W[0].map((_, k) => x[0] * W[0][k] + x[1] * W[1][k]);

// Subtracts the largest score, as gradbook does: no exponential overflows.
function shifted(z) {
  const largest = Math.max(...z);
  return z.map((score) => score - largest);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

export function softmax(z) {
  const exponentials = shifted(z).map(Math.exp);
  const total = sum(exponentials);
  return exponentials.map((e) => e / total);
}

export function crossEntropy(z, truth) {
  const scores = shifted(z);
  return Math.log(sum(scores.map(Math.exp))) - scores[truth];
}

// ∂L/∂zⱼ = yⱼ − tⱼ
export const slopes = (z, truth) => softmax(z).map((p, j) => p - (j === truth));

export const loss = (W, x, truth) => crossEntropy(predict(W, x), truth);

// ∂L/∂wᵢⱼ = xᵢ (yⱼ − tⱼ)
export function gradient(W, x, truth) {
  const errors = slopes(predict(W, x), truth);
  return x.map((input) => errors.map((error) => input * error));
}

// One entry by central difference, with gradbook's step size.
export function numerical(W, x, truth, i, k) {
  const w = W[i][k];
  const h = Math.max(Math.abs(w), 1) * EPS ** (1 / 3);
  const [ahead, back] = [w + h, w - h];
  const at = (value) => loss(withEntry(W, i, k, value), x, truth);
  return (at(ahead) - at(back)) / (ahead - back);
}

// A copy of W with one entry replaced.
export function withEntry(W, i, k, value) {
  const copy = W.map((row) => [...row]);
  copy[i][k] = value;
  return copy;
}

export const descend = (W, dW, lr) => W.map((row, i) => row.map((w, k) => w - lr * dW[i][k]));
