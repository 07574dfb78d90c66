// The blocks of a page: each is a program of its own, but for those of a lab, which share one.

import { Block } from "./block.js";
import { Lab } from "./lab.js";
import { Python } from "./python.js";

/** Return the blocks, ready to be pressed. */
export async function open(elements, settings) {
  await styled(settings.style);
  const python = new Python(settings);
  const blocks = elements.map((element, number) => new Block(element, number, python, settings));
  return settings.lab ? new Lab(blocks, python, settings).blocks : blocks;
}

function styled(href) {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(sheet);
  return new Promise((resolve) => {
    for (const event of ["load", "error"]) sheet.addEventListener(event, resolve, { once: true });
  });
}
