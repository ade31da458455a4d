/**
 * What both browsers do with a download: judge it, ask what the person wants, hand it over.
 */

import * as badge from "./badge.js";
import * as bypass from "./bypass.js";
import { handOver, NOTHING_OF_OUR_OWN } from "./hand_over.js";
import * as heldKeys from "./held_keys.js";
import { referrerFor } from "./links.js";
import { isWeb, judge } from "./rules.js";
import * as settings from "./settings.js";
import { cookieStoreOf } from "./stores.js";

const api = globalThis.browser ?? globalThis.chrome;
const LAST_KEPT = "lastKept";

/** Whether Holdfast is to be asked for a download at all. One that a key releases is used up. */
export async function isWanted(download) {
  const choices = await settings.read();
  if (!judge(download, choices).isTaken) return false;
  return !(await heldKeys.releases(download, choices)) && !(await bypass.consume());
}

/** Hand a download over; whether Holdfast has it now. Never throws. */
export async function hasTaken(download, own) {
  try {
    const answer = await handOver({ ...download, source: "download" }, own);
    // Whatever becomes of telling it: it was taken, or it was not.
    void (answer.ok ? badge.tellTaken() : noteKept(download, answer)).catch(() => {});
    return answer.ok;
  } catch (failure) {
    console.error(`a download stays with the browser: ${failure.name}`);
    return false;
  }
}

/** "Download with Holdfast" on one link: `{ok}`, or `{ok: false, code, text}`. */
export async function takeOne({ url, pageUrl, tab, isPrivate }) {
  if (!isWeb(url)) return { ok: false, code: "not-web", text: "" };
  const { inPrivateWindows } = await settings.read();
  if (isPrivate && !inPrivateWindows) return { ok: false, code: "private", text: "" };
  const order = {
    hops: [{ url, method: "GET" }],
    referrer: referrerFor(pageUrl, url),
    name: null,
    size: null,
    mime: null,
    etag: null,
    lastModified: null,
    isPrivate: isPrivate === true,
    storeId: tab?.cookieStoreId ?? cookieStoreOf(isPrivate),
    source: "menu",
  };
  return handOver(order, NOTHING_OF_OUR_OWN);
}

// The popup can tell why the browser has it; not of private windows, for it shows that in all.
async function noteKept({ name, hops, isPrivate }, { code, text }) {
  if (isPrivate || code === "stopped") return;
  const kept = { code, text, name: name || hops.at(-1).url, at: Date.now() };
  await api.storage.session.set({ [LAST_KEPT]: kept });
}
