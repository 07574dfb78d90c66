// A lab: its cells are one program. A cell first runs those before it, and the check behind it runs
// with it. Which tasks are solved is kept in the browser, and told in a bar.

import { keep, kept } from "../kept.js";

const VERDICT = /^([✓✗]) (\w+)/gm;
const CHECK = /^with task\("(\w+)", of=(\d+)\)/m;

export class Lab {
  constructor(blocks, python, { words }) {
    Object.assign(this, { blocks, python, last: Promise.resolve() });
    this.cells = blocks.filter(({ element }) => !element.closest("details"));
    this.words = words;
    this.key = `solved:${location.pathname}`;
    this.solved = new Set(kept(this.key, []));
    this.count = this.cells.map(({ original }) => original.match(CHECK)?.[2]).find(Boolean);
    this.bar = document.querySelector(".book-solved");
    for (const block of blocks) {
      Object.assign(block, { program: "lab", shows: "last", run: () => this.run(block) });
    }
    this.tell();
  }

  /** The last cell that stands before a block, or is it. */
  position(block) {
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    return this.cells.findLastIndex((cell) => cell === block
      || cell.element.compareDocumentPosition(block.element) & follows);
  }

  /** Run a block, after those that were pressed before it. */
  run(block) {
    if (block.running) return;
    block.begin();
    const { ends } = this.python;
    this.last = this.last.then(() => {
      if (this.python.ends === ends) return this.reach(block);
      block.turn(false); // Stop has ended what waits, too
      block.say(this.words.stopped);
    });
  }

  /** Run the cells before a block that have not run yet, the block, and its check. */
  async reach(block) {
    const position = this.position(block);
    const isCell = this.cells[position] === block;
    for (const cell of this.cells.slice(0, isCell ? position : position + 1)) {
      const answer = cell.ran === cell.source ? {} : await this.execute(cell, false);
      if (cell.ran !== cell.source) {
        block.turn(false);
        block.say(answer.stopped ? this.words.stopped : this.words.above);
        return;
      }
    }
    await this.execute(block);
    if (block.ran === undefined) return;
    const check = this.cells[isCell ? position + 1 : position]; // a solution stands behind its check
    if (check && CHECK.test(check.source)) await this.execute(check, false);
  }

  /** Run one block; `ran` says with which source it came to its end. */
  async execute(block, isPressed = true) {
    const answer = await block.execute(false, isPressed);
    const position = this.position(block);
    // What stands behind it has seen other values; a Python that was stopped has seen nothing.
    for (const cell of this.cells.slice(answer.figures ? position + 1 : 0)) cell.ran = undefined;
    block.ran = answer.figures && !answer.error ? answer.source : undefined;
    if (block.ran !== undefined) this.note(block.results);
    return answer;
  }

  /** Note which tasks an output says are solved; the mark gives it its colour. */
  note({ output, shown }) {
    for (const [, mark, task] of output.textContent.matchAll(VERDICT)) {
      shown.dataset.mark = mark;
      if (mark === "✓") this.solved.add(task);
      else this.solved.delete(task);
    }
    keep(this.key, [...this.solved]);
    this.tell();
  }

  tell() {
    if (!this.count) return;
    const [solved, count] = [this.solved.size, this.count];
    const text = this.words.solved.replace("{}", solved).replace("{}", count);
    if (this.bar.textContent !== text) this.bar.textContent = text;
    this.bar.style.setProperty("--solved", `${(100 * solved) / count}%`);
    this.bar.hidden = false;
  }
}
