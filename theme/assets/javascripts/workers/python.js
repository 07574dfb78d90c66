// Pyodide in a module worker. Its files come from this site, each checked by its hash, and are kept
// in Cache Storage under their version: hosts let browsers keep a file for minutes only.

const DRAWS = /\bmatplotlib\b|\bplt\b|\bplot_\w+/;
const TYPES = { wasm: "application/wasm" };
const fromNetwork = globalThis.fetch.bind(globalThis);
const programs = new Map();
let folder, list, kept, python, page, imports, job;
let [loaded, total] = [0, 0];
let canDraw = false;

const tell = (kind, value) => postMessage({ id: job, kind, value });
const last = (address) => String(address?.url ?? address).split("/").at(-1);

/** Tell whether the bytes are the book's. A page that is not secure has no crypto.subtle. */
async function isOurs(buffer, hash) {
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return hash === btoa(String.fromCharCode(...digest));
}

/** Return a file, from the cache if it is there; tell how many bytes have come. */
async function read(file) {
  const url = new URL(file, folder).href;
  const cached = await kept?.match(url);
  const response = cached ?? await fromNetwork(url);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const parts = [];
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    loaded += value.length;
    tell("progress", { loaded, total });
  }
  const buffer = await new Blob(parts).arrayBuffer();
  if (!await isOurs(buffer, list.files[file].sha256)) {
    await kept?.delete(url);
    throw new Error(`${file}: sha256`);
  }
  const type = TYPES[file.split(".").at(-1)] ?? "application/octet-stream";
  const whole = () => new Response(buffer, { headers: { "Content-Type": type } });
  if (!cached) await kept?.put(url, whole()).catch(() => {}); // a full disk is no obstacle
  return whole();
}

/** Import a script that was read and checked as other files are. */
async function imported(file) {
  const text = await (await read(file)).text();
  return import(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}

const expect = (names) => names.forEach((file) => { total += list.files[file].bytes; });

/** The cache of this version; those of others go. None where storage is refused. */
async function cache() {
  try {
    const own = `python-${list.version}`;
    for (const name of await caches.keys()) {
      if (name.startsWith("python-") && name !== own) await caches.delete(name);
    }
    return await caches.open(own);
  } catch { return undefined; }
}

/** Load a package of Pyodide's, which would only log that it could not. */
async function load(name) {
  const said = [];
  await python.loadPackage(name, { messageCallback() {}, errorCallback: (text) => said.push(text) });
  if (said.length || !(name in python.loadedPackages)) throw new Error(said.join(" ") || name);
}

async function start() {
  const response = await fromNetwork(new URL("files.json", folder), { cache: "no-cache" });
  if (!response.ok) throw new Error(`files.json: ${response.status}`);
  list = await response.json();
  kept = await cache();
  expect(list.numbers);
  globalThis.fetch = (url, options) => // by which Pyodide asks for all but its scripts
    last(url) in list.files ? read(last(url)) : fromNetwork(url, options);
  await imported("pyodide.asm.js");
  const { loadPyodide } = await imported("pyodide.mjs");
  python = await loadPyodide({ indexURL: folder, stdin: () => null }); // input() ends in EOFError
  await load("numpy");
  python.unpackArchive(await (await read("book.zip")).arrayBuffer(), "zip");
  page = python.pyimport("booksite.run.page");
  imports = python.pyimport("pyodide.code").find_imports;
}

/** Matplotlib is half of all bytes: it comes for the first block that draws. */
async function learnToDraw() {
  if (canDraw) return;
  expect(list.figures);
  await load("matplotlib");
  canDraw = true;
}

async function run({ program, fresh, name, source, shows, data }) {
  if (!python) await start();
  if (DRAWS.test(source)) await learnToDraw();
  if (data && !python.FS.analyzePath(last(data)).exists) {
    const response = await fromNetwork(data);
    if (!response.ok) throw new Error(`${last(data)}: ${response.status}`);
    python.FS.writeFile(last(data), new Uint8Array(await response.arrayBuffer()));
  }
  const missing = page.missing(imports(source));
  if (missing) return { missing };
  if (fresh || !programs.has(program)) {
    programs.get(program)?.destroy();
    programs.set(program, page.Program());
  }
  tell("progress", {}); // all is here: it runs
  const result = programs.get(program).run(source, name, shows, (text) => tell("printed", text));
  const answer = result.toJs({ dict_converter: Object.fromEntries });
  result.destroy();
  return answer;
}

let before = Promise.resolve();
onmessage = ({ data }) => {
  if (data.folder) {
    folder = data.folder;
    return;
  }
  before = before.then(async () => {
    job = data.id;
    tell("done", await run(data));
  }).catch((error) => postMessage({ kind: "failed", value: error.message ?? String(error) }));
};
