// What a run prints and draws, where the results of the build stand; those are hidden meanwhile.

const BUILT = ".snippet-figures, .snippet-output, [data-figure]";

const make = (name, className, text = "") =>
  Object.assign(document.createElement(name), { className, textContent: text });

export class Results {
  constructor(element, words) {
    this.words = words;
    const folded = element.closest(".figure-code");
    this.figure = folded ? folded.previousElementSibling : element.closest("figure");
    this.caption = this.figure?.querySelector("figcaption");
    this.element = element;
    this.shown = make("div", "book-results");
    const after = this.built.at(-1) ?? element;
    if (this.caption) this.caption.before(this.shown);
    else after.after(this.shown);
  }

  /** What the build shows; asked for each time, for an explorable may come into the figure later. */
  get built() {
    if (this.figure) return [...this.figure.querySelectorAll(`:scope > :is(${BUILT})`)];
    const next = this.element.nextElementSibling;
    return next?.matches(BUILT) ? [next] : [];
  }

  get isEmpty() { return !this.shown.childElementCount; }

  /** A run begins: its output comes as it is printed. The error of the last one is no more true. */
  begin() {
    this.shown.querySelector(".book-error")?.remove();
    delete this.shown.dataset.mark;
    this.output = make("samp", "");
    this.fresh = true;
  }

  print(text) {
    this.clear();
    if (!this.output.isConnected) {
      const pre = make("pre", "snippet-output");
      pre.tabIndex = 0; // what may have to be scrolled sideways is reached by the keyboard
      pre.append(this.output);
      this.shown.append(pre);
    }
    // one text node, or code.js would look through all nodes at each line
    if (this.output.firstChild) this.output.firstChild.appendData(text);
    else this.output.append(text);
  }

  clear() {
    if (!this.fresh) return;
    this.fresh = false;
    this.hide(true);
    this.shown.replaceChildren();
  }

  finish({ figures = [], error }) {
    this.clear();
    if (figures.length) {
      const drawing = make("div", "snippet-figures");
      drawing.role = "img";
      if (this.caption) drawing.setAttribute("aria-labelledby", this.caption.id);
      else drawing.ariaLabel = this.words.figure;
      drawing.innerHTML = figures.join("");
      this.shown.prepend(drawing);
    }
    if (error) this.shown.prepend(this.failure(error));
  }

  /** Bring into view what stands off the screen, as a figure above its code may. */
  reveal() {
    if (this.isEmpty) return;
    const { top, bottom } = this.shown.getBoundingClientRect();
    if (bottom < 100 || top > innerHeight - 50) this.shown.scrollIntoView({ block: "nearest" });
  }

  /** The last line of the traceback first; all of it is one press away. */
  failure({ sentence, line, trace }) {
    const box = make("div", "book-error");
    box.role = "alert";
    box.append(make("code", "", sentence));
    if (line) box.append(" ", make("span", "", this.words.line.replace("{}", line)));
    const more = make("details", "");
    more.append(make("summary", "", this.words.trace), make("pre", "", trace));
    box.append(more);
    return box;
  }

  hide(hidden) {
    for (const part of this.built) part.hidden = hidden;
  }

  /** The results of the build again. */
  reset() {
    this.shown.replaceChildren();
    this.hide(false);
  }
}
