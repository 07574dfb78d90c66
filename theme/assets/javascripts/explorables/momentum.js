// The map of all η and β: the reader moves the point (ηL, β); beside it the path that this setting
// takes down the ravine, and the rate, by formula and as measured on the path.

import { choice, number, status, words } from "./controls.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { descent, limits, measured, motion } from "./momentum-rates.js";
import { Plane, shape } from "./plane.js";

const [MU, L] = [0.1, 2]; // the curvatures of the ravine
const SHOWN = 60; // steps of the path, as in the still figure
const KINDS = ["Momentum", "Nesterov"]; // in the order of the maps
const LIMIT = { // unbroken
  Momentum: "2(1\u00a0+\u00a0β)", Nesterov: "2(1\u00a0+\u00a0β)/(1\u00a0+\u00a02β)",
};

const SAYS = {
  ko: {
    setting: "ηL과 β", optimizer: "옵티마이저",
    swings: "흔들림", creeps: "기어감", hops: "건너뜀", arrives: "두 스텝 만에 도착",
    rate: (formula, path) => `배율은 식으로 ${formula}, 경로에서 재면 ${path}입니다.`,
    beyond: (limit) => `발산합니다(ηL > ${limit}). x₁이 스텝마다 더 멀리 튀어 나갑니다.`,
    at: "수렴하지도 발산하지도 않습니다. x₁이 끝없이 오갑니다.",
  },
  en: {
    setting: "ηL and β", optimizer: "Optimizer",
    swings: "swings", creeps: "creeps", hops: "hops", arrives: "arrives in two steps",
    rate: (formula, path) => `Rate: ${formula} by the formula, ${path} measured on the path.`,
    beyond: (limit) => `Diverges: ηL > ${limit}, and x₁ flies off farther with each step.`,
    at: "Neither converges nor diverges: x₁ goes to and fro for ever.",
  },
};

define("momentum", (element, ...svgs) => {
  const says = words(SAYS);
  const ground = new Plane(svgs[2]);
  ground.replace(3);
  const layer = ground.layer("trail");
  const [line, dots] = [shape(layer, "path"), shape(layer, "path", { class: "dots" })];
  const told = status();
  let [kind, at] = [KINDS[0], [1, 0.9]]; // as in the still figure

  /** A map with the handle at ηL, and at the same height a dot at ημ. */
  const maps = KINDS.map((name, i) => {
    const plane = new Plane(svgs[i]);
    plane.replace(3);
    const pair = plane.layer("pair");
    const [between, other] = [shape(pair, "path"), shape(pair, "path", { class: "dots" })];
    const knob = handle(plane, {
      name: says.setting, at, step: 0.02, snap: 0.01, anywhere: true,
      text: ([z, beta]) => `η = ${number(z / L, 3)}, β = ${number(beta)}`,
      move: (to) => { at = to; draw(); },
    });
    const show = () => {
      const near = plane.clamp([(at[0] / L) * MU, at[1]]);
      between.setAttribute("d", plane.path([near, at]));
      other.setAttribute("d", plane.dots([near]));
    };
    return { svg: svgs[i], show, place: () => knob.place(at) };
  });

  const map = () => maps[KINDS.indexOf(kind)];

  function draw() {
    const [z, beta] = at;
    const lr = z / L;
    const path = descent(kind, lr, beta);
    const shown = path.slice(0, SHOWN + 1);
    line.setAttribute("d", ground.path(shown));
    dots.setAttribute("d", ground.dots(shown.filter((x) => x.every(Number.isFinite))));
    map().show();
    const along = motion(kind, lr * MU, beta);
    const across = motion(kind, z, beta);
    const rate = Math.max(along.rate, across.rate);
    const ends = Math.abs(rate - 1) < 1e-12 ? says.at
      : rate > 1 ? says.beyond(`${LIMIT[kind]} = ${number(limits[kind](beta), 3)}`)
        : `x₀: ${says[along.way]}, x₁: ${says[across.way]}.`;
    told.say(`η = ${number(lr, 3)}, β = ${number(beta)}. ${ends} ${
      says.rate(number(rate, 3), number(measured(path), 3))}`);
  }
  /** Show one of the two maps; print shows both. */
  function go(to) {
    kind = to;
    for (const { svg } of maps) svg.classList.toggle("resting", svg !== map().svg);
    draw();
  }
  element.append(choice({
    name: says.optimizer, options: KINDS.map((name) => [name, name]), value: kind,
    change: (to) => { go(to); map().place(); },
  }), told);
  go(kind);
});
