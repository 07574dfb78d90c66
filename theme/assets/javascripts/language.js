// The other language: the link in the header leads to the same section of the twin page, the
// choice is remembered, and a reader whose browser speaks the other language is told of it once.

import { section } from "./section.js";

const KEY = "gradbook-language";
const link = document.querySelector(".book-language");
const offer = document.querySelector(".book-offer");

const store = {
  get: () => { try { return localStorage.getItem(KEY); } catch { return "unknown"; } },
  set: (language) => { try { localStorage.setItem(KEY, language); } catch { /* private mode */ } },
};

function follow(event) {
  store.set(event.currentTarget.hreflang);
  event.currentTarget.hash = section();
}

link?.addEventListener("click", follow);

if (offer && link && store.get() === null) {
  const speaks = navigator.languages.map((language) => language.split("-")[0]);
  const here = speaks.indexOf(document.documentElement.lang);
  const there = speaks.indexOf(link.hreflang);
  if (there >= 0 && (here < 0 || there < here)) {
    offer.hidden = false;
    store.set(document.documentElement.lang); // once
    offer.querySelector("a").addEventListener("click", follow);
    offer.querySelector("button").addEventListener("click", () => offer.remove());
  }
}
