/**
 * What the popup has to tell before anything else: why nothing was made of a choice from a menu,
 * what went wrong with a click in here, or which download the browser went on with and why.
 */

import * as badge from "../badge.js";
import { foreign, say } from "../words.js";

/** Written by `take_over.js` for each download that the browser went on with. */
const STAYED = "lastKept";
const STAYED_LASTS_MS = 10 * 60 * 1000;
const api = globalThis.browser ?? globalThis.chrome;
const at = (id) => document.getElementById(id);

const REASONS = Object.freeze({
  absent: () => say("reasonAbsent"),
  unconnected: () => say("reasonAbsent"),
  slow: () => say("reasonSlow"),
  silent: () => say("reasonSlow"),
  busy: () => say("reasonBusy"),
  failed: () => say("reasonFailed"),
  private: () => say("reasonPrivate"),
});

/** Why Holdfast has not done it, as a sentence. */
export function reason({ code, text }) {
  return REASONS[code]?.() ?? say("reasonOther", foreign(text || code));
}

/** Say two lines, the second of which is less; with `url`, offer to let the browser have it. */
export function tell(words, more = "", url = "") {
  at("notice-words").textContent = words;
  at("notice-more").textContent = more;
  at("notice-deed").hidden = url === "";
  at("notice-deed").onclick = () => downloadHere(url);
  at("notice").hidden = false;
}

/** Look for what was left to be told, and say it. */
export async function tellWhatHappened() {
  at("notice-close").addEventListener("click", close);
  const refused = await badge.notice();
  if (refused) {
    tell(reason(refused), say("notDownloaded", foreign(refused.url)), refused.url);
    return;
  }
  const stayed = (await api.storage.session.get(STAYED))[STAYED];
  const age = Date.now() - stayed?.at;
  if (age >= 0 && age < STAYED_LASTS_MS) tell(say("stayed", foreign(stayed.name)), reason(stayed));
}

// A download of the extension's own is never taken over.
async function downloadHere(url) {
  await api.downloads.download({ url });
  await close();
}

async function close() {
  at("notice").hidden = true;
  await api.storage.session.remove(STAYED);
  await badge.forget();
}
