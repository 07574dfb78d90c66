// Playback controls: step, play, reset. With prefers-reduced-motion, play jumps to the end.

import { button, group } from "./controls.js";

const INTERVAL = 125; // ms between two steps
const MAX_STEPS = 10_000; // of a jump to the end

/** The buttons, labelled by `words`: step, play, pause, reset.
 *
 * `step()` advances by one, `done()` tells whether the end is reached, `reset()` goes to the start;
 * at the end, step and play start over. `stop()` of the result stops playback. */
export function player({ words, step, done, reset }) {
  let frame = 0;
  let last = 0;
  const play = button({ name: words.play, press: () => (frame ? stop() : start()) });

  function start() {
    if (done()) reset();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      for (let n = 0; n < MAX_STEPS && !done(); n++) step();
      return;
    }
    play.textContent = words.pause;
    last = -Infinity;
    frame = requestAnimationFrame(tick);
  }
  function tick(now) {
    if (now - last >= INTERVAL) {
      last = now;
      step();
    }
    if (!frame) return; // stopped by the step
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
