// How far the reader has come: a bar over the page, a mark at what was read, and on the first page
// the way back to where it was left. It is kept in this browser and sent nowhere.

import { keep, kept } from "./kept.js";
import { section } from "./section.js";

const { lang } = document.documentElement;
const KEY = `gradbook-reading-${lang}`;
const SAYS = { ko: { read: " (읽음)", on: "이어 읽기" }, en: { read: " (read)", on: "Go on" } }[lang];
const article = document.querySelector("article");
const isFirst = document.querySelector("#home") !== null;

const state = () => ({ done: [], ...kept(KEY, {}) }); // as it is now: another tab may have read on

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
  const { done } = state();
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link")) {
    const isDone = !link.hash && done.includes(link.pathname); // a hash leads within a page
    if (!isDone || link.querySelector(".book-read")) continue;
    const mark = document.createElement("span");
    mark.className = "book-read";
    mark.append(SAYS.read);
    link.append(mark);
  }
}

function offerToGoOn() {
  const start = article.querySelector(".md-button");
  const { last } = state();
  if (!last?.path || !start) return;
  const link = document.createElement("a");
  link.className = "md-button";
  link.href = last.path;
  link.textContent = SAYS.on;
  link.title = link.ariaDescription = last.title;
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
    const { done, ...rest } = state();
    keep(KEY, { ...rest, done: [...new Set([...done, location.pathname])] });
    markDone();
  }).observe(article.querySelector(".book-end"));
  document.addEventListener("visibilitychange", () => { // on a phone, the last that a page is told
    if (document.visibilityState === "visible") return;
    keep(KEY, { ...state(), last: { path: location.pathname + section(), title } });
  });
}
