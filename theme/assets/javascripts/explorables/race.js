// Six optimizers race on one of three landscapes from a draggable start. A new start computes all
// steps at once; playing changes only the step that is shown.

import { choice, named, point, slider, status, words } from "./controls.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { himmelblau, ravine, rosenbrock } from "./landscapes.js";
import { formulas, run } from "./optimizers.js";
import { Plane } from "./plane.js";
import { player } from "./player.js";
import { legend } from "./race-legend.js";
import { RUNNERS, track } from "./race-runners.js";

const STEPS = 200;
const DIVERGED = 1e6; // values of f above all that the figure shows

// As in the panels of the snippet: landscape, start, learning rates in the order of RUNNERS.
const GROUNDS = {
  ravine: [ravine, [-7, 2], [0.8, 0.05, 0.5, 5, 0.1, 0.2]],
  himmelblau: [himmelblau, [1, 5], [0.01, 0.005, 0.005, 1, 0.02, 0.1]],
  rosenbrock: [rosenbrock, [-1.2, 1], [0.001, 0.001, 0.001, 1, 0.1, 0.3]],
};

const SAYS = {
  ko: {
    ground: "땅", ravine: "골짜기", himmelblau: "힘멜블라우", rosenbrock: "로젠브록",
    start: "출발점", t: "스텝 k", stateless: "기억 없음",
    begin: (f) => `여섯 모두 출발점에 있습니다. ${f}`,
    lowest: (t, name, f) => `스텝 ${t}: 가장 낮은 것은 ${name}입니다. ${f}`,
    away: (names) => `발산: ${names}.`, none: "모두 숨겼습니다.",
  },
  en: {
    ground: "Ground", ravine: "Ravine", himmelblau: "Himmelblau", rosenbrock: "Rosenbrock",
    start: "Start", t: "Step k", stateless: "remembers nothing",
    begin: (f) => `All six are at the start, ${f}.`,
    lowest: (t, name, f) => `Step ${t}: ${name} is lowest, ${f}.`,
    away: (names) => `Diverged: ${names}.`, none: "All are hidden.",
  },
};

define("race", (element, ...svgs) => {
  const says = words(SAYS);
  const keys = Object.keys(GROUNDS);
  const grounds = keys.map((key, i) => open(new Plane(svgs[i]), ...GROUNDS[key]));
  let ground = grounds[0];
  let t = STEPS; // as in the still figure
  let turn = 0;

  /** A landscape with the tracks of all optimizers and the handle of their start. */
  function open(plane, landscape, start, rates) {
    plane.replace(0, 1, 2, 3, 4, 5);
    const layer = plane.layer("tracks"); // one for all: each has a clip that a move looks through
    const tracks = RUNNERS.map((runner) => track(plane, layer, runner));
    const each = { plane, landscape, rates, tracks };
    const race = (at) => {
      each.races = RUNNERS.map(({ name }, i) =>
        run(formulas[name](rates[i]), landscape.gradient, at, STEPS));
    };
    handle(plane, {
      name: says.start, at: start, step: 0.1, text: point,
      move: (at) => { race(at); drawOne(); }, drop: () => draw(),
    });
    race(start);
    return each;
  }

  /** Draw the tracks, and tell all rows of the legend where the runners are, or one of them. */
  function draw(row) {
    const { landscape, races, rates, tracks } = ground;
    const places = RUNNERS.map(({ name }, i) => {
      const states = races[i];
      const f = landscape.value(states[t].map(({ x }) => x));
      const shown = runners.rows[i].isShown();
      if (row === undefined || row === i) runners.rows[i].show({ rate: rates[i], f, states, t });
      tracks[i].show(shown && states.slice(0, t + 1));
      return { name, f, shown };
    });
    line.say(told(places.filter(({ shown }) => shown)));
  }
  /** In a drag each move tells one row, in turn: nobody reads six at once. */
  function drawOne() {
    turn = (turn + 1) % RUNNERS.length;
    draw(turn);
  }
  function told(places) {
    if (!places.length) return says.none;
    if (t === 0) return says.begin(named("f", places[0].f));
    const near = places.filter(({ f }) => f < DIVERGED).sort((a, b) => a.f - b.f);
    const away = places.filter(({ f }) => !(f < DIVERGED)).map(({ name }) => name); // NaN, too
    const said = near.slice(0, 1).map(({ name, f }) => says.lowest(t, name, named("f", f)));
    return [...said, ...(away.length ? [says.away(away.join(", "))] : [])].join(" ");
  }

  /** Show one landscape; print shows all three. */
  function go(key) {
    buttons.stop();
    ground = grounds[keys.indexOf(key)];
    svgs.forEach((svg) => svg.classList.toggle("resting", svg !== ground.plane.svg));
    draw();
  }
  function move(to) {
    t = to;
    steps.set(t);
    draw();
  }

  const steps = slider({
    name: says.t, min: 0, max: STEPS, step: 1, value: t, text: String,
    change: (to) => { buttons.stop(); t = to; drawOne(); }, drop: () => draw(),
  });
  const buttons = player({
    step: () => move(t + 1), done: () => t >= STEPS, reset: () => move(0),
  });
  const line = status();
  const runners = legend(says.stateless, () => draw());
  const options = keys.map((key) => [key, says[key]]);
  element.append(
    choice({ name: says.ground, options, value: keys[0], change: go }),
    steps, buttons, line, runners,
  );
  go(keys[0]);
});
