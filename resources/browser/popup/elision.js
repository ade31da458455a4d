/** Names that are too long lose their middle, as in the window: the ending says what it is. */

const names = new WeakMap();
const observer = new ResizeObserver((changes) => changes.forEach(({ target }) => fit(target)));

/** Show `name` in the element, a block that hides what overflows; shortened as its width changes. */
export function keepFitting(element, name) {
  names.set(element, name);
  observer.observe(element);
  fit(element);
}

// The page itself measures: a canvas may have another font for the same words.
function fit(element) {
  const fits = (text) => {
    if (element.textContent !== text) element.textContent = text;
    return element.scrollWidth <= element.clientWidth;
  };
  const name = names.get(element);
  if (element.clientWidth === 0) element.textContent = name;
  else fits(elided(name, fits));
}

/** The name without as much of its middle as is needed; a letter is never cut in two. */
export function elided(name, fits) {
  if (fits(name)) return name;
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  const shortened = (kept) => {
    const tail = Math.floor(kept / 2);
    return `${letters.slice(0, kept - tail).join("")}…${letters.slice(letters.length - tail).join("")}`;
  };
  let [short, long] = [0, letters.length];
  while (long - short > 1) {
    const middle = (short + long) >> 1;
    if (fits(shortened(middle))) short = middle;
    else long = middle;
  }
  return shortened(short);
}
