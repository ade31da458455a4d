/**
 * Takes downloads over in Firefox: an answer that would be saved is held before its first byte is
 * read. What Holdfast does not take goes on over the same connection, and nothing was written.
 *
 * What only the page or the person makes a download (`<a download>`, "Save Link As") cannot be
 * known from the answer. Such a one runs on while Holdfast is asked, and ends when it was taken.
 */

import { isForeign, isWebItem } from "./items.js";
import * as requests from "./requests.js";
import { isForSaving, lastPart, nameIn } from "./rules.js";
import { cookieStoreOf } from "./stores.js";
import { hasTaken, isWanted } from "./take_over.js";

const api = globalThis.browser;
const URLS = ["http://*/*", "https://*/*"];
const SHOWN_TYPES = ["main_frame", "sub_frame"];

// Requests that the person stopped while they were held.
const stopped = new Set();
const referrers = new Map();
const MOST_REFERRERS = 200;
// Tabs that were opened by a link and have shown nothing yet.
const empty = new Set();

/** Call at the top level, so that an answer wakes the page. */
export function register() {
  const all = { urls: URLS, types: [...SHOWN_TYPES, "other"] };
  api.webRequest.onSendHeaders.addListener(noteReferrer, all, ["requestHeaders"]);
  api.webRequest.onHeadersReceived.addListener(
    decide, { urls: URLS, types: SHOWN_TYPES }, ["blocking", "responseHeaders"],
  );
  const others = { urls: URLS, types: ["other"] };
  api.webRequest.onHeadersReceived.addListener(
    (details) => void requests.note(details), others, ["responseHeaders"],
  );
  api.webRequest.onErrorOccurred.addListener(({ requestId }) => stopped.add(requestId), {
    urls: URLS, types: SHOWN_TYPES,
  });
  api.tabs.onCreated.addListener((tab) => {
    if (tab.openerTabId !== undefined) empty.add(tab.id);
  });
  api.tabs.onRemoved.addListener((tabId) => empty.delete(tabId));
  api.downloads.onCreated.addListener((item) => {
    if (!isForeign(item) && isWebItem(item)) void considerItem(item);
  });
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
  if (!(await isWanted(download))) {
    await requests.settle(request);
    return {};
  }
  stopped.delete(details.requestId);
  await requests.settle(request);
  const own = { isWanted: async () => !stopped.has(details.requestId) };
  if (!(await hasTaken(download, own))) return {};
  // Not before Firefox has read this answer.
  setTimeout(closeEmptied, 0, details.tabId);
  return { cancel: true };
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

async function isUnderWay(id) {
  const [item] = await api.downloads.search({ id });
  return item?.state === "in_progress";
}

async function drop(id) {
  await api.downloads.cancel(id).catch(() => {});
  await api.downloads.removeFile(id).catch(() => {});
  await api.downloads.erase({ id }).catch(() => {});
}
