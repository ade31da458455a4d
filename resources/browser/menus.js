/**
 * The entries in the browser's own menus: "Download with Holdfast" where there is something to
 * fetch, "Let the browser download the next one" everywhere else.
 *
 * A browser folds several entries of an extension into a sub-menu, so each place has one; only a
 * picture that is a link has two, and the person says which is meant.
 */

import * as badge from "./badge.js";
import * as bypass from "./bypass.js";
import { say } from "./words.js";

const MADE = "menusMade";
const FETCHED = ["http://*/*", "https://*/*"];
const api = globalThis.browser ?? globalThis.chrome;

/** What the browser is asked to show; made anew at each start, for its language may have changed. */
export function entries() {
  return [
    { id: "take-link", title: say("menuLink"), contexts: ["link"], targetUrlPatterns: FETCHED },
    { id: "take-image", title: say("menuImage"), contexts: ["image"], targetUrlPatterns: FETCHED },
    { id: "take-video", title: say("menuVideo"), contexts: ["video"], targetUrlPatterns: FETCHED },
    { id: "take-audio", title: say("menuAudio"), contexts: ["audio"], targetUrlPatterns: FETCHED },
    { id: "browser-next", title: say("menuNext"), contexts: ["page", "action"] },
  ];
}

/** Which link was meant by a choice from a menu; null if none that Holdfast can fetch. */
export function linkOf({ menuItemId, linkUrl, srcUrl }) {
  const url = menuItemId === "take-link" ? linkUrl : srcUrl;
  return /^https?:\/\//i.test(url ?? "") ? url : null;
}

/**
 * Have the entries, and do what they say. To be called while the background is being loaded.
 * `take({url, pageUrl, tab, isPrivate})` brings one link to Holdfast and resolves with `{ok}`, or
 * with `{ok: false, code, text}`.
 */
export function register({ take }) {
  api.runtime.onInstalled.addListener(make);
  api.runtime.onStartup.addListener(make);
  void makeUnlessMade();
  api.contextMenus.onClicked.addListener((choice, tab) => {
    if (choice.menuItemId === "browser-next") return bypass.arm();
    const url = linkOf(choice);
    return url === null ? undefined : bring(url, choice, tab, take);
  });
}

async function bring(url, { frameUrl, pageUrl }, tab, take) {
  const isPrivate = tab?.incognito === true;
  const answer = await take({ url, pageUrl: frameUrl ?? pageUrl, tab, isPrivate });
  if (answer.ok) return badge.tellTaken();
  return badge.tellRefused({ url, code: answer.code, text: answer.text ?? "" });
}

let making = Promise.resolve();

// Switched off and on again, an extension hears of neither, and may have lost them.
async function makeUnlessMade() {
  if (!(await api.storage.session.get(MADE))[MADE]) await make();
}

// A browser can be installing and starting at once; twice the same id would be an error.
function make() {
  making = making.then(async () => {
    await api.contextMenus.removeAll();
    for (const entry of entries()) api.contextMenus.create(entry, complain);
    await api.storage.session.set({ [MADE]: true });
  });
  return making;
}

function complain() {
  const failure = api.runtime.lastError;
  if (failure) console.error(`an entry of the menu is missing: ${failure.message}`);
}
