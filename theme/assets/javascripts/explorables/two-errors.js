// Explorable: the two errors. For a step h and a difference rule, the secant on the curve and the
// error of its slope. The errors are read from the snippet's output and never computed here, since
// rounding errors of exp differ between languages.

import { choice, group, slider, status, words } from "./controls.js";
import { define } from "./element.js";
import { grip } from "./handle.js";
import { Plane, shape } from "./plane.js";

const RULES = { // in the order of the table's columns
  forward: { order: 1, ends: [0, 1] },
  central: { order: 2, ends: [-1, 1] },
  fourth: { order: 4, ends: [-2, -1, 1, 2] },
};

const SAYS = {
  ko: {
    step: "간격 h", rule: "규칙", forward: "전방 차분", central: "중앙 차분", fourth: "4차 규칙",
    text: (h, error) => `${h}, 오차 ${error}`,
    truncation: "절단 오차가 더 큽니다.",
    turning: "두 오차의 크기가 비슷합니다. 이 규칙의 좋은 간격입니다.",
    rounding: "반올림 오차가 더 큽니다.",
    vanished: "1 + h가 반올림되어 1이 되었습니다.",
  },
  en: {
    step: "Step h", rule: "Rule",
    forward: "forward difference", central: "central difference", fourth: "fourth-order rule",
    text: (h, error) => `${h}, error ${error}`,
    truncation: "The truncation error is the larger one.",
    turning: "The two errors are about equal: a good step for this rule.",
    rounding: "The rounding error is the larger one.",
    vanished: "1 + h has been rounded to 1.",
  },
};

/** What the snippet prints, by h: h as written, then the errors of the rules as shares of e. */
export const table = (text) => new Map(text.trim().split("\n")
  .map((row) => row.trim().split(/\s+/)).map((row) => [Number(row[0]), row]));

/** Which of its two errors a rule has at h. They are about equal at ε^(1/(order + 1)). */
export function larger(order, h) {
  if (1 + h === 1) return "vanished";
  const decades = Math.log10(h) - Math.log10(Number.EPSILON) / (order + 1);
  if (Math.abs(decades) < 0.5) return "turning";
  return decades > 0 ? "truncation" : "rounding";
}

define("two-errors", (element, curveSvg, errorSvg) => {
  const says = words(SAYS);
  const errors = table(document.querySelector(`#${element.dataset.figure} samp`).textContent);
  const [curve, plot] = [new Plane(curveSvg), new Plane(errorSvg)];
  curve.replace(1); // the lines of the still figure
  let [h, rule] = [1, "forward"];

  const layer = curve.layer("line");
  const line = shape(layer, "path", { class: "secant" });
  const ends = shape(layer, "path", { class: "dots" });
  const verdict = status();

  const written = (at) => errors.get(at)[0];
  const error = (at) => errors.get(at)[1 + Object.keys(RULES).indexOf(rule)];
  const ring = grip(plot, {
    at: [h, Math.abs(error(h))], className: "ring", move: (x) => set(nearest(x)),
  });
  function show() {
    const offsets = RULES[rule].ends.map((n) => n * h);
    const slope = Math.E * (1 + Number(error(h)));
    // The line of a rule without a middle point runs through the middle of the points it uses.
    const middle = rule === "central" ? Math.E * Math.cosh(h) : Math.E;
    line.setAttribute("d", curve.path(
      [curve.x.min, curve.x.max].map((x) => [x, middle + slope * (x - 1)])));
    ends.setAttribute("d", curve.dots(offsets.map((by) => [1 + by, Math.exp(1 + by)])));
    ring.place([h, Math.abs(error(h))]);
    verdict.say(says[larger(RULES[rule].order, h)]);
  }
  /** The step of the table that is nearest on the logarithmic axis. */
  const nearest = (x) => Number(`1e${Math.min(Math.max(Math.round(Math.log10(x)), -16), 0)}`);
  function set(to) {
    if (to === h) return;
    h = to;
    steps.set(h);
    show();
  }
  const steps = slider({
    name: says.step, min: 1e-16, max: 1, step: 1, log: true, value: h,
    text: (now) => says.text(written(now), error(now).replace(/^-/, "−")),
    change: (now) => { h = now; show(); },
    marks: [1e-16, 1e-12, 1e-8, 1e-4, 1].map((at) => ({ at, label: written(at) })),
  });
  element.append(steps, group(choice({
    name: says.rule, value: rule,
    options: Object.keys(RULES).map((each) => [each, says[each]]),
    change: (chosen) => { rule = chosen; steps.set(h); show(); },
  })), verdict);
  show();
});
