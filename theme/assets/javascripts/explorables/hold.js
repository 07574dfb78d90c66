// While something of an explorable is dragged, its figure keeps its size and what is out of sight
// is not rendered: a move lays out and paints the figure alone (explorables.css).

const DRAGGED = ".handle, .grip, input[type=range]";

function isAway(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 0 || top > innerHeight;
}

/** Hold the figure from when the pointer goes down on what can be dragged until it leaves, or until
 * the page is scrolled: what was out of sight comes into view. */
export function hold(figure) {
  function press() {
    const away = [...figure.parentElement.children].filter(isAway);
    const parts = [figure, ...away];
    const sizes = parts.map((part) => part.getBoundingClientRect().height); // before one is changed
    parts.forEach((part, i) => { part.style.blockSize = `${sizes[i]}px`; });
    figure.classList.add("held");
    away.forEach((part) => part.classList.add("away"));
    return () => parts.forEach((part) => {
      part.style.blockSize = "";
      part.classList.remove("held", "away");
    });
  }
  figure.addEventListener("pointerdown", ({ button, ctrlKey, target }) => {
    if (button || ctrlKey || !target.closest(DRAGGED)) return; // a menu opens: no release is told
    const release = press();
    const over = new AbortController(); // the first end is the only one
    over.signal.addEventListener("abort", release);
    for (const end of ["pointerup", "pointercancel", "scroll"]) {
      addEventListener(end, () => over.abort(), { signal: over.signal });
    }
  });
}
