// Explorable: the gradient field of the ravine, with a movable probe, a direction u and the sign of
// the arrows.

import { choice, group, html, number, point, slider, status, typeset, words } from "./controls.js";
import { define } from "./element.js";
import { handle } from "./handle.js";
import { Plane } from "./plane.js";
import { DOMAIN, Probe, reading } from "./probe.js";

const STEP = 0.05;
const clamp = (value, [min, max]) => Math.min(Math.max(value, min), max);

const SAYS = {
  ko: {
    point: "점", arrows: "화살표", direction: "방향 u",
    long: (length) => `화살표의 길이 ${length}`,
    turned: (degrees, slope) => `${degrees}°, 변화율 ${slope}`,
    flat: "∇f = 0입니다. 어느 방향으로도 변화율이 0입니다.",
    up: "u는 ∇f의 방향입니다. 변화율이 가장 큽니다.",
    down: "u는 ∇f의 반대 방향입니다. 변화율이 가장 작습니다.",
    along: "u는 등고선의 접선을 따라갑니다. 변화율이 거의 0입니다.",
    uphill: "u 쪽은 오르막입니다.",
    downhill: "u 쪽은 내리막입니다.",
  },
  en: {
    point: "Point", arrows: "Arrows", direction: "Direction u",
    long: (length) => `length of the arrow ${length}`,
    turned: (degrees, slope) => `${degrees}°, slope ${slope}`,
    flat: "∇f = 0: the slope is 0 in every direction.",
    up: "u points the way of ∇f. The slope is largest.",
    down: "u points against ∇f. The slope is smallest.",
    along: "u follows the tangent of the contour line. The slope is almost 0.",
    uphill: "In the direction of u the ground rises.",
    downhill: "In the direction of u the ground falls.",
  },
};

define("field", (element, svg) => {
  const says = words(SAYS);
  const plane = new Plane(svg);
  plane.replace(0); // the arrows of the snippet
  const probe = new Probe(plane);
  let [x, degrees, sign] = [[1.2, 0.6], 30, -1];

  const numbers = html("p", { class: "numbers" });
  const line = status();
  const knob = handle(plane, {
    name: says.point, at: x, step: STEP, move, anywhere: true,
    text: (at) => `${point(at)}, ${says.long(number(reading(at, 0).length))}`,
  });
  const direction = slider({
    name: says.direction, min: 0, max: 360, step: 1, value: degrees,
    text: (turned) => says.turned(turned, number(reading(x, turned).slope)),
    change: (turned) => { degrees = turned; show(); },
    marks: [0, 90, 180, 270, 360].map((at) => ({ at, label: `${at}°` })),
  });
  const signs = choice({
    name: says.arrows, options: [["-1", "−∇f"], ["1", "+∇f"]], value: "-1",
    change: (chosen) => { sign = Number(chosen); probe.turn(sign); show(); },
  });

  /** Move the probe, clamped to the domain of the field. */
  function move([x0, x1]) {
    x = [clamp(x0, DOMAIN.x0), clamp(x1, DOMAIN.x1)];
    knob.place(x);
    direction.set(degrees); // its text holds the slope, which has changed
    show();
  }

  function verdict({ slope, theta }) {
    if (theta === null) return says.flat;
    const special = { 0: says.up, 90: says.along, 180: says.down };
    return special[Math.round(theta)] ?? (slope > 0 ? says.uphill : says.downhill);
  }
  function show() {
    const now = reading(x, degrees);
    probe.show(x, now);
    const [g0, g1] = now.gradient.map((n) => number(sign * n));
    const written = [
      `${sign < 0 ? "−" : "+"}∇f = (${g0}, ${g1})`,
      `‖∇f‖ = ${number(now.length)}`,
      `θ = ${now.theta === null ? "–" : `${Math.round(now.theta)}°`}`,
      `∇f · u = ‖∇f‖ cos θ = ${number(now.slope)}`,
    ];
    numbers.replaceChildren(...written.map((each) => typeset(html("span"), each)));
    line.say(verdict(now));
  }

  element.append(direction, group(signs), numbers, line);
  probe.turn(sign);
  show();
});
