// Blocks of code, figures and displayed formulas: laid out when they are due, reached by keyboard.

// Material puts a <nav> into every block of code. So many landmarks without a name tell a screen
// reader nothing; what matters is the button inside, and that has a name.
const plain = (root) => root.querySelectorAll(".md-code__nav").forEach((nav) => (nav.role = "none"));

plain(document);
new MutationObserver((changes) => changes.forEach((change) => plain(change.target)))
  .observe(document.querySelector("article"), { childList: true, subtree: true });

// What is off-screen is not laid out with the page (book.css) but right after it, a few blocks at a
// time: the page is there at once, and nothing that a reader scrolls to has yet to find its size.
const LATER = ".md-typeset pre > code, .snippet-figures svg, div.arithmatex"; // as in book.css
const MOMENT = 5; // ms, so that a slow phone answers its reader in between
const blocks = [...document.querySelectorAll(LATER)];
const whenIdle = window.requestIdleCallback ?? setTimeout;

function layOut(block) {
  block.style.contentVisibility = "visible";
  // in the same step: what now has to be scrolled sideways is reached by the keyboard
  if (block.matches("code") && block.scrollWidth > block.clientWidth) block.tabIndex = 0;
}

function layOutSome() {
  const end = performance.now() + MOMENT;
  while (blocks.length && performance.now() < end) layOut(blocks.shift());
  if (blocks.length) whenIdle(layOutSome);
  else document.documentElement.dataset.settled = ""; // the tests wait for this
}

if (document.readyState === "complete") whenIdle(layOutSome);
else addEventListener("load", () => whenIdle(layOutSome));
