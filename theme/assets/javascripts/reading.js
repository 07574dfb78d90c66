// How far the reader has come: a bar over the page, a mark at what was read, and on the first page
// the way back to where it was left. It is kept in this browser and sent nowhere.

import { section } from "./section.js";

const { lang } = document.documentElement;
const KEY = `gradbook-reading-${lang}`;
const SAYS = { ko: { read: " (읽음)", on: "이어 읽기" }, en: { read: " (read)", on: "Go on" } }[lang];
const article = document.querySelector("article");
const isFirst = document.querySelector("#home") !== null;

const read = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
const keep = (state) => {
  try { localStorage.setItem(KEY, JSON.stringify(state)); } catch { /* storage is blocked */ }
};
const state = { done: [], ...read() };

function showBar() {
  const bar = document.createElement("div");
  bar.className = "book-progress";
  bar.ariaHidden = "true"; // the scroll bar says the same
  document.querySelector(".md-header").append(bar);
  const show = () => {
    const { top, height } = article.getBoundingClientRect();
    const share = -top / (height - innerHeight);
    bar.style.transform = `scaleX(${Math.min(1, Math.max(0, share)).toFixed(4)})`;
  };
  addEventListener("scroll", show, { passive: true });
  addEventListener("resize", show);
  show();
}

function markDone() {
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link")) {
    const isDone = !link.hash && state.done.includes(link.pathname); // a hash leads within a page
    if (!isDone || link.querySelector(".book-read")) continue;
    const mark = document.createElement("span");
    mark.className = "book-read";
    mark.append(SAYS.read);
    link.append(mark);
  }
}

function offerToGoOn() {
  const start = article.querySelector(".md-button");
  if (!state.last?.path || !start) return;
  const link = document.createElement("a");
  link.className = "md-button";
  link.href = state.last.path;
  link.textContent = SAYS.on;
  link.title = link.ariaDescription = state.last.title;
  start.after(" ", link);
}

markDone();
if (isFirst) {
  offerToGoOn();
} else if (article.querySelector(".book-where")) {
  showBar();
  const title = document.title.split(" - ")[0];
  new IntersectionObserver(([{ isIntersecting }], observer) => {
    if (!isIntersecting) return;
    observer.disconnect();
    state.done = [...new Set([...state.done, location.pathname])];
    keep(state);
    markDone();
  }).observe(article.querySelector(".book-end"));
  addEventListener("pagehide", () => keep({
    ...read(), done: state.done, last: { path: location.pathname + section(), title },
  }));
}
