/**
 * Takes downloads over in Firefox: an answer that would be saved is held before its first byte is
 * read. What Holdfast does not take goes on over the same connection, and nothing was written.
 *
 * What only the page or the person makes a download (`<a download>`, "Save Link As") cannot be
 * known from the answer. Such a one runs on while Holdfast is asked, and ends when it was taken.
 */

import { isForeign, isUnderWay, isWebItem } from "./items.js";
import * as requests from "./requests.js";
import { isForSaving, lastPart, nameIn } from "./rules.js";
import { cookieStoreOf } from "./stores.js";
import { hasTaken, isWanted } from "./take_over.js";

const api = globalThis.browser;
const URLS = ["http://*/*", "https://*/*"];
const SHOWN_TYPES = ["main_frame", "sub_frame"];

// What is held: by its request's number, `{tabId, frameId, isStopped, isLeft}`.
const held = new Map();
const referrers = new Map();
const MOST_REFERRERS = 200;
// Tabs that were opened by a link and have shown nothing yet.
const empty = new Set();

/** Call at the top level, so that an answer wakes the page. */
export function register() {
  const shown = { urls: URLS, types: SHOWN_TYPES };
  const all = { urls: URLS, types: [...SHOWN_TYPES, "other"] };
  const others = { urls: URLS, types: ["other"] };
  api.webRequest.onSendHeaders.addListener(noteRequest, all, ["requestHeaders"]);
  api.webRequest.onHeadersReceived.addListener(decide, shown, ["blocking", "responseHeaders"]);
  api.webRequest.onHeadersReceived.addListener(noteOther, others, ["responseHeaders"]);
  api.webRequest.onErrorOccurred.addListener(({ requestId }) => stop(held.get(requestId)), shown);
  api.tabs.onCreated.addListener(({ id, openerTabId }) => {
    if (openerTabId !== undefined) empty.add(id);
  });
  api.tabs.onRemoved.addListener((tabId) => {
    empty.delete(tabId);
    for (const one of held.values()) if (one.tabId === tabId) stop(one);
  });
  api.downloads.onCreated.addListener((item) => {
    if (!isForeign(item) && isWebItem(item)) void considerItem(item);
  });
}

function noteOther(details) {
  void requests.note(details);
}

function stop(one) {
  if (one !== undefined) one.isStopped = true;
}

function noteRequest(details) {
  void requests.noteSent(details);
  noteReferrer(details);
  // The frame goes elsewhere. It drops what it waited for, and nobody says so.
  for (const one of held.values()) {
    const isIn = one.frameId === details.frameId || details.frameId === 0;
    if (one.tabId === details.tabId && one.requestId !== details.requestId && isIn) one.isLeft = true;
  }
}

function noteReferrer({ requestId, requestHeaders }) {
  const sent = requestHeaders.find(({ name }) => name.toLowerCase() === "referer")?.value ?? "";
  referrers.set(requestId, sent);
  if (referrers.size > MOST_REFERRERS) referrers.delete(referrers.keys().next().value);
}

// --- answers ------------------------------------------------------------------------------------

function decide(details) {
  const noted = requests.note(details);
  if (!isForSaving(requests.answerOf(details))) {
    if (details.type === "main_frame" && details.statusCode === 200) empty.delete(details.tabId);
    return {};
  }
  return hold(details, noted);
}

async function hold(details, noted) {
  const request = await noted;
  const download = downloadOf(details, request);
  const { requestId, tabId, frameId } = details;
  const one = { requestId, tabId, frameId, isStopped: false, isLeft: false };
  held.set(requestId, one);
  await requests.settle(request);
  try {
    if (!(await isWanted(download))) return {};
    if (await hasTaken(download, { isWanted: async () => !one.isStopped })) {
      // Not before Firefox has read this answer.
      setTimeout(closeEmptied, 0, tabId);
      return { cancel: true };
    }
    if (one.isLeft && !one.isStopped) await beginAnew(details);
    return {};
  } finally {
    held.delete(requestId);
  }
}

// A download that was there already would have gone on, whatever its frame does.
async function beginAnew({ url, incognito, cookieStoreId }) {
  const wanted = { url, incognito: incognito === true };
  await api.downloads.download(cookieStoreId ? { ...wanted, cookieStoreId } : wanted);
}

function downloadOf(details, request) {
  const isPrivate = details.incognito === true;
  return {
    ...request,
    page: details.originUrl ?? "",
    referrer: referrers.get(details.requestId) ?? "",
    name: nameIn(request.disposition) || lastPart(details.url),
    isPrivate,
    isForeign: false,
    storeId: details.cookieStoreId ?? cookieStoreOf(isPrivate),
  };
}

// A tab that was opened for the download alone: Firefox closes it for downloads of its own only.
async function closeEmptied(tabId) {
  if (empty.delete(tabId)) await api.tabs.remove(tabId).catch(() => {});
}

// --- downloads ----------------------------------------------------------------------------------

async function considerItem(item) {
  const request = await requests.findByEnd(item.url);
  if (request === null || request.isSettled) return;
  await requests.settle(request);
  const download = downloadOfItem(item, request);
  if (!(await isWanted(download))) return;
  const own = { isWanted: () => isUnderWay(item.id) };
  if (await hasTaken(download, own)) await drop(item.id);
}

function downloadOfItem(item, request) {
  const isPrivate = item.incognito === true;
  return {
    ...request,
    page: item.referrer ?? "",
    referrer: referrers.get(request.id) ?? item.referrer ?? "",
    name: item.filename.split(/[/\\]/).at(-1),
    isPrivate,
    isForeign: false,
    storeId: item.cookieStoreId ?? cookieStoreOf(isPrivate),
  };
}

async function drop(id) {
  await api.downloads.cancel(id).catch(() => {});
  await api.downloads.removeFile(id).catch(() => {});
  await api.downloads.erase({ id }).catch(() => {});
}
