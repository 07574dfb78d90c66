// One block: its button, its code, which can be changed after the first press, and its results.

import { edit } from "./editor.js";
import { keep, kept } from "../kept.js";
import { Results } from "./results.js";

const PROMPT = /^(>>>|\.\.\.)( |$)/;

/** The code of a dialogue: what stands behind its prompts. */
const codeOf = (dialogue) => dialogue.split("\n").filter((line) => PROMPT.test(line))
  .map((line) => line.replace(PROMPT, "")).join("\n");

export class Block {
  constructor(element, number, python, { words, program }) {
    Object.assign(this, { element, number, python, words });
    this.code = element.querySelector("code");
    this.button = element.querySelector(".book-run");
    this.isDialogue = element.matches(".language-pycon");
    this.built = [...this.code.childNodes];
    const text = this.code.textContent.replace(/\n+$/, "");
    this.original = this.isDialogue ? codeOf(text) : text;
    this.shows = this.isDialogue ? "all" : "none";
    this.program = program ?? `block-${number}`;
    this.key = `code:${location.pathname}#${number}`;
    this.results = new Results(element, words);
    this.restore();
  }

  get source() {
    return this.editing ? this.code.textContent.replace(/\n+$/, "") : this.original;
  }

  /** What the reader had changed, if the book's code is still the same. */
  restore() {
    const { was, now } = kept(this.key, {});
    if (was === this.original) {
      this.open();
      this.code.textContent = `${now}\n`;
      this.reset.hidden = false;
    } else keep(this.key);
  }

  press() {
    if (this.running) this.python.stop();
    else this.run();
  }

  /** Make the code editable, and put what belongs to that under it. */
  open() {
    if (this.editing) return;
    this.editing = true;
    if (this.isDialogue) this.code.textContent = `${this.original}\n`;
    edit(this.code, this.words.code, {
      run: () => this.run(),
      leave: () => this.button.focus(),
      change: () => this.change(),
    });
    this.bar = document.createElement("div");
    this.bar.className = "book-bar";
    this.status = Object.assign(document.createElement("span"), { role: "status" });
    this.reset = Object.assign(document.createElement("button"), {
      type: "button", textContent: this.words.reset, hidden: true, onclick: () => this.back(),
    });
    this.bar.append(this.reset, this.status);
    this.element.append(this.bar);
  }

  change() {
    this.mark();
    this.reset.hidden = false;
    const [was, now] = [this.original, this.source];
    keep(this.key, now === was ? undefined : { was, now });
  }

  /** Run the code, in a fresh program. */
  async run() {
    if (!this.running) await this.execute(true);
  }

  /** Run the code; resolves to what Python answered, which is shown; in view, if it was pressed. */
  async execute(fresh, isPressed = true) {
    this.begin();
    this.results.begin();
    const { program, source, shows } = this;
    const name = `<block ${this.number + 1}>`;
    const answer = await this.python.run({ program, fresh, name, source, shows }, {
      progress: (bytes) => this.say(this.progress(bytes), bytes.loaded < bytes.total ? "off" : "polite"),
      printed: (text) => this.results.print(text),
    });
    this.turn(false);
    if ("figures" in answer) {
      this.results.finish(answer);
      if (isPressed) this.results.reveal();
      if (source === this.source) this.mark(answer.error?.line); // else that line is another now
    }
    if ("figures" in answer || !this.results.isEmpty) this.reset.hidden = false;
    this.say(this.told(answer));
    return { source, ...answer };
  }

  begin() {
    this.open();
    this.mark();
    const isSmall = navigator.deviceMemory < 1; // GB; few browsers tell
    const first = isSmall ? this.words.small : this.words.size;
    const { jobs, worker } = this.python;
    this.say(jobs.size ? this.words.waiting : worker ? this.words.starting : first);
    this.turn(true);
  }

  progress({ loaded, total }) {
    if (!total) return this.words.running;
    const [some, all] = [loaded, total].map((bytes) => (bytes / 1e6).toFixed(1));
    return loaded < total ? this.words.loading.replace("{}", some).replace("{}", all)
      : this.words.starting;
  }

  told({ missing, failed, stopped, none }) {
    if (none) return this.words.none;
    if (stopped) return this.words.stopped;
    if (missing) return this.words.missing.replace("{}", missing);
    if (failed !== undefined) return this.words.failed.replace("{}", failed);
    return this.results.isEmpty ? this.words.nothing : "";
  }

  /** Show a text; a count of bytes is not announced. */
  say(text, live = "polite") {
    this.status.ariaLive = live;
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  turn(running) {
    this.running = running;
    this.button.textContent = running ? this.words.stop : this.words.run;
    this.reset.disabled = running; // what runs would write over the book's results
    this.element.toggleAttribute("data-running", running);
  }

  /** Mark the line of an error, or none. */
  mark(line) {
    this.code.toggleAttribute("data-failed", Boolean(line));
    this.code.style.setProperty("--line", line ?? 0);
  }

  /** The book's code and results. */
  back() {
    keep(this.key);
    this.code.replaceChildren(...this.built);
    if (this.isDialogue) this.code.textContent = `${this.original}\n`;
    this.mark();
    this.say("");
    this.results.reset();
    this.reset.hidden = true;
    this.button.focus();
  }
}
