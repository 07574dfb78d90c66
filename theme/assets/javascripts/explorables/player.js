// Step, play, and back to the start. Who asks for less motion sees where playing leads, at once.

import { button, group } from "./controls.js";

const PAUSE = 125; // ms between two steps of play
const MOST = 10_000; // steps that a jump to the end may take

/** The buttons, named by `words`: step, play, pause, reset.
 *
 * `step()` goes on by one, `done()` says that there is nowhere to go, `reset()` goes back; at the
 * end, step and play begin anew. `stop()` of the result ends playing. */
export function player({ words, step, done, reset }) {
  let frame = 0;
  let last = 0;
  const play = button({ name: words.play, press: () => (frame ? stop() : start()) });

  function start() {
    if (done()) reset();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      for (let n = 0; n < MOST && !done(); n++) step();
      return;
    }
    play.textContent = words.pause;
    last = -Infinity;
    frame = requestAnimationFrame(tick);
  }
  function tick(now) {
    if (now - last >= PAUSE) {
      last = now;
      step();
    }
    if (!frame) return; // the step has ended the play
    if (done()) stop();
    else frame = requestAnimationFrame(tick);
  }
  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    play.textContent = words.play;
  }

  const element = group(
    button({ name: words.step, press: () => { stop(); if (done()) reset(); step(); } }),
    play,
    button({ name: words.reset, press: () => { stop(); reset(); } }),
  );
  return Object.assign(element, { stop });
}
