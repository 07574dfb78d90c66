// The landscapes of gradbook/functions.py: each value beside its gradient. The operations stand in
// the same order as there, so that the results are the same to the last bit.

export const bowl = {
  value: ([x0, x1]) => x0 * x0 + x1 * x1,
  gradient: ([x0, x1]) => [2 * x0, 2 * x1],
};

// Of the chapter on the learning rate.
export const elongatedBowl = {
  value: ([x0, x1]) => x0 * x0 / 4 + x1 * x1,
  gradient: ([x0, x1]) => [x0 / 2, 2 * x1],
};

export const ravine = {
  minima: [[0, 0]],
  value: ([x0, x1]) => x0 * x0 / 20 + x1 * x1,
  gradient: ([x0, x1]) => [x0 / 10, 2 * x1],
};

export const saddle = {
  minima: [],
  value: ([x0, x1]) => x0 * x0 - x1 * x1,
  gradient: ([x0, x1]) => [2 * x0, -2 * x1],
};

export const plateau = {
  minima: [[0, 0]],
  value: ([x0, x1]) => -Math.expm1(-(x0 * x0 + x1 * x1)),
  gradient: ([x0, x1]) => [
    2 * (x0 * Math.exp(-(x0 * x0 + x1 * x1))),
    2 * (x1 * Math.exp(-(x0 * x0 + x1 * x1))),
  ],
};

const square = (x) => x * x;

export const himmelblau = {
  minima: [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.283185991286170],
    [3.584428340330492, -1.848126526964404],
  ],
  value: ([x0, x1]) => square(x0 * x0 + x1 - 11) + square(x0 + x1 * x1 - 7),
  gradient: ([x0, x1]) => [
    4 * x0 * (x0 * x0 + x1 - 11) + 2 * (x0 + x1 * x1 - 7),
    2 * (x0 * x0 + x1 - 11) + 4 * x1 * (x0 + x1 * x1 - 7),
  ],
};

export const rosenbrock = {
  value: ([x0, x1]) => square(1 - x0) + 100 * square(x1 - x0 * x0),
  gradient: ([x0, x1]) => [
    -2 * (1 - x0) - 400 * x0 * (x1 - x0 * x0),
    200 * (x1 - x0 * x0),
  ],
};
