// What stands under an explorable's drawing: sliders, buttons, choices, and a line that tells how
// things are. Each function returns an element to append, with what it can do as its methods.

let ids = 0;

/** The entry for the language of the page. */
export const words = (table) => table[document.documentElement.lang];

/** A number for readers: a real minus sign, no more than `digits` behind the point. */
export const number = (value, digits = 2) =>
  String(Number(value.toFixed(digits)) + 0).replace("-", "−");

/** A point of the plane, as said and written in either language. */
export const point = ([x0, x1], digits = 2) =>
  `x₀ = ${number(x0, digits)}, x₁ = ${number(x1, digits)}`;

/** Make an HTML element. */
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Controls side by side. */
export const group = (...controls) => html("div", { class: "controls" }, ...controls);

export function button({ name, press }) {
  const element = html("button", { type: "button" }, name);
  element.addEventListener("click", press);
  return element;
}

/** A range with its name and its value in words above it, and marks below.
 *
 * On a logarithmic scale min, max and value are numbers, and step is a part of a decade. */
export function slider({ name, min, max, step, value, text, change, marks = [], log = false }) {
  const id = `slider-${ids++}`;
  const there = log ? Math.log10 : Number;
  // 10 ** -5 is not 1e-5 to the last bit everywhere; what is written in digits is.
  const back = (n) => (!log ? n : Number.isInteger(n) ? Number(`1e${n}`) : 10 ** n);
  const [low, high] = [there(min), there(max)];
  const input = html("input", { type: "range", id, min: low, max: high, step });
  const shown = html("output", { for: id, "aria-live": "off" }); // the range speaks for itself
  const marked = marks.map(({ at, label }) => html("span", {
    style: `--at: ${(there(at) - low) / (high - low)}`, "aria-hidden": "true",
  }, label));
  const element = html("div", { class: "slider" },
    html("label", { for: id }, name), shown, input, html("div", { class: "marks" }, ...marked));
  const read = () => back(Number(input.value));
  const tell = () => {
    shown.value = text(read());
    input.setAttribute("aria-valuetext", text(read()));
  };
  input.addEventListener("input", () => { tell(); change(read()); });
  const set = (wanted) => { input.value = there(wanted); tell(); };
  set(value);
  return Object.assign(element, { set });
}

/** One of several: radio buttons, named as a group. */
export function choice({ name, options, value, change }) {
  const group = `choice-${ids++}`;
  const buttons = options.map(([key, label]) => {
    const input = html("input", { type: "radio", name: group, value: key });
    input.checked = key === value;
    input.addEventListener("change", () => change(key));
    return html("label", {}, input, label);
  });
  return html("fieldset", { class: "choice" }, html("legend", {}, name), ...buttons);
}

/** How things are, seen at once and spoken when settled: a drag must not flood who listens. */
export function status() {
  const seen = html("p", { "aria-hidden": "true" });
  const spoken = html("p", { class: "spoken", role: "status" });
  let said = "";
  let timer;
  const say = (text) => {
    if (said === text) return;
    said = text;
    seen.textContent = text.replace(/ ([=×]) /g, "\u00a0$1\u00a0"); // a formula stays on its line
    clearTimeout(timer);
    timer = setTimeout(() => { spoken.textContent = text; }, 400);
  };
  return Object.assign(html("div", { class: "status" }, seen, spoken), { say });
}
