// While something of an explorable is dragged, its figure keeps its size, and the page around it
// rests: a move lays out the figure alone, and looks through nothing else (explorables.css).

const DRAGGED = ".handle, .grip, input[type=range]";

/** Hold the figure from when the pointer goes down on what can be dragged until it leaves. */
export function hold(figure) {
  const set = (held) => {
    figure.style.containIntrinsicBlockSize = held ? getComputedStyle(figure).blockSize : "";
    figure.classList.toggle("held", held);
    document.documentElement.classList.toggle("dragging", held);
  };
  figure.addEventListener("pointerdown", ({ button, target }) => {
    if (button || !target.closest(DRAGGED)) return; // a menu may open, and no release is told
    set(true);
    for (const end of ["pointerup", "pointercancel"]) {
      addEventListener(end, () => set(false), { once: true });
    }
  });
}
