// Three scores that the reader moves: probabilities, loss, and the slope of the loss, y − t.

import { button, choice, group, html, named, number, status, typeset, words } from "./controls.js";
import { arrow } from "./arrows.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { crossEntropy, slopes, softmax } from "./network.js";
import { fixed } from "./one-weight-numbers.js";
import { Plane, shape } from "./plane.js";

const START = [2, 1, -1];
const TRUE = 1; // class 1, as in the still figure
const WIDTH = 0.8; // of a bar
const SUBSCRIPTS = "₀₁₂";

const SAYS = {
  ko: {
    truth: "정답 클래스", score: (j) => `점수 z${SUBSCRIPTS[j]}`, class: "클래스 j",
    step: "한 스텝 내려가기 (η = 1)", reset: "처음으로",
    loss: (L) => `손실 ${L}`, changed: (L, by) => `손실 ${L}, 이 스텝에서 ${by}`,
  },
  en: {
    truth: "True class", score: (j) => `Score z${SUBSCRIPTS[j]}`, class: "Class j",
    step: "Descend one step (η = 1)", reset: "Back to the start",
    loss: (L) => `Loss ${L}`, changed: (L, by) => `Loss ${L}, ${by} by this step`,
  },
};

/** A bar for each class, from 0 to a height. */
function bars(plane, className) {
  const layer = plane.layer(className);
  const shapes = START.map((_, j) => {
    const [left, right] = [plane.x.at(j - WIDTH / 2), plane.x.at(j + WIDTH / 2)];
    return shape(layer, "rect", { x: left, width: right - left });
  });
  return (heights) => heights.forEach((height, j) => {
    const [top, bottom] = [plane.y.at(Math.max(height, 0)), plane.y.at(Math.min(height, 0))];
    shapes[j].setAttribute("y", top);
    shapes[j].setAttribute("height", bottom - top);
  });
}

/** A column for each class, a row for each of z, y, t and y − t. */
function table(says) {
  const rows = ["z", "y", "t", "y − t"].map((name) => [name, START.map(() => html("td"))]);
  const element = html("table", { class: "matrix" },
    html("tr", {}, typeset(html("th", { scope: "col" }), says.class),
      ...START.map((_, j) => html("th", { scope: "col" }, String(j)))),
    ...rows.map(([name, cells]) =>
      html("tr", {}, typeset(html("th", { scope: "row" }), name), ...cells)));
  const show = (...numbers) => rows.forEach(([, cells], row) => cells.forEach((cell, j) => {
    typeset(cell, fixed(numbers[row][j], row % 2 ? 4 : 2));
  }));
  return Object.assign(element, { show });
}

define("scores", (element, scoreSvg, probabilitySvg) => {
  const says = words(SAYS);
  const [plane, chances] = [new Plane(scoreSvg), new Plane(probabilitySvg)];
  plane.replace(0, 1);
  chances.replace(0, 1);
  const drawScores = bars(plane, "bars");
  const drawChances = bars(chances, "bars");
  const drawTruth = bars(chances, "truth");
  const ways = shape(chances.layer("ways"), "path"); // from y to t
  const numbers = table(says);
  const line = status();
  let [z, truth] = [START, TRUE];

  function draw(before) {
    const [y, slope, L] = [softmax(z), slopes(z, truth), crossEntropy(z, truth)];
    const t = z.map((_, j) => Number(j === truth));
    drawScores(z);
    drawChances(y);
    drawTruth(t);
    ways.setAttribute("d", y.map((p, j) => arrow(chances.at(j, p), chances.at(j, t[j]))).join(""));
    numbers.show(z, y, t, slope);
    const by = number(L - before, 4).replace(/^(?=\d)/, "+");
    const told = named("L", L, 4);
    line.say(before === undefined ? says.loss(told) : says.changed(told, by));
  }
  function place(to, before) {
    z = to;
    knobs.forEach((knob, j) => knob.place([j, z[j]]));
    draw(before);
  }
  const knobs = START.map((score, j) => handle(plane, {
    name: says.score(j), at: [j, score], step: 0.1, vertical: true, hint: j === 0,
    text: ([, at]) => number(at),
    move: ([, at]) => { z = z.with(j, at); draw(); },
  }));
  const step = () => {
    const slope = slopes(z, truth);
    place(z.map((score, j) => score - slope[j]), crossEntropy(z, truth));
  };
  function reset() {
    truths.set(TRUE);
    truth = TRUE;
    place(START);
  }
  const truths = choice({
    name: says.truth, value: String(TRUE), options: START.map((_, j) => [String(j), String(j)]),
    change: (chosen) => { truth = Number(chosen); draw(); },
  });
  element.append(
    group(truths),
    group(button({ name: says.step, press: step }),
      button({ name: says.reset, press: reset })),
    line, numbers,
  );
  draw();
});
