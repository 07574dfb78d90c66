// The search worker of the Korean book: Material's, behind a listener that knows Korean. Being the
// first listener, it sees each message before Material's does, and changes it.

importScripts("korean.js"); // booksite/ship/search.py

const SETUP = 0; // types of messages
const QUERY = 2;
const { particles, terms } = self.korean; // particles: longest first; terms: name → other spellings
const names = new Map(Object.entries(terms).flatMap(([name, others]) =>
  others.map((other) => [other, name]))); // by spelling
const spelling = new RegExp(
  `(?<!\\p{L})(${[...names.keys()].sort((a, b) => b.length - a.length).join("|")})`, "gu");
const words = new Set(Object.keys(terms).flatMap((name) => name.split(" ")));
const inner = [...words, ...names.keys()].filter((word) => /^[가-힣]{2,}$/.test(word))
  .map((word) => [word, new RegExp(`[가-힣]${word}`)]);

/** A word without its particle, if a word of a term or two syllables are left. */
function noun(word) {
  if (words.has(word)) return word;
  const nouns = particles.filter((particle) => word.endsWith(particle))
    .map((particle) => word.slice(0, -particle.length));
  return nouns.find((rest) => words.has(rest)) ?? nouns.find((rest) => rest.length > 1) ?? word;
}

/** The query in the book's spelling and without particles, except quoted words and operators. */
const normalize = (query) =>
  query.normalize("NFC").split(/("[^"]*"|(?<!\S)[+-]\S+)/).map((part, i) => (i % 2 ? part : part
    .replace(spelling, (other) => names.get(other))
    .replace(/[\p{L}\p{N}]+/gu, noun))).join("");

/** Further terms of a document: compounds as one word, so that prefixes of them match (경사하강), and
 * terms inside longer words, since lunr matches prefixes alone: 함수 in 방향도함수. */
function keywords(text) {
  const compounds = Object.keys(terms).filter((name) => name.includes(" ") && text.includes(name))
    .map((name) => name.replaceAll(" ", ""));
  return [...compounds, ...inner.filter(([, inside]) => inside.test(text)).map(([word]) => word)];
}

addEventListener("message", ({ data: message }) => {
  if (message.type === QUERY) message.data = normalize(message.data);
  if (message.type !== SETUP) return;
  const { config, docs } = message.data;
  config.fields.keywords = { boost: 1 }; // no template shows it, unlike Material's own field `tags`
  for (const doc of docs) {
    doc.keywords = keywords(`${doc.title} ${doc.text}`);
    if (doc.title in terms) doc.boost = 2; // the chapter on a term comes before those that name it
  }
});

importScripts(new URLSearchParams(location.search).get("worker")); // Material's; see main.html
