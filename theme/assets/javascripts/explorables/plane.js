// Where data lie in a drawing. booksite/figures.py writes into each SVG where its axes are and what
// they show (data-axes); a Plane turns data into the SVG's units and back, and gives layers to draw
// on. Nothing is measured before the reader acts: a figure far down the page has no layout yet.

const SVG = "http://www.w3.org/2000/svg";
const FAR = 1e5; // units; a renderer counts in 32-bit numbers
let clips = 0;

/** Make an SVG element inside another. */
export function shape(parent, name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

const linear = (value) => value;
const logarithm = (value) => Math.log10(Math.max(value, Number.MIN_VALUE)); // finite for 0 too
const power = (value) => 10 ** value;

/** One axis: numbers to units and back. */
function axis([min, max], scale, start, length) {
  const [there, back] = scale === "log" ? [logarithm, power] : [linear, linear];
  const unit = length / (there(max) - there(min));
  return {
    min, max,
    at: (value) => start + (there(value) - there(min)) * unit,
    from: (place) => back((place - start) / unit + there(min)),
  };
}

export class Plane {
  constructor(svg, index = 0) {
    const { box: [left, top, width, height], x, y, scale } = JSON.parse(svg.dataset.axes)[index];
    Object.assign(this, { svg, left, top, width, height });
    this.x = axis(x, scale[0], left, width);
    this.y = axis(y, scale[1], top + height, -height);
  }

  at(x, y) { return [this.x.at(x), this.y.at(y)]; }
  from(px, py) { return [this.x.from(px), this.y.from(py)]; }

  /** The data under a pointer. */
  pointer({ clientX, clientY }) {
    const place = new DOMPoint(clientX, clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return this.from(place.x, place.y);
  }

  /** The nearest point within the axes. */
  within([x, y]) {
    const held = (value, { min, max }) => Math.min(Math.max(value, min), max);
    return [held(x, this.x), held(y, this.y)];
  }

  /** A <g> over what is drawn; nothing in it shows outside the axes. */
  layer(className) {
    const id = `clip-${clips++}`;
    const { left: x, top: y, width, height } = this;
    shape(shape(this.svg, "clipPath", { id }), "rect", { x, y, width, height });
    return shape(this.svg, "g", {
      class: `layer ${className}`, "clip-path": `url(#${id})`, "aria-hidden": "true",
    });
  }

  /** The line through points of data, as the d of a <path>. It ends far outside, if it gets there. */
  path(points) {
    const places = [];
    for (const [x, y] of points) {
      let place = this.at(x, y);
      if (!place.every(Number.isFinite)) break;
      const far = Math.max(...place.map(Math.abs)) > FAR;
      if (far && !places.length) break;
      if (far) { // keep the direction, not the length
        const from = places.at(-1);
        const reach = Math.max(...place.map((to, i) => Math.abs(to - from[i]))) / FAR;
        place = place.map((to, i) => from[i] + (to - from[i]) / reach);
      }
      places.push(place);
      if (far) break;
    }
    return places.map((place, i) => (i ? "L" : "M") + place.map((n) => n.toFixed(2))).join("");
  }

  /** The same points as the d of a <path> of dots: strokes of no length, with round ends. */
  dots(points) {
    const near = (place) => place.every((n) => Math.abs(n) < FAR);
    return points.map(([x, y]) => this.at(x, y)).filter(near)
      .map((place) => `M${place.map((n) => n.toFixed(2))}h0`).join("");
  }

  /** Hide on screens what the snippet drew in the colours C0, C1, …: the explorable draws it anew.
   *
   * What counts is the colour as shown, however the drawing says it. */
  replace(...colours) {
    const probe = shape(this.svg, "path");
    const shown = colours.map((colour) => {
      probe.style.stroke = `var(--figure-${colour})`;
      return getComputedStyle(probe).stroke;
    });
    probe.remove();
    for (const part of this.svg.querySelectorAll(":is(path, use):not(defs *, .layer *)")) {
      const { fill, stroke } = getComputedStyle(part);
      if (shown.includes(fill) || shown.includes(stroke)) part.classList.add("still");
    }
  }
}
