// The weights of the first layer as they form. The snippet has drawn a picture of them for each
// epoch, one on top of another, and printed the loss and the accuracy: here nothing is computed.

import { slider, status, words } from "./controls.js";
import { define } from "./element.js";
import { player } from "./player.js";

const PACE = 300; // ms a picture

const SAYS = {
  ko: {
    epoch: "에폭 E",
    told: (E, loss, accuracy) => `에폭 ${E}: 손실 L = ${loss}, 정확도 ${accuracy}`,
  },
  en: {
    epoch: "Epoch E",
    told: (E, loss, accuracy) => `Epoch ${E}: loss L = ${loss}, accuracy ${accuracy}`,
  },
};

/** What the snippet prints under its head: epoch, loss and accuracy, as written. */
export const table = (text) => text.trim().split("\n").slice(1).map((row) => row.trim().split(/\s+/));

define("training", (element, before, after) => {
  const says = words(SAYS);
  const rows = table(document.querySelector(`#${element.dataset.figure} samp`).textContent);
  const pictures = after.querySelectorAll("image");
  const last = rows.length - 1;
  const every = rows[1][0] - rows[0][0]; // so many epochs
  const line = status();
  let n = last; // as in the still figure

  function draw() {
    pictures.forEach((picture, i) => picture.classList.toggle("still", i !== n));
    line.say(says.told(...rows[n]));
  }
  function move(to) {
    n = to;
    epochs.set(n * every);
    draw();
  }
  const buttons = player({
    step: () => move(n + 1), done: () => n >= last, reset: () => move(0), interval: PACE,
  });
  const epochs = slider({
    name: says.epoch, min: 0, max: last * every, step: every, value: n * every, text: String,
    change: (E) => { buttons.stop(); n = E / every; draw(); },
  });
  element.append(epochs, buttons, line);
  draw();
});
