/**
 * The list of jobs in the popup. A row is made once and then only changed, so that nothing jumps
 * under the pointer and the keyboard stays where it is.
 */

import * as figures from "../figures.js";
import { foreign, oneLine, say } from "../words.js";
import { keepFitting } from "./elision.js";

const LONGEST_BADGE = 4;

const DEEDS = Object.freeze({
  QUEUED: ["pause"],
  CONNECTING: ["pause"],
  TRANSFERRING: ["pause"],
  TRANSIENT_ERROR: ["retry", "pause"],
  HELD: ["pause"],
  SUSPENDED: ["resume"],
  ERROR: ["retry"],
});

const DEED_WORDS = Object.freeze({
  pause: (name) => say("pauseJob", foreign(name)),
  resume: (name) => say("resumeJob", foreign(name)),
  retry: (name) => say("retryJob", foreign(name)),
});

/** The rows of `list`; `order(deed, job)` and `show(job)` are called for what is clicked. */
export class Rows {
  #list;
  #order;
  #show;
  #rows = new Map();

  constructor(list, order, show) {
    this.#list = list;
    this.#order = order;
    this.#show = show;
  }

  /** Show exactly these jobs, in this order. */
  tell(jobs) {
    const there = new Set(jobs.map(({ job }) => job));
    for (const [job, row] of this.#rows) {
      if (!there.has(job)) {
        row.element.remove();
        this.#rows.delete(job);
      }
    }
    jobs.forEach((job, place) => this.#put(job, place));
  }

  #put(job, place) {
    if (!this.#rows.has(job.job)) {
      this.#rows.set(job.job, new Row(job.job, this.#order, this.#show));
    }
    const row = this.#rows.get(job.job);
    row.tell(job);
    const there = this.#list.children[place];
    if (there !== row.element) this.#list.insertBefore(row.element, there ?? null);
  }
}

class Row {
  #job;
  #order;
  #deeds = "";
  #parts;

  constructor(job, order, show) {
    this.#job = job;
    this.#order = order;
    this.element = made("li", "");
    const parts = {
      badge: made("span", "badge"),
      name: made("button", "name"),
      share: made("span", "share"),
      bar: made("div", "bar"),
      words: made("span", "words"),
      deeds: made("div", "deeds"),
    };
    parts.badge.ariaHidden = "true";
    parts.name.type = "button";
    parts.name.append(made("span", ""));
    // Arabic names run from the right in an English popup too, and the other way round.
    parts.name.dir = "auto";
    // And the sentences are in the language of Holdfast, which may be another than the browser's.
    parts.words.dir = "auto";
    parts.name.addEventListener("click", () => show(job));
    parts.bar.setAttribute("role", "progressbar");
    parts.bar.append(made("span", ""));
    this.element.append(...Object.values(parts));
    this.#parts = parts;
  }

  tell({ name, state, tone, words, bytes, total }) {
    const shown = oneLine(name);
    this.element.dataset.tone = tone;
    this.#tellName(shown);
    this.#tellBar(shown, state, bytes, total);
    setText(this.#parts.words, words);
    if (this.#parts.words.title !== words) this.#parts.words.title = words;
    this.#offer(DEEDS[tone === "held" ? "HELD" : state] ?? [], shown);
  }

  #tellName(name) {
    const { badge, name: button } = this.#parts;
    if (button.title === name) return;
    button.title = name;
    button.ariaLabel = say("showJob", foreign(name));
    keepFitting(button.firstChild, name);
    setText(badge, badgeOf(name));
  }

  #tellBar(name, state, bytes, total) {
    const { bar, share } = this.#parts;
    const isWhole = state === "TRANSFERRED" || state === "ACKNOWLEDGED";
    const fraction = isWhole ? 1 : fractionOf(bytes, total);
    bar.ariaLabel = say("progressOf", foreign(name));
    bar.firstChild.style.inlineSize = `${(fraction ?? 0) * 100}%`;
    if (fraction === null) {
      bar.removeAttribute("aria-valuenow");
      setText(share, bytes > 0 ? figures.size(bytes) : "");
      return;
    }
    bar.ariaValueNow = String(Math.floor(fraction * 100));
    setText(share, figures.percent(fraction));
  }

  #offer(deeds, name) {
    if (this.#deeds === deeds.join()) return;
    this.#deeds = deeds.join();
    const hadFocus = this.#parts.deeds.contains(document.activeElement);
    this.#parts.deeds.replaceChildren(...deeds.map((deed) => this.#button(deed, name)));
    if (hadFocus) (this.#parts.deeds.firstChild ?? this.#parts.name).focus();
  }

  #button(deed, name) {
    const button = made("button", "");
    button.type = "button";
    button.dataset.deed = deed;
    button.title = DEED_WORDS[deed](name);
    button.ariaLabel = button.title;
    button.addEventListener("click", () => this.#order(deed, this.#job));
    return button;
  }
}

function made(tag, name) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  return element;
}

// Writing the same again would make screen readers speak, and forget what is selected.
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function fractionOf(bytes, total) {
  if (total === null || total === undefined) return null;
  return total > 0 ? Math.min(1, bytes / total) : 0;
}

/** What kind of file it is, in at most four letters, as the window's badges have it. */
export function badgeOf(name) {
  const endings = name.split(".").slice(1).slice(-2);
  if (endings.length === 2 && endings[0].toLowerCase() === "tar") return "TAR";
  const last = endings.at(-1) ?? "";
  const isType = /^[A-Za-z0-9]+$/.test(last) && !/^\d+$/.test(last);
  return isType ? last.slice(0, LONGEST_BADGE).toUpperCase() : say("fileBadge");
}
