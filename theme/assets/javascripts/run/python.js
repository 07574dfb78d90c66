// Python in a worker, seen from the page: started at the first run, one job after the other.

export class Python {
  constructor({ files, data }) {
    this.files = new URL(files, location);
    this.data = data && new URL(data, location).href;
    this.jobs = new Map();
    this.count = 0;
    this.ends = 0; // how often a worker has been ended
  }

  /** Run a job: `{ program, name, source, shows }`. Tells `on.progress` and `on.printed` what comes.
   *
   * Resolves to `{ figures, error }`; or to why it did not run: `{ missing }`, a module;
   * `{ failed }`, a reason; `{ stopped }` by `stop`; `{ none }`, no WebAssembly. */
  run(job, on) {
    if (typeof WebAssembly !== "object") return Promise.resolve({ none: true });
    return new Promise((resolve) => {
      const id = this.count++;
      this.jobs.set(id, { on, resolve });
      this.worker ??= this.start();
      this.worker.postMessage({ id, data: this.data, ...job });
    });
  }

  start() {
    const address = new URL("../workers/python.js", import.meta.url);
    const worker = new Worker(address, { type: "module" });
    worker.postMessage({ folder: this.files.href });
    worker.addEventListener("message", ({ data: { id, kind, value } }) => {
      if (worker !== this.worker) return; // the last words of one that was ended
      if (kind === "failed") { this.fail(value); return; }
      const job = this.jobs.get(id);
      if (kind !== "done") { job?.on[kind](value); return; }
      this.jobs.delete(id);
      job?.resolve(value);
    });
    worker.addEventListener("error", (event) => {
      if (worker === this.worker) this.fail(event.message || "worker");
    });
    return worker;
  }

  /** End the worker; every job that waits is answered. */
  end(answer) {
    this.worker?.terminate();
    this.worker = undefined;
    this.ends += 1;
    const waiting = [...this.jobs.values()];
    this.jobs.clear();
    for (const { resolve } of waiting) resolve(answer);
  }

  fail(reason) { this.end({ failed: reason }); }
  stop() { this.end({ stopped: true }); }
}
