"""What may be wrong with a page as it is shown: scripts that return what is."""

# Formulas whose boxes are not as they should be; sizes are in the letters of the formula.
MISSHAPEN = """() => {
  const box = (element) => element.getBoundingClientRect();
  const em = (element) => parseFloat(getComputedStyle(element).fontSize);
  const faults = {
    mfrac: (e, [above, below]) => box(above).bottom > box(below).top + 0.25 * em(e)
      || box(e).width > 1.6 * em(e) + Math.max(box(above).width, box(below).width),
    msqrt: (e, [radicand]) => box(e).top > box(radicand).top + 1 || box(e).height > 1.3 * em(e)
      + Math.max(...[...e.children].map((child) => box(child).height)),
    mtable: (e, rows) => rows.some((row, n) => n > 0 && box(row).top < box(rows[n - 1]).bottom - 1),
    mover: (e, [letter]) => box(e).height > box(letter).height + 0.45 * em(e),
    "msub, math msup": (e, parts) => parts.length !== 2,
    mo: (e) => /^[⊕-⊝⋅×]$/u.test(e.textContent) && box(e).height > 1.2 * em(e),
    "math:not([display=block]) mfrac": (e, parts) => !e.closest("[displaystyle=true]")
      && parts.some((part) => em(part) > 0.8 * em(e)),
    math: (e) => !(box(e).width > 0.2 * em(e) && box(e).height > 0.2 * em(e)),
  };
  return Object.entries(faults).flatMap(([name, wrong]) =>
    [...document.querySelectorAll(/^math/.test(name) ? name : `math ${name}`)]
      .filter((e) => e.closest("math").checkVisibility() && wrong(e, [...e.children]))
      .map((e) => `${name} ${e.textContent} ${box(e).width} x ${box(e).height} of ${em(e)}`));
}"""
# What is wider than its box: it may be cut off, or hang out of it.
CUT = """() => [...document.querySelectorAll("article *")].filter((element) => {
  const { overflowX, position } = getComputedStyle(element);
  return element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1
    && ["hidden", "clip"].includes(overflowX) && position !== "absolute";
}).map((element) => element.outerHTML.slice(0, 160))"""
# The headings whose link, shown when they are pointed at, has a line of its own: one of nothing.
WRAPPED = """() => [...document.querySelectorAll(":is(h1, h2, h3)[id]")].filter((heading) => {
  const words = document.createRange();
  words.setStart(heading, 0);
  words.setEndBefore(heading.querySelector(".headerlink"));
  return heading.getBoundingClientRect().bottom > words.getBoundingClientRect().bottom + 8;
}).map((heading) => heading.id)"""
# Blocks of code whose lines are not the lines of the code.
RUN_TOGETHER = """() => [...document.querySelectorAll("pre > code")].filter(
  (code) => getComputedStyle(code).whiteSpace !== "pre").map((code) => code.innerText)"""
# Words in tables that are cut in two by the end of a line.
CUT_WORDS = """() => [...document.querySelectorAll("article :is(td, th)")].flatMap((cell) => {
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const cut = [];
  while (texts.nextNode()) {
    for (const word of texts.currentNode.data.matchAll(/[\\p{L}\\p{N}_]{3,}/gu)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
      if (lines.size > 1) cut.push(word[0]);
    }
  }
  return cut;
})"""
FITTING = (CUT, WRAPPED, CUT_WORDS)  # what depends on the words, and on the width
# Texts with too little contrast to what is behind them (WCAG 2.1, 1.4.3). axe's own rule looks for
# what may lie between, and takes most of its time.
PALE = """() => {
  const parse = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
  const part = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((c, n) => a * c + (1 - a) * below[n]);
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const colour = parse(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement)
      : over(colour, colour[3] === undefined ? [0, 0, 0] : behind(element.parentElement));
  };
  const pale = new Set();
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!own || element.closest("[hidden], svg, .md-search, .md-dialog, .md-skip, script, style")
        || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const style = getComputedStyle(element), size = parseFloat(style.fontSize);
    const paper = behind(element), ink = over(parse(style.color), paper);
    const [dark, bright] = [light(paper), light(ink)].sort((a, b) => a - b);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((bright + 0.05) / (dark + 0.05) < (large ? 3 : 4.5)) {
      pale.add(`${element.className || element.tagName}: ${style.color} on ${paper}`);
    }
  }
  return [...pale];
}"""
