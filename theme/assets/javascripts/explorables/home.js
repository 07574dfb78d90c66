// The home page: a ball that rolls down the field of arrows, −∇f, from where the reader puts it.

import { html, number, point, words } from "./controls.js";
import { descend } from "./descent.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { bowl } from "./landscapes.js";
import { Plane, shape } from "./plane.js";

const RATE = 0.02; // so small that the steps look like rolling
const STEPS = 180;
const STEPS_A_MS = 0.06; // whatever the screen's rate of frames

const SAYS = {
  ko: {
    ball: "공을 놓을 곳",
    how: "네모를 끌거나 그림의 아무 곳이나 눌러 공을 굴려 보세요.",
  },
  en: {
    ball: "Where the ball starts",
    how: "Drag the square, or press anywhere in the picture: the ball rolls from there.",
  },
};

define("home", (element, svg) => {
  const says = words(SAYS);
  const plane = new Plane(svg);
  const trail = shape(plane.layer("roll"), "path");
  const ball = shape(plane.layer("roll"), "path", { class: "ball" });
  let path;
  let shown; // so many steps of it
  let frame;

  function show(n) {
    shown = n;
    trail.setAttribute("d", plane.path(path.slice(0, n + 1)));
    ball.setAttribute("d", plane.dots([path[n]]));
  }
  /** Another start, as it is dragged: trail and ball go along. */
  function move(at) {
    ({ path } = descend(bowl, at, RATE, STEPS));
    show(Math.min(shown, path.length - 1));
  }
  function roll(at) {
    cancelAnimationFrame(frame);
    ({ path } = descend(bowl, at, RATE, STEPS));
    const began = performance.now();
    // Who asks for less motion sees at once where the ball goes.
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const next = () => {
      const last = path.length - 1;
      const n = still ? last : Math.min(last, Math.floor((performance.now() - began) * STEPS_A_MS));
      show(n);
      if (n < last) frame = requestAnimationFrame(next);
    };
    next();
  }

  const at = [1.5, 2];
  const square = handle(plane, {
    name: says.ball, at, step: 0.25, snap: 0.01, move, drop: roll, className: "start",
    text: (x) => `${point(x)}, f = ${number(bowl.value(x), 4)}`,
  });
  svg.addEventListener("click", (event) => {
    if (square.element.contains(event.target)) return; // it was dragged
    const pressed = plane.clamp(plane.pointer(event));
    square.place(pressed);
    roll(pressed);
  });
  element.append(html("p", {}, says.how));
  roll(at);
});
