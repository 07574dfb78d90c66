/** The id of the heading that the reader has last passed, as a fragment; "" above the first. */
export function section() {
  const passed = [...document.querySelectorAll("article :is(h2, h3)[id]")]
    .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
  return passed.length ? `#${passed.at(-1).id}` : "";
}
