// Coordinate transforms of a figure. The build writes position and limits of each SVG's axes into
// data-axes; a Plane maps data coordinates to user units of the SVG and back, and adds layers to
// draw on. It reads no layout before an event: a figure that is off-screen may have none yet.

const SVG = "http://www.w3.org/2000/svg";
const FAR = 1e5; // user units; renderers use 32-bit floats
let clips = 0;

/** Make an SVG element inside another. */
export function shape(parent, name, attributes = {}) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

const linear = (value) => value;
const logarithm = (value) => Math.log10(Math.max(value, Number.MIN_VALUE)); // finite for 0, too
const power = (value) => 10 ** value;

/** One axis: data coordinates to user units and back. */
function axis([min, max], scale, start, length) {
  const [forward, inverse] = scale === "log" ? [logarithm, power] : [linear, linear];
  const unit = length / (forward(max) - forward(min));
  return {
    min, max,
    at: (value) => start + (forward(value) - forward(min)) * unit,
    from: (position) => inverse((position - start) / unit + forward(min)),
  };
}

const clampTo = ({ min, max }, value) => Math.min(Math.max(value, min), max);
const hundredths = (n) => Math.round(n * 100) / 100 + 0; // no −0
const isNear = (x, y) => Math.abs(x) < FAR && Math.abs(y) < FAR;

export class Plane {
  constructor(svg, index = 0) {
    const { box: [left, top, width, height], x, y, scale } = JSON.parse(svg.dataset.axes)[index];
    Object.assign(this, { svg, left, top, width, height });
    this.x = axis(x, scale[0], left, width);
    this.y = axis(y, scale[1], top + height, -height);
  }

  at(x, y) { return [this.x.at(x), this.y.at(y)]; }
  from(px, py) { return [this.x.from(px), this.y.from(py)]; }

  /** The matrix from the screen to user units. It reads layout: take it once a drag. */
  toUnits() { return this.svg.getScreenCTM().inverse(); }

  /** The place of a pointer event in user units. */
  units({ clientX, clientY }, toUnits) {
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toUnits);
    return [x, y];
  }

  /** The data coordinates of a pointer event. */
  pointer(event) { return this.from(...this.units(event, this.toUnits())); }

  /** The nearest point within the axes. */
  clamp([x, y]) {
    return [clampTo(this.x, x), clampTo(this.y, y)];
  }

  /** A <g> over the drawing, clipped to the axes. */
  layer(className) {
    const id = `clip-${clips++}`;
    const { left: x, top: y, width, height } = this;
    shape(shape(this.svg, "clipPath", { id }), "rect", { x, y, width, height });
    return shape(this.svg, "g", {
      class: `layer ${className}`, "clip-path": `url(#${id})`, "aria-hidden": "true",
    });
  }

  /** Path data of the polyline through data points; it ends where it leaves the range of floats. */
  path(points) { // without an array a point: garbage is collected in the middle of a drag
    let data = "";
    let [lastX, lastY] = [NaN, NaN]; // the place before, as it is drawn
    for (let n = 0; n < points.length; n++) {
      let x = this.x.at(points[n][0]);
      let y = this.y.at(points[n][1]);
      const near = isNear(x, y);
      if (!near) { // keep the direction, not the length
        const reach = Math.max(Math.abs(x - lastX), Math.abs(y - lastY)) / FAR;
        if (!Number.isFinite(reach)) break; // nor is there one without a place before
        [x, y] = [lastX + (x - lastX) / reach, lastY + (y - lastY) / reach];
      }
      [x, y] = [hundredths(x), hundredths(y)];
      if (x !== lastX || y !== lastY) data += `${data ? "L" : "M"}${x},${y}`;
      [lastX, lastY] = [x, y];
      if (!near) break;
    }
    return data;
  }

  /** Path data of dots at data points: zero-length segments, drawn by stroke-linecap: round. */
  dots(points) {
    return points.map(([x, y]) => this.at(x, y)).filter((place) => isNear(...place))
      .map((place) => `M${place.map((n) => n.toFixed(2))}h0`).join("");
  }

  /** Hide on screens what the snippet drew in the colours C0, C1, …: the explorable redraws it.
   *
   * Elements are selected by computed colour, whatever attribute or rule sets it. */
  replace(...colours) {
    const probe = shape(this.svg, "path");
    const shown = colours.map((colour) => {
      probe.style.stroke = `var(--figure-${colour})`;
      return getComputedStyle(probe).stroke;
    });
    probe.remove();
    const parts = [...this.svg.querySelectorAll(":is(path, use):not(defs *, .layer *)")];
    const still = parts.filter((part) => { // found before one is changed: styled once
      const { fill, stroke } = getComputedStyle(part);
      return shown.includes(fill) || shown.includes(stroke);
    });
    for (const part of still) part.classList.add("still");
  }
}
