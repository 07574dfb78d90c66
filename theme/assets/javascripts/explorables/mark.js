// What can be dragged looks like nothing that a plot draws: a knob between arrows. Until anything
// in the figure has been moved, a label beside it says so, and a halo spreads from it three times.

import { words } from "./controls.js";
import { shape } from "./plane.js";

const TARGET = 15; // radius in user units: at least 24 px across in the narrowest drawing
const SIDEWAYS = "M-13.5 0l4.5-4v8zM13.5 0l-4.5-4v8z";
const VERTICAL = "M0-13.5l-4 4.5h8zM0 13.5l-4-4.5h8z";
const ARROWS = { sideways: SIDEWAYS, vertical: VERTICAL, both: SIDEWAYS + VERTICAL };
const ROOM = 26; // user units that the label needs above or below
const HALF = 26; // of the label's width, in user units
const PULSE = [{ transform: "scale(0.4)", opacity: 0.7 }, { transform: "scale(1.6)", opacity: 0 }];

const SAYS = { ko: "끌어 보세요", en: "drag me" };

/** The mark at the origin of a <g>, which its owner translates, with arrows the way it moves. */
export function mark(plane, { way, ...attributes }) {
  const element = shape(plane.svg, "g", attributes);
  shape(element, "circle", { class: "halo", r: TARGET });
  shape(element, "circle", { class: "target", r: TARGET });
  shape(element, "path", { class: "arrows", d: ARROWS[way] });
  shape(element, "rect", { class: "knob", x: -5.5, y: -5.5, width: 11, height: 11, rx: 5.5 });
  return element;
}

/** Where the label stands: away from the middle, if there is room, or else at the wider side. */
function beside({ left, top, width, height }, [x, y]) {
  const [below, right] = [y > top + height / 2, x > left + width / 2];
  if ((below ? top + height - y : y - top) > ROOM) {
    const within = Math.min(Math.max(x, left + HALF), left + width - HALF);
    return { x: within, y: below ? y + 25 : y - 18, "text-anchor": "middle" };
  }
  return { x: right ? x - 18 : x + 18, y: y + 3.5, "text-anchor": right ? "end" : "start" };
}

/** Invite the reader to move the mark, which stands at a data point. */
export function invite(plane, element, at) {
  const attributes = { class: "hint", "aria-hidden": "true", ...beside(plane, plane.at(...at)) };
  shape(plane.svg, "text", attributes).textContent = words(SAYS);
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  new IntersectionObserver((entries, observer) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    element.firstChild.animate(PULSE, { duration: 1500, iterations: 3, easing: "ease-out" });
  }, { threshold: 0.5 }).observe(plane.svg);
}

/** Something has been moved: no label of the figure is needed any more, and no halo. */
export function moved(plane) {
  const drawing = plane.svg.parentElement;
  const hints = drawing.querySelectorAll(".hint");
  for (const hint of hints) hint.remove();
  if (hints.length) for (const halo of drawing.getAnimations({ subtree: true })) halo.cancel();
}
