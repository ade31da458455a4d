/** The kinds of files in the options: each with its tick and the endings that belong to it. */

import { kindWord } from "../modes.js";
import { DEFAULTS, KINDS } from "../settings.js";
import { say } from "../words.js";
import { Field } from "./fields.js";
import { readEndings, writtenEndings } from "./typed.js";

/** One row for each kind, in `place`; `save(changes)` is called with what the person changed. */
export class Kinds {
  #rows;
  #choices = DEFAULTS;
  #save;

  constructor(place, save) {
    this.#save = save;
    this.#rows = Object.keys(KINDS).map((kind) => this.#row(kind, place));
  }

  /** Show these choices. */
  tell(choices, isForced = false) {
    this.#choices = choices;
    for (const { kind, tick, field, usual } of this.#rows) {
      tick.checked = choices.kinds.includes(kind);
      field[isForced ? "force" : "tell"](choices.endings[kind]);
      usual.hidden = isUsual(kind, choices.endings[kind]);
    }
  }

  #row(kind, place) {
    const row = document.getElementById("kind").content.cloneNode(true);
    const [tick, name, input, usual, wrong] = [
      ".tick", ".name", ".endings", ".usual", ".wrong",
    ].map((one) => row.querySelector(one));
    name.textContent = kindWord(kind);
    tick.value = kind;
    tick.addEventListener("change", () => this.#tick(kind, tick.checked));
    input.ariaLabel = say("endingsOf", kindWord(kind));
    wrong.id = `${kind}-wrong`;
    input.setAttribute("aria-describedby", `endings-hint ${wrong.id}`);
    usual.ariaLabel = say("usualEndingsOf", kindWord(kind));
    usual.title = usual.ariaLabel;
    const field = new Field(input, wrong, {
      read: readEndings,
      written: writtenEndings,
      save: (endings) => this.#keep(kind, endings),
    });
    usual.addEventListener("click", () => {
      field.force(KINDS[kind].endings);
      this.#keep(kind, [...KINDS[kind].endings]);
      input.focus();
    });
    place.append(row);
    return { kind, tick, field, usual };
  }

  #tick(kind, isTicked) {
    const others = this.#choices.kinds.filter((one) => one !== kind);
    const ticked = isTicked ? [...others, kind] : others;
    this.#change({ kinds: Object.keys(KINDS).filter((one) => ticked.includes(one)) });
  }

  #keep(kind, endings) {
    this.#change({ endings: { ...this.#choices.endings, [kind]: endings } });
  }

  // The next change goes on from this one, also before it is saved.
  #change(changes) {
    this.#choices = { ...this.#choices, ...changes };
    this.#save(changes);
  }
}

function isUsual(kind, endings) {
  return endings.join() === KINDS[kind].endings.join();
}
