// Dragging a mark by mouse, pen or finger: at most one move a frame, and no layout in a move.

/** Follow a pointer that is pressed on the element.
 *
 * `at()` gives the data point where the element stands, `move(point)` gets where the pointer has
 * drawn it, `drop()` is called when it is let go after a move. */
export function drag(element, plane, { at, move, drop = () => {} }) {
  let toUnits; // from the screen to user units, as the drawing stands
  let grip; // from the pointer to the centre, or the mark would jump when it is pressed
  let latest = null;
  let frame = 0;
  let moves = 0;
  let isHeld = false;
  let isTouched = false; // by a finger without pointer events, as in WebKitGTK

  function begin(place) {
    isHeld = true;
    toUnits = plane.toUnits();
    const pointer = plane.units(place, toUnits);
    grip = plane.at(...at()).map((n, i) => n - pointer[i]);
    moves = 0;
  }
  function follow() {
    cancelAnimationFrame(frame);
    frame = 0;
    if (!latest) return;
    const place = plane.units(latest, toUnits).map((n, i) => n + grip[i]);
    latest = null;
    moves += 1;
    move(plane.from(...place));
  }
  function go(place) {
    latest = place;
    frame ||= requestAnimationFrame(follow);
  }
  function end() {
    isHeld = isTouched = false;
    follow();
    if (moves) drop();
  }

  element.addEventListener("pointerdown", (event) => {
    if (event.button || event.ctrlKey) return; // which open a menu
    event.preventDefault(); // no text selection
    element.setPointerCapture(event.pointerId);
    begin(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (element.hasPointerCapture(event.pointerId)) go(event);
  });
  element.addEventListener("lostpointercapture", end);
  for (const name of ["scroll", "resize"]) { // the drawing has moved under the pointer
    addEventListener(name, () => { if (isHeld) toUnits = plane.toUnits(); });
  }

  // A touch here drags and does not scroll. touch-action would do, but Chromium ignores it on SVG
  // shapes. Where fingers have pointer events, those come first.
  element.addEventListener("touchstart", (event) => {
    event.preventDefault();
    if (isHeld) return;
    isTouched = true;
    begin(event.changedTouches[0]);
  }, { passive: false });
  element.addEventListener("touchmove", (event) => {
    if (isTouched) go(event.changedTouches[0]);
  });
  for (const name of ["touchend", "touchcancel"]) {
    element.addEventListener(name, () => { if (isTouched) end(); });
  }
}
