// Material puts a <nav> into every block of code. So many landmarks without a name tell a screen
// reader nothing; what matters is the button inside, and that has a name.

const unmark = (root) => root.querySelectorAll(".md-code__nav").forEach((nav) => (nav.role = "none"));

unmark(document);
new MutationObserver((changes) => changes.forEach((change) => unmark(change.target)))
  .observe(document.querySelector("article"), { childList: true, subtree: true });
