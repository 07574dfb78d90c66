// The learning rate: gradient descent on an elongated bowl from a movable start with a variable η,
// its path beside its loss curve; and a prediction of the next step.

import { button, named, number, point, slider, status, words } from "./controls.js";
import { descend } from "./descent.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { elongatedBowl } from "./landscapes.js";
import { Plane, shape } from "./plane.js";
import { player } from "./player.js";
import { STEPS, verdict } from "./verdict.js";

const TOLERANCE = 0.15; // of a correct prediction, which snaps to multiples of 0.1

const SAYS = {
  ko: {
    start: "출발점", guess: "다음 점 예측", rate: "학습률 η",
    predict: "예측하기", reveal: "확인하기",
    place: "고리를 다음 점이 있을 곳에 놓고 확인하세요.",
    right: (x) => `맞았습니다. 다음 점은 ${x}입니다.`,
    off: (miss, x) => `${miss}만큼 벗어났습니다. 다음 점은 ${x}입니다.`,
  },
  en: {
    start: "Start", guess: "Your prediction of the next point", rate: "Learning rate η",
    predict: "Predict", reveal: "Reveal",
    place: "Put the ring where the next step lands, then reveal.",
    right: (x) => `Right: the step lands at ${x}.`,
    off: (miss, x) => `Off by ${miss}: the step lands at ${x}.`,
  },
};

define("learning-rate", (element, pathSvg, lossSvg) => {
  const says = words(SAYS);
  const [plane, losses] = [new Plane(pathSvg), new Plane(lossSvg)];
  plane.replace(0, 1);
  losses.replace(0);

  let [start, rate] = [[-4, 2], 0.9]; // as in the still figure
  let result; // of all steps
  let taken; // so many of them are shown
  let predicting = false;
  let guess = start;

  const [trail, curve] = [plane, losses].map((each) => {
    const layer = each.layer("trail");
    return { each, line: shape(layer, "path"), dots: shape(layer, "path", { class: "dots" }) };
  });
  const miss = shape(plane.layer("miss"), "path");
  const statusLine = status();

  function draw() {
    const path = result.path.slice(0, taken + 1);
    const values = result.values.slice(0, taken + 1).map((value, n) => [n, value]);
    for (const [{ each, line, dots }, points] of [[trail, path], [curve, values]]) {
      line.setAttribute("d", each.path(points));
      dots.setAttribute("d", each.dots(points));
    }
    miss.setAttribute("d", "");
    ring.element.setAttribute("display", predicting ? "inline" : "none");
    predict.textContent = predicting ? says.reveal : says.predict;
    statusLine.say(predicting ? says.place : taken < result.path.length - 1
      ? `k = ${taken}: ${point(path.at(-1))}, ${named("f", values.at(-1)[1])}`
      : verdict(start, rate));
  }
  /** Another start or η: all steps at once, unless one of them is to be predicted. */
  function renew() {
    buttons.stop();
    result = descend(elongatedBowl, start, rate, STEPS);
    taken = predicting ? 0 : result.path.length - 1;
    draw();
  }
  const done = () => taken >= result.path.length - 1;
  function step() {
    const guessed = predicting && !done(); // from the lowest point no step is left
    taken = Math.min(taken + 1, result.path.length - 1);
    predicting = false;
    draw();
    if (guessed) compare(result.path[taken]);
  }
  function compare(truth) {
    const seen = plane.clamp(truth); // the ring cannot leave the axes
    const off = Math.hypot(seen[0] - guess[0], seen[1] - guess[1]);
    miss.setAttribute("d", plane.path([guess, truth]));
    const there = point(truth);
    statusLine.say(off < TOLERANCE ? says.right(there) : says.off(number(off), there));
  }
  function reset() {
    taken = 0;
    predicting = false;
    draw();
  }

  handle(plane, {
    name: says.start, at: start, step: 0.1, text: point, className: "start",
    move: (at) => { start = at; renew(); },
  });
  const ring = handle(plane, {
    name: says.guess, at: guess, step: 0.1, text: point, className: "guess ring", hint: false,
    move: (at) => { guess = at; },
  });
  const predict = button({ name: says.predict, press: () => {
    buttons.stop();
    if (predicting) return step();
    if (done()) taken = 0;
    predicting = true;
    ring.place(guess = plane.clamp(result.path[taken]));
    draw();
    ring.element.focus(); // the arrow keys move it at once
  } });
  const buttons = player({ step, done, reset });
  buttons.prepend(predict);
  element.append(
    slider({
      name: says.rate, min: 0.01, max: 1.3, step: 0.01, value: rate, text: number,
      marks: [{ at: 0.5, label: "1/L" }, { at: 1, label: "2/L" }],
      change: (value) => { rate = value; renew(); },
    }),
    buttons, statusLine,
  );
  renew();
});
