// The controls under an explorable's drawing: sliders, buttons, radio groups, a status line. Each
// function returns an element to append, with methods to update it.

let ids = 0;

/** The strings for the language of the page. */
export const words = (table) => table[document.documentElement.lang];

/** Format a number: a true minus sign, at most `digits` decimals. */
export const number = (value, digits = 2) =>
  String(Number(value.toFixed(digits)) + 0).replace("-", "−");

/** Format with a few significant digits, as a power of ten from 1e5 on and below 1e−4; below 1e−16
 * only that it is. */
export function short(value, digits = 3) {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-16) return value > 0 ? "< 1e−16" : "> −1e−16";
  const long = size >= 1e5 || (size > 0 && size < 1e-4);
  const text = long ? value.toExponential(digits - 1) : String(Number(value.toPrecision(digits)));
  return text.replaceAll("-", "−");
}

/** Format a quantity with its name: f = 0.5, and f < 1e−16 where it is smaller. */
export const named = (name, value, digits) => `${name} = ${short(value, digits)}`.replace(/= (?=[<>])/, "");

/** Format a point of the plane, the same in both languages. */
export const point = ([x0, x1], digits = 2) =>
  `x₀ = ${number(x0, digits)}, x₁ = ${number(x1, digits)}`;

/** Make an HTML element. */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// A letter that stands alone, and Greek: a variable. The words "a" and "I" are none, nor stars A to D.
const VARIABLE = /((?<![A-Za-z0-9])[E-HJ-Zb-z](?![A-Za-z0-9])|[α-ω])/;

/** Write a text, with its variables as formulas have them; what stands there already is left. */
export function typeset(element, text) {
  const parts = text.split(VARIABLE).filter(Boolean);
  const isVariable = (part) => part.length === 1 && VARIABLE.test(part);
  const old = [...element.childNodes];
  const fits = ({ localName }, i) => (localName === "i") === isVariable(parts[i]);
  if (old.length === parts.length && old.every(fits)) { // numbers have changed, and no variable
    old.forEach((node, i) => { if (node.textContent !== parts[i]) node.textContent = parts[i]; });
  } else {
    element.replaceChildren(...parts.map((part) =>
      (isVariable(part) ? html("i", { class: "variable" }, part) : part)));
  }
  return element;
}

/** Controls in a row. */
export const group = (...controls) => html("div", { class: "controls" }, ...controls);

export function button({ name, press }) {
  const element = typeset(html("button", { type: "button" }), name);
  element.addEventListener("click", press);
  return element;
}

/** A range input with its label and formatted value above it, and tick marks below.
 *
 * `change(value)` is called on every change, `drop()` when a drag or a key press has ended it. On a
 * logarithmic scale min, max and value are the numbers, and step is in decades. */
export function slider({
  name, min, max, step, value, text, change, drop = () => {}, marks = [], log = false,
}) {
  const id = `slider-${ids++}`;
  const toScale = log ? Math.log10 : Number;
  // 10 ** -5 is not 1e-5 to the last bit in every engine; a decimal literal is.
  const fromScale = (n) => (!log ? n : Number.isInteger(n) ? Number(`1e${n}`) : 10 ** n);
  const [low, high] = [toScale(min), toScale(max)];
  const input = html("input", { type: "range", id, min: low, max: high, step });
  const shown = html("output", { for: id, "aria-live": "off" }); // the input announces its value
  const marked = marks.map(({ at, label }) => typeset(html("span", {
    style: `--at: ${(toScale(at) - low) / (high - low)}`, "aria-hidden": "true",
  }), label));
  const label = html("label", { for: id });
  const element = html("div", { class: "slider" },
    label, shown, input, html("div", { class: "marks" }, ...marked));
  const read = () => fromScale(Number(input.value));
  const tell = () => {
    shown.value = text(read());
    input.setAttribute("aria-valuetext", text(read()));
  };
  input.addEventListener("input", () => { tell(); change(read()); });
  input.addEventListener("change", drop);
  const set = (wanted) => { input.value = toScale(wanted); tell(); };
  const rename = (to) => {
    typeset(label, to);
    input.setAttribute("aria-label", to); // plain letters
  };
  rename(name);
  set(value);
  return Object.assign(element, { set, rename });
}

/** A labelled group of radio buttons. */
export function choice({ name, options, value, change }) {
  const radioGroup = `choice-${ids++}`;
  const buttons = options.map(([key, label]) => {
    const input = html("input", { type: "radio", name: radioGroup, value: key });
    input.checked = key === value;
    input.addEventListener("change", () => change(key));
    return html("label", {}, input, typeset(html("span", { class: "option" }), label));
  });
  // no <fieldset>: WebKit sets its legend on a line of its own
  const attributes = { class: "choice", role: "radiogroup", "aria-label": name };
  const title = html("span", { class: "title", "aria-hidden": "true" });
  const element = html("div", attributes, typeset(title, name), ...buttons);
  const set = (key) => { element.querySelector(`[value="${key}"]`).checked = true; };
  return Object.assign(element, { set });
}

/** A status line: shown at once, announced to screen readers debounced, or a drag floods them. */
export function status() {
  const seen = html("p", { "aria-hidden": "true" });
  const spoken = html("p", { class: "spoken", role: "status" });
  let said = "";
  let timer;
  const say = (text) => {
    if (said === text) return;
    said = text;
    typeset(seen, text.replace(/ ([=×<>]) /g, "\u00a0$1\u00a0")); // unbroken formulas
    clearTimeout(timer);
    const tell = () => { spoken.textContent = text; };
    if (spoken.textContent) timer = setTimeout(tell, 400);
    else tell(); // what stands there from the start is no news
  };
  return Object.assign(html("div", { class: "status" }, seen, spoken), { say });
}
