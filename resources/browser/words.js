/** All that is said to the person, in the language of the browser. */

const api = globalThis.browser ?? globalThis.chrome;
const ATTRIBUTES = Object.freeze({
  words: null,
  wordsLabel: "aria-label",
  wordsTitle: "title",
  wordsPlaceholder: "placeholder",
});
// Characters that break lines, hide, or reorder others: "exe.pdf" could read as "fdp.exe".
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** The words called `name`, with what goes into their places. */
export function say(name, ...values) {
  return api.i18n.getMessage(name, values.map(String));
}

/** The language that the words are in, as a tag for the page and for numbers. */
export function language() {
  const words = say("languageTag");
  const wanted = api.i18n.getUILanguage();
  return wanted.split("-")[0] === words.split("-")[0] ? wanted : words;
}

/** Fill a page with the words that its elements name (`data-words`, `data-words-label`, ...). */
export function putWords(page) {
  page.documentElement.lang = language();
  page.documentElement.dir = say("direction");
  for (const [key, attribute] of Object.entries(ATTRIBUTES)) {
    const name = `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    for (const element of page.querySelectorAll(`[${name}]`)) {
      const words = say(element.dataset[key]);
      if (attribute === null) element.textContent = words;
      else element.setAttribute(attribute, words);
    }
  }
}

/** Text from outside, made fit to be shown on one line. */
export function oneLine(text) {
  return text.replace(UNSAFE, "\ufffd");
}

/** The same for the middle of a sentence, whose direction it must not change (FSI, PDI). */
export function foreign(text) {
  return `\u2068${oneLine(text)}\u2069`;
}
