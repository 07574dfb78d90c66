// One weight of the smallest network: choose an entry of W and vary it; loss, gradient and
// probabilities follow. Choosing another entry undoes the change; a descent step starts from it.

import { button, choice, group, html, slider, status, typeset, words } from "./controls.js";
import { define } from "./element.js";
import { descend, gradient, loss, numerical, predict, softmax, withEntry } from "./network.js";
import { lossCurve, probabilities } from "./one-weight-drawing.js";
import { fixed, matrix, scores, signed } from "./one-weight-numbers.js";

const START = [
  [0.19628444, -0.79478232, 1.45904177],
  [0.27076211, 0.01052753, 0.49565257],
];
const X = [0.6, 0.9];
const TRUTH = 2; // the third class
const RATE = 1;
const REACH = 3; // of the change of a weight

const SAYS = {
  ko: {
    weight: "가중치 W", change: (w) => `${w}의 변화`, gradient: "기울기 ∂L/∂W",
    step: `한 스텝 내려가기 (η = ${RATE})`, reset: "처음으로",
    class: "클래스", right: "정답", numerical: "수치 미분", analytic: "식",
    turned: (L, rise) => `손실 L = ${L}, 바꾸기 전보다 ${rise}`,
    stepped: (n, L, rise) => `${n}스텝: 손실 L = ${L}, 마지막 스텝에서 ${rise}`,
  },
  en: {
    weight: "Weights W", change: (w) => `Change of ${w}`, gradient: "Gradient ∂L/∂W",
    step: `Descend one step (η = ${RATE})`, reset: "Back to the start",
    class: "Class", right: "true", numerical: "numerical", analytic: "formula",
    turned: (L, rise) => `Loss L = ${L}, ${rise} by this change`,
    stepped: (n, L, rise) => `Step ${n}: loss L = ${L}, ${rise} by the last step`,
  },
};

const KEYS = ["11", "12", "13", "21", "22", "23"];
const place = (key) => [...key].map((digit) => digit - 1);
const name = (key) => `w${[...key].map((digit) => "₀₁₂₃"[digit]).join("")}`;

define("one-weight", (element, curveSvg, barsSvg) => {
  const says = words(SAYS);
  const curve = lossCurve(curveSvg, { at: [START[0][0], loss(START, X, TRUTH)], move: turnTo });
  const bars = probabilities(barsSvg, TRUTH);
  let base, key, change, steps, before;

  /** The loss as a function of the chosen weight alone: changing this one leaves its curve. */
  function at(w) {
    const [i, k] = place(key);
    return loss(withEntry(base, i, k, w), X, TRUTH);
  }
  function draw() {
    const [i, k] = place(key);
    const w = base[i][k] + change;
    const W = withEntry(base, i, k, w);
    const [z, dW, L] = [predict(W, X), gradient(W, X, TRUTH), at(w)];
    const y = softmax(z);
    curve.show(w, L, dW[i][k]);
    bars.draw(y);
    entries.forEach((entry, n) => { typeset(entry, fixed(W.flat()[n], 4)); });
    slopes.show(dW, [i, k]);
    classes.show(z, y);
    const about = `∂L/∂${name(key)}`;
    typeset(both, `${about}: ${says.numerical} ${fixed(numerical(W, X, TRUTH, i, k), 8)}, ` +
      `${says.analytic} ${fixed(dW[i][k], 8)}`);
    line.say(steps && !change
      ? says.stepped(steps, fixed(L, 6), signed(L - before))
      : says.turned(fixed(L, 6), signed(L - at(base[i][k]))));
    return { W, dW, L };
  }
  /** The weight as the dot on the curve is dragged, as far as the slider goes. */
  function turnTo(w) {
    const [i, k] = place(key);
    change = Number(Math.min(Math.max(w - base[i][k], -REACH), REACH).toFixed(2));
    turn.set(change);
    draw();
  }
  function choose(next) {
    [key, change] = [next, 0];
    turn.rename(says.change(name(key)));
    turn.set(0);
    curve.over(at);
    draw();
  }
  function reset() {
    [base, steps] = [START, 0];
    choose(key ?? KEYS[0]);
  }
  function step() {
    const { W, dW, L } = draw();
    [base, steps, before] = [descend(W, dW, RATE), steps + 1, L];
    choose(key);
  }

  const weights = choice({
    name: says.weight, value: KEYS[0], change: choose,
    options: KEYS.map((each) => [each, name(each)]),
  });
  const entries = [...weights.querySelectorAll("label")].map((label) => {
    const entry = html("span", { class: "entry" });
    label.append(" ", entry);
    return entry;
  });
  const slopes = matrix(says.gradient);
  const turn = slider({
    name: "", min: -REACH, max: REACH, step: 0.01, value: 0, text: signed, marks: [{ at: 0, label: "0" }],
    change: (value) => { change = value; draw(); },
  });
  const both = html("p", { class: "both" });
  const classes = scores(says, TRUTH);
  const line = status();
  const buttons = group(
    button({ name: says.step, press: step }), button({ name: says.reset, press: reset }),
  );
  element.append(
    html("div", { class: "matrices" }, weights, slopes), turn, buttons, line, both, classes,
  );
  reset();
});
