/**
 * What is taken over and what stays with the browser: decisions alone, nothing is asked or done.
 */

import { isAmong, isOfChosenKind } from "./settings.js";

/** What a browser shows by itself, unless the server wants it to be saved. */
const SHOWN = [
  "text/*", "image/*", "audio/*", "video/*", "application/pdf", "application/json",
  "application/xml", "application/javascript", "application/x-javascript", "application/ecmascript",
  "application/ogg", "application/xhtml+xml", "application/x-xpinstall", "application/vnd.mozilla.*",
  "application/mathml+xml", "application/rss+xml", "application/atom+xml", "application/x-pdf",
  "application/http-index-format", "application/x-x509-*", "multipart/*",
];
/** And of these what it saves all the same. */
const SAVED = [
  "text/csv", "text/calendar", "text/vcard", "text/x-vcard", "text/rtf", "image/tiff", "image/heic",
  "image/heif", "image/vnd.*", "image/x-photoshop", "image/x-xcf", "audio/midi", "audio/x-ms-*", "audio/amr",
  "video/x-ms-*", "video/x-msvideo", "video/avi", "video/mpeg", "video/x-flv", "video/x-matroska",
  "video/mp2t",
];
const PAGES = ["text/html", "application/xhtml+xml", "multipart/related"];

/**
 * Whether to take a download over: `{isTaken, why}`, where `why` names what decided.
 *
 * A download is `{hops, page, name, size, mime, disposition, status, etag, lastModified,
 * takesRanges, isPrivate, isForeign}`. `hops` is null where nobody knows how it was asked for: an
 * upload's answer, or something that the page made by itself. Such a thing cannot be had again.
 */
export function judge(download, choices) {
  const why = reasonToLeave(download) ?? wishOf(download, choices);
  return { isTaken: why === null, why: why ?? "taken" };
}

// What cannot be taken, whatever the person wants.
function reasonToLeave({ isForeign, hops, status, mime, disposition, ...rest }) {
  if (isForeign) return "foreign";
  if (hops === null || hops.length === 0) return "unknown";
  if (!hops.every(({ url }) => isWeb(url))) return "not-web";
  if (hops.at(-1).method !== "GET") return "method";
  if (status !== 200) return "status";
  if (!hops.every(({ method }) => method === "GET") && !isRepeatable(rest)) return "made-once";
  if (isPage(mime, disposition)) return "page";
  return null;
}

// A form's answer may lead to a file that is there for this once, and whose link says so nowhere.
function isRepeatable({ etag, lastModified, takesRanges }) {
  return takesRanges || Boolean(lastModified) || Boolean(etag);
}

// What the person wants.
function wishOf(download, choices) {
  if (choices.mode === "off") return "off";
  if (download.isPrivate && !choices.inPrivateWindows) return "private";
  const sites = sitesOf(download);
  if (sites.some((host) => isAmong(choices.neverSites, host))) return "never-site";
  if (sites.some((host) => isAmong(choices.alwaysSites, host))) return null;
  if (choices.mode === "size") return isLargeEnough(download, choices) ? null : "size";
  if (choices.mode === "types") {
    return isOfChosenKind(choices, nameOf(download), download.mime) ? null : "type";
  }
  return null;
}

function isLargeEnough({ size }, { smallest, takesUnknownSize }) {
  return size === null ? takesUnknownSize : size >= smallest;
}

// People mean by a site the page they click on as well as the machine that the file is on.
function sitesOf({ hops, page }) {
  const links = [hops[0].url, hops.at(-1).url, page ?? ""];
  return links.filter(isWeb).map((link) => new URL(link).hostname);
}

function nameOf({ name, disposition, hops }) {
  return name || nameIn(disposition) || lastPart(hops.at(-1).url);
}

/** Whether Holdfast can fetch it at all. */
export function isWeb(url) {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

/** Whether the server wants the answer to be saved, not shown. */
export function isAttachment(disposition) {
  return /^\s*attachment\s*(;|$)/i.test(disposition ?? "");
}

/** Whether it is something to read in the browser: asked for anew it may be another. */
export function isPage(mime, disposition) {
  return matches(PAGES, mime ?? "") && !isAttachment(disposition);
}

/** Whether the browser would save such an answer: it is asked for, or nothing shows such a type. */
export function isForSaving({ disposition, mime }) {
  if (isAttachment(disposition)) return true;
  if (mime === null || !mime.includes("/")) return false;
  const isFormat = /\+(xml|json)$/.test(mime);
  return matches(SAVED, mime) || !(isFormat || matches(SHOWN, mime));
}

function matches(patterns, mime) {
  const fits = (pattern) =>
    pattern.endsWith("*") ? mime.startsWith(pattern.slice(0, -1)) : mime === pattern;
  return patterns.some(fits);
}

/** The name that a Content-Disposition suggests, without folders; "" if none (RFC 6266). */
export function nameIn(disposition) {
  const text = disposition ?? "";
  const coded = /;\s*filename\*\s*=\s*(utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(text);
  if (coded) {
    const name = coded[1].toLowerCase() === "utf-8" ? decoded(coded[2]) : unescape(coded[2]);
    if (name) return withoutFolders(name);
  }
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(text);
  if (quoted) return withoutFolders(quoted[1].replace(/\\(.)/g, "$1"));
  return withoutFolders(/;\s*filename\s*=\s*([^;"\s]+)/i.exec(text)?.[1] ?? "");
}

/** The last part of a link's path, as people read it. */
export function lastPart(url) {
  const part = new URL(url).pathname.split("/").at(-1);
  return withoutFolders(decoded(part) ?? part);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function withoutFolders(name) {
  return name.split(/[/\\]/).at(-1);
}
