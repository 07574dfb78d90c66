// The numbers under the drawings of one weight: ∂L/∂W as a matrix, scores and probabilities.

import { html, typeset } from "./controls.js";

/** Format with a fixed number of decimals, a true minus sign, and no −0. */
export const fixed = (value, digits) => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
};

/** Format a difference: with its sign and up to six decimals. */
export const signed = (value) => {
  const text = String(Math.abs(Number(value.toFixed(6))));
  return `${text === "0" ? "" : value < 0 ? "−" : "+"}${text}`;
};

const cells = (count, name = "td") => Array.from({ length: count }, () => html(name));

/** A 2×3 matrix with one highlighted entry. */
export function matrix(name) {
  const rows = [cells(3), cells(3)];
  const body = html("tbody", {}, ...rows.map((row) => html("tr", {}, ...row)));
  const element = html("table", { class: "matrix" }, typeset(html("caption"), name), body);
  const show = (numbers, [i, k]) => rows.forEach((row, m) => row.forEach((cell, n) => {
    typeset(cell, fixed(numbers[m][n], 4));
    cell.classList.toggle("chosen", m === i && n === k);
  }));
  return Object.assign(element, { show });
}

/** A column for each class: its score z and its probability y. */
export function scores(says, truth) {
  const head = ["1", "2", "3"].map((k, n) =>
    html("th", { scope: "col" }, n === truth ? `${k} (${says.right})` : k));
  const rows = ["z", "y"].map((name) => [name, cells(3)]);
  const element = html("table", { class: "matrix" },
    html("tr", {}, html("th", { scope: "col" }, says.class), ...head),
    ...rows.map(([name, row]) => html("tr", {}, typeset(html("th", { scope: "row" }), name), ...row)));
  const show = (...numbers) => rows.forEach(([, row], m) => row.forEach((cell, n) => {
    typeset(cell, fixed(numbers[m][n], 4));
  }));
  return Object.assign(element, { show });
}
