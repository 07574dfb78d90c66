// Drop a ball anywhere on one of four landscapes: where does it end?

import { ball } from "./ball.js";
import { choice, named, number, point, status, words } from "./controls.js";
import { define } from "./element.js";
import { fall, GROUNDS, STEPS } from "./fall.js";
import { handle } from "./handle.js";
import { Plane } from "./plane.js";

const SAYS = {
  ko: {
    ground: "땅", himmelblau: "힘멜블라우", saddle: "안장", ravine: "골짜기", plateau: "평평한 곳",
    start: "공을 놓을 곳", guess: "어디에서 멈출까요?",
    end: (x, f) => `${STEPS}스텝 뒤 ${x}, ${f}.`,
    left: () => "그림 밖으로 굴러 나갔습니다.",
    arrived: ({ letter }) => `${letter ? `별 ${letter}` : "별"}에 닿았습니다.`,
    stopped: ({ length }) => `별이 아닌데 멈춘 듯합니다. ${length}`,
    rolling: ({ far }) => `아직 굴러가고 있습니다. 별까지 ${far} 남았습니다.`,
  },
  en: {
    ground: "Ground", himmelblau: "Himmelblau", saddle: "Saddle", ravine: "Ravine",
    plateau: "Plateau",
    start: "Where the ball starts", guess: "Where will it end?",
    end: (x, f) => `After ${STEPS} steps ${x}, ${f}.`,
    left: () => "It has rolled out of the picture.",
    arrived: ({ letter }) => `It has reached ${letter ? `star ${letter}` : "the star"}.`,
    stopped: ({ length }) => `No star is here, yet it hardly moves: ${length}.`,
    rolling: ({ far }) => `It is still rolling: ${far} is left to the star.`,
  },
};

define("drop", (element, ...svgs) => {
  const says = words(SAYS);
  const keys = Object.keys(GROUNDS);
  const line = status();
  const grounds = keys.map((key, i) => open(key, new Plane(svgs[i])));
  let ground;

  /** A landscape with its ball and the handle of its start. */
  function open(key, plane) {
    plane.replace(0, 1);
    const [landscape, start] = GROUNDS[key];
    const inside = (x) => plane.clamp(x).every((n, i) => n === x[i]);
    let fallen = fall(key, start, inside);
    const tell = () => {
      const { end, kind, nearest, far, length } = fallen;
      const letter = landscape.minima.length > 1 ? "ABCD"[nearest] : "";
      const told = says[kind]({ letter, far: number(far, 3), length: named("‖∇f‖", length) });
      const where = says.end(point(end), named("f", landscape.value(end)));
      line.say(kind === "left" ? told : `${where} ${told}`);
    };
    const rolling = ball(plane, { pace: 0.25, rest: tell });
    handle(plane, {
      name: says.start, at: start, step: 0.1, text: point, anywhere: true,
      move: (from) => {
        fallen = fall(key, from, inside);
        rolling.follow(fallen.path);
        tell();
      },
      drop: () => {
        line.say(says.guess);
        rolling.roll(fallen.path);
      },
    });
    rolling.follow(fallen.path);
    return { plane, tell, rolling };
  }

  /** Show one landscape; print shows all four. */
  function go(key) {
    ground?.rolling.stop();
    ground = grounds[keys.indexOf(key)];
    svgs.forEach((svg) => svg.classList.toggle("resting", svg !== ground.plane.svg));
    ground.tell();
  }
  const options = keys.map((key) => [key, says[key]]);
  element.append(choice({ name: says.ground, options, value: keys[0], change: go }), line);
  go(keys[0]);
});
