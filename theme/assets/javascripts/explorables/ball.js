// A ball that rolls along a path and leaves a trail.

import { shape } from "./plane.js";

const NEAR = 0.5; // user units: a ball that is so near its end stands there

/** A ball on the plane, whose `pace` is in steps a millisecond, whatever the screen's rate.
 *
 * `roll(path)` lets it go from the start, `follow(path)` keeps it where it is on another path.
 * `rest()` is called when a roll has come to its end; with prefers-reduced-motion, at once. */
export function ball(plane, { pace, rest = () => {} }) {
  const trail = shape(plane.layer("roll"), "path");
  const dot = shape(plane.layer("roll"), "path", { class: "ball" });
  let path;
  let shown = Infinity; // so many steps of it
  let frame = 0;

  function show(n) {
    shown = n;
    trail.setAttribute("d", plane.path(path.slice(0, n + 1)));
    dot.setAttribute("d", plane.dots([path[n]]));
  }
  /** The step from which the ball moves no more that the eye could see. */
  function last() {
    const [x, y] = plane.at(...path.at(-1));
    const far = ([a, b]) => Math.max(Math.abs(a - x), Math.abs(b - y)) > NEAR;
    return path.findLastIndex((point) => far(plane.at(...point))) + 1;
  }
  function follow(to) {
    stop(); // a roll down the path before
    path = to;
    show(Math.min(shown, path.length - 1));
  }
  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
  }
  function roll(to) {
    stop();
    path = to;
    const end = last();
    const began = performance.now();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const next = () => {
      const n = still ? end : Math.min(end, Math.floor((performance.now() - began) * pace));
      show(n < end ? n : path.length - 1);
      if (n < end) frame = requestAnimationFrame(next);
      else rest();
    };
    next();
  }
  return { follow, roll, stop };
}
