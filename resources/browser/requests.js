/**
 * What the browser asked servers for lately, and what they answered.
 *
 * Chromium tells of a download neither method nor headers, so each answer is noted here before the
 * download comes up. Kept in `storage.session` too: the worker may be stopped in between, and what
 * is not known here is not taken over. Pages that were merely looked at are forgotten at once; of
 * the others no bodies are kept, and of cookies their names alone.
 */

import { isPage } from "./rules.js";

const api = globalThis.browser ?? globalThis.chrome;

/** Enough for everything that can be under way; of more the oldest is forgotten. */
export const MOST_KEPT = 200;
/** Characters of one. With all of them there is still room for what the person said. */
const LONGEST = 32 * 1024;
const PREFIX = "request:";
const FILTER = {
  urls: ["http://*/*", "https://*/*"],
  types: ["main_frame", "sub_frame", "other"],
};

let kept = null;
let reading = null;

/** Call at the top level, so that an answer wakes the worker. */
export function follow() {
  api.webRequest.onSendHeaders.addListener((details) => void noteSent(details), FILTER, [
    "requestHeaders",
    "extraHeaders",
  ]);
  api.webRequest.onHeadersReceived.addListener((details) => void note(details), FILTER, [
    "responseHeaders",
  ]);
}

/** Note with which cookies a request goes: where another site's page asks, not all may. */
export async function noteSent({ requestId, requestHeaders = [] }) {
  const known = await all();
  const field = requestHeaders.find(({ name }) => name.toLowerCase() === "cookie")?.value ?? "";
  const sent = field.split(/; */).map((pair) => (pair.includes("=") ? pair.split("=", 1)[0] : ""));
  const before = known.get(requestId) ?? { id: requestId, hops: [], isSettled: false };
  keep(known, { ...before, sent, noted: Date.now() });
}

/** Note an answer; gives what is known of the request now. */
export async function note(details) {
  const known = await all();
  const before = known.get(details.requestId);
  const answer = answerOf(details);
  const isTooLong = before?.isTooLong ?? false;
  const request = {
    ...answer,
    id: details.requestId,
    hops: isTooLong ? [] : [...(before?.hops ?? []), hopOf(details, before)],
    isSettled: before?.isSettled ?? false,
    isTooLong,
  };
  if (mayBecomeDownload(answer)) return keep(known, request);
  if (before !== undefined) forget(request.id);
  return request;
}

// `sent` has the names of the cookies that went along; null where nobody saw it go.
function hopOf({ url, method }, before) {
  return { url: bare(url), method, sent: before?.sent ?? null };
}

// Of what is too long is kept that it was: its way is not known any more, so it is not taken over.
function keep(known, request) {
  const { id, isSettled, noted } = request;
  const isFine = JSON.stringify(request).length <= LONGEST;
  const kept = isFine ? request : { id, hops: [], isSettled, isTooLong: true, noted };
  known.delete(id);
  known.set(id, kept);
  void save(kept);
  while (known.size > MOST_KEPT) forget(known.keys().next().value);
  return kept;
}

function mayBecomeDownload({ status, mime, disposition }) {
  if (status >= 300 && status < 400) return true;
  return status === 200 && !isPage(mime, disposition);
}

/**
 * The youngest request that went from `first` to `last`; null if nobody knows of one, or which of
 * two: what answers a form must not be asked for by a link.
 */
export async function find(first, last) {
  // The browser may have gone over to https before it asked anybody.
  const begins = [bare(first), bare(first).replace(/^http:/, "https:")];
  const isIt = ({ hops }) => begins.includes(hops[0]?.url) && hops.at(-1).url === bare(last);
  const found = [...(await all()).values()].filter(isIt);
  const open = found.filter(({ isSettled }) => !isSettled);
  const ways = new Set(open.map(({ hops }) => hops.map(({ method }) => method).join()));
  if (ways.size <= 1) return found.at(-1) ?? null;
  await Promise.all(open.map(settle));
  return null;
}

/** The youngest request that ended at `last`; null if nobody knows of one. */
export async function findByEnd(last) {
  const isIt = ({ hops }) => hops.at(-1)?.url === bare(last);
  return [...(await all()).values()].findLast(isIt) ?? null;
}

/** Somebody has decided about it: it is not to be asked about again. */
export async function settle(request) {
  request.isSettled = true;
  await save(request);
}

// Read once in a worker's life; what is noted while that goes on waits for it.
function all() {
  reading ??= api.storage.session.get(null).then((stored) => {
    const ours = Object.entries(stored).filter(([key]) => key.startsWith(PREFIX));
    const requests = ours.map(([, request]) => request).sort((a, b) => a.noted - b.noted);
    kept = new Map(requests.map((request) => [request.id, request]));
    return kept;
  });
  return reading;
}

function save(request) {
  return api.storage.session.set({ [PREFIX + request.id]: request }).catch(() => {});
}

function forget(id) {
  kept.delete(id);
  void api.storage.session.remove(PREFIX + id).catch(() => {});
}

/** What an answer says of its file; fields that are not there are null. */
export function answerOf({ statusCode, responseHeaders = [] }) {
  const field = (name) =>
    responseHeaders.find((header) => header.name.toLowerCase() === name)?.value ?? null;
  return {
    status: statusCode,
    mime: (field("content-type") ?? "").split(";")[0].trim().toLowerCase() || null,
    disposition: field("content-disposition"),
    size: lengthOf(field("content-length"), field("content-encoding")),
    etag: field("etag"),
    lastModified: field("last-modified"),
    takesRanges: /^\s*bytes\s*$/i.test(field("accept-ranges") ?? ""),
    noted: Date.now(),
  };
}

// What is packed for the way is another size on the disk.
function lengthOf(length, coding) {
  const isPlain = coding === null || /^\s*identity\s*$/i.test(coding);
  return isPlain && /^\d{1,15}$/.test(length ?? "") ? Number(length) : null;
}

/** An address without its fragment, which no server sees. */
export function bare(url) {
  return url.split("#", 1)[0];
}
