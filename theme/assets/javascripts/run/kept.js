// What the browser keeps of a page, as JSON. What is not readable any more counts as nothing.

export function kept(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** Keep the value; `undefined` lets go of what is kept. */
export function keep(key, value) {
  if (value === undefined) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(value));
}
