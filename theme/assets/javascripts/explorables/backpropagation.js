// The graph of L = (wx + b − t)²: one press a step, the values forward, then the slopes back. All
// numbers are read from the drawing, in the order in which the snippet draws them.

import { slider, status, words } from "./controls.js";
import { define } from "./element.js";
import { Plane, shape } from "./plane.js";
import { player } from "./player.js";

const NODES = ["x", "w", "p", "b", "z", "L"]; // in the snippet's order
const ARROWS = ["xp", "wp", "pz", "bz", "zL"]; // for each, forward and back
const PACE = 1200; // ms a step: as long as a formula takes to read

// What each step finds, from the values v and the slopes s; the arrows that lead to it.
const FORWARD = [
  { node: "p", by: ["xp", "wp"], told: (v) => `p = w × x = ${v.w} × ${v.x} = ${v.p}` },
  { node: "z", by: ["pz", "bz"], told: (v) => `z = p + b = ${v.p} + ${v.b} = ${v.z}` },
  { node: "L", by: ["zL"], told: (v) => `L = (z − t)² = (${v.z} − ${v.t})² = ${v.L}` },
];
const BACK = [
  { node: "L", by: [], told: (v, s) => `∂L/∂L = ${s.L}` },
  {
    node: "z", by: ["zL"],
    told: (v, s) => `∂L/∂z = ∂L/∂L × 2(z − t) = ${s.L} × 2(${v.z} − ${v.t}) = ${s.z}`,
  },
  { node: "p", by: ["pz"], told: (v, s) => `∂L/∂p = ∂L/∂z × 1 = ${s.z} × 1 = ${s.p}` },
  { node: "b", by: ["bz"], told: (v, s) => `∂L/∂b = ∂L/∂z × 1 = ${s.z} × 1 = ${s.b}` },
  { node: "w", by: ["wp"], told: (v, s) => `∂L/∂w = ∂L/∂p × x = ${s.p} × ${v.x} = ${s.w}` },
  { node: "x", by: ["xp"], told: (v, s) => `∂L/∂x = ∂L/∂p × w = ${s.p} × ${v.w} = ${s.x}` },
];
const STEPS = FORWARD.length + BACK.length;

const SAYS = {
  ko: {
    step: "단계",
    all: "모두 구해 두었습니다. ‘한 스텝’을 누르면 처음부터 하나씩 다시 구합니다.",
    given: (v) => `주어진 수: x = ${v.x}, w = ${v.w}, b = ${v.b}, t = ${v.t}.`,
    forward: (told) => `앞으로: ${told}`, back: (told) => `뒤로: ${told}`,
  },
  en: {
    step: "Step",
    all: "All is found. Press “Step” to find it again from the start, one number a press.",
    given: (v) => `Given: x = ${v.x}, w = ${v.w}, b = ${v.b}, t = ${v.t}.`,
    forward: (told) => `Forward: ${told}`, back: (told) => `Back: ${told}`,
  },
};

/** The numbers of the drawing, by the names of their circles, with the texts that show them. */
function read(svg) {
  const texts = [...svg.querySelectorAll("text")];
  const plain = texts.map((text) => text.textContent.normalize("NFKC")); // letters are italic
  const [values, slopes] = [1, 2].map((part) => Object.fromEntries(NODES.map((name, n) =>
    [name, { text: texts[3 * n + part], number: plain[3 * n + part] }])));
  const numbers = (of) => Object.fromEntries(NODES.map((name) => [name, of[name].number]));
  const t = plain.at(-1).replace("t = ", "");
  return { values, slopes, v: { ...numbers(values), t }, s: numbers(slopes) };
}

define("backpropagation", (element, svg) => {
  const says = words(SAYS);
  const { values, slopes, v, s } = read(svg);
  const arrows = [...svg.querySelectorAll("g:has(> path)")];
  const circles = [...svg.querySelectorAll("use")];
  const ring = shape(new Plane(svg).layer("ring"), "circle", { r: 10 });
  const [forward, back] = [0, 1].map((way) => (name) => arrows[2 * ARROWS.indexOf(name) + way]);
  const steps = [
    ...FORWARD.map(({ node, by, told }) =>
      ({ node, shown: [values[node].text, ...by.map(forward)], told: says.forward(told(v, s)) })),
    ...BACK.map(({ node, by, told }) =>
      ({ node, shown: [slopes[node].text, ...by.map(back)], told: says.back(told(v, s)) })),
  ];
  const line = status();
  let k = STEPS; // as in the still figure

  function draw() {
    steps.forEach(({ shown }, n) => shown.forEach((part) => {
      part.classList.toggle("still", n >= k);
      part.classList.toggle("now", n === k - 1);
    }));
    const now = steps[k - 1];
    ring.setAttribute("display", now ? "inline" : "none");
    if (now) {
      const circle = circles[NODES.indexOf(now.node)];
      for (const side of ["x", "y"]) ring.setAttribute(`c${side}`, circle.getAttribute(side));
    }
    line.say(now ? now.told.replace(/ − /g, "\u00a0−\u00a0") : says.given(v)); // unbroken, too
  }
  function move(to) {
    k = to;
    place.set(k);
    draw();
  }
  const buttons = player({
    step: () => move(k + 1), done: () => k >= STEPS, reset: () => move(0), interval: PACE,
  });
  const place = slider({
    name: says.step, min: 0, max: STEPS, step: 1, value: k, text: (now) => `${now} / ${STEPS}`,
    change: (to) => { buttons.stop(); k = to; draw(); },
  });
  ring.setAttribute("display", "none");
  line.say(says.all);
  element.append(buttons, line, place);
});
