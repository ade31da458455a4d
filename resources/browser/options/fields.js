/**
 * Fields in which something can be typed that makes no sense. That is said below the field and
 * nothing of it is saved; what makes sense is saved as soon as a moment passes without a key.
 */

const PAUSE_MS = 400;

/** Thrown by a field's `read`: what to say of what was typed. */
export class Nonsense extends Error {}

/**
 * A field: `read(text)` gives the value or throws `Nonsense`, `written(value)` how it is shown,
 * `save(value)` is called with each new one.
 */
export class Field {
  #input;
  #wrong;
  #read;
  #written;
  #save;
  #timer = 0;

  constructor(input, wrong, { read, written, save }) {
    this.#input = input;
    this.#wrong = wrong;
    this.#read = read;
    this.#written = written;
    this.#save = save;
    input.addEventListener("input", () => this.#soon());
    input.addEventListener("change", () => this.#settle());
    addEventListener("pagehide", () => this.flush());
  }

  /** Show a value, unless the person is typing here. */
  tell(value) {
    if (this.#timer || this.#input === document.activeElement || this.#isWrong) return;
    this.#show(value);
  }

  /** Show a value, whatever was typed. */
  force(value) {
    this.#forgetTimer();
    this.#show(value);
    this.#complain("");
  }

  /** Save what waits to be saved. */
  flush() {
    if (this.#timer) this.#take();
  }

  /** Look at it again, because something changed that it depends on. */
  again() {
    this.#take();
  }

  get #isWrong() {
    return !this.#wrong.hidden;
  }

  #show(value) {
    const text = this.#written(value);
    if (this.#input.value !== text) this.#input.value = text;
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#take(), PAUSE_MS);
    // What was wrong and is right again is told at once; what is half typed is not called wrong.
    if (this.#isWrong) this.#judge();
  }

  #settle() {
    const value = this.#take();
    if (value !== undefined) this.#show(value);
  }

  #take() {
    this.#forgetTimer();
    const value = this.#judge();
    if (value !== undefined) this.#save(value);
    return value;
  }

  #judge() {
    try {
      const value = this.#read(this.#input.value);
      this.#complain("");
      return value;
    } catch (mistake) {
      if (!(mistake instanceof Nonsense)) throw mistake;
      this.#complain(mistake.message);
      return undefined;
    }
  }

  #complain(words) {
    this.#input.setAttribute("aria-invalid", String(words !== ""));
    this.#wrong.hidden = words === "";
    if (this.#wrong.textContent !== words) this.#wrong.textContent = words;
  }

  #forgetTimer() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
