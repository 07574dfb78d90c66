// The home page: a ball that rolls down the field of arrows, −∇f, from where the reader puts it.

import { ball } from "./ball.js";
import { html, number, point, words } from "./controls.js";
import { descend } from "./descent.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { bowl } from "./landscapes.js";
import { Plane } from "./plane.js";

const RATE = 0.02; // so small that the steps look like rolling
const STEPS = 180;

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
  const rolling = ball(plane, { pace: 0.06 });
  const down = (from) => descend(bowl, from, RATE, STEPS).path;
  const at = [1.5, 2];
  handle(plane, {
    name: says.ball, at, step: 0.25, snap: 0.01, anywhere: true, className: "start",
    move: (from) => rolling.follow(down(from)), drop: (from) => rolling.roll(down(from)),
    text: (x) => `${point(x)}, f = ${number(bowl.value(x), 4)}`,
  });
  element.append(html("p", {}, says.how));
  rolling.roll(down(at));
});
