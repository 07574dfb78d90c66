// Playback controls: step, play, reset. With prefers-reduced-motion, play jumps to the end.

import { button, group, words } from "./controls.js";

const INTERVAL = 125; // ms between two steps, whatever the screen's rate of frames
const ASLEEP = 1000; // ms that a step is late: the tab was hidden, and nothing is caught up
const MAX_STEPS = 10_000; // of a jump to the end

const SAYS = {
  ko: { step: "한 스텝", play: "재생", pause: "멈춤", reset: "처음으로" },
  en: { step: "Step", play: "Play", pause: "Pause", reset: "Back to the start" },
};

/** The buttons: step, play or pause, reset.
 *
 * `step()` advances by one, `done()` tells whether the end is reached, `reset()` goes to the start;
 * at the end, step and play start over. Playing takes a step each `interval`. `stop()` of the result
 * stops playback. */
export function player({ step, done, reset, interval = INTERVAL }) {
  const says = words(SAYS);
  let frame = 0;
  let due; // when the next step is
  const play = button({ name: says.play, press: () => (frame ? stop() : start()) });

  function start() {
    if (done()) reset();
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      for (let n = 0; n < MAX_STEPS && !done(); n++) step();
      return;
    }
    play.textContent = says.pause;
    due = -Infinity;
    frame = requestAnimationFrame(tick);
  }
  function tick(now) {
    if (now - due > ASLEEP) due = now;
    for (; due <= now && !done(); due += interval) step();
    if (!frame) return; // stopped by the step
    if (done()) stop();
    else frame = requestAnimationFrame(tick);
  }
  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
    play.textContent = says.play;
  }

  const element = group(
    button({ name: says.step, press: () => { stop(); if (done()) reset(); step(); } }),
    play,
    button({ name: says.reset, press: () => { stop(); reset(); } }),
  );
  return Object.assign(element, { stop });
}
