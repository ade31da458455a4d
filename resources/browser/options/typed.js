/** What people type in the options, as values; and the values as they would type them. */

import * as figures from "../figures.js";
import {
  LARGEST_SIZE, MOST_ENDINGS, MOST_SITES, asciiSite, cleanEnding, cleanSite,
} from "../settings.js";
import { foreign, language, say } from "../words.js";
import { Nonsense } from "./fields.js";

const LONGEST_QUOTE = 40;

/** Units of sizes, by what they are worth. */
export const UNITS = Object.freeze({ kilobyte: 1024, megabyte: 1024 ** 2, gigabyte: 1024 ** 3 });

/** How a unit is called: "MB". */
export function unitWord(unit) {
  const format = new Intl.NumberFormat(language(), { style: "unit", unit, unitDisplay: "short" });
  const parts = format.formatToParts(2);
  return parts.find(({ type }) => type === "unit")?.value ?? unit;
}

/** The largest unit in which a size is a number of at least one. */
export function unitOf(bytes) {
  const fitting = Object.entries(UNITS).filter(([, worth]) => bytes >= worth);
  return fitting.at(-1)?.[0] ?? "kilobyte";
}

/** "2,5" with megabytes as bytes. */
export function readSize(text, unit) {
  const typed = westernDigits(text.trim()).replace(/[,٫]/, ".");
  const amount = /^\d{1,9}(\.\d{0,6})?$|^\.\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  const bytes = Math.round(amount * UNITS[unit]);
  if (!(bytes >= 1)) throw new Nonsense(say("wrongSize"));
  if (bytes > LARGEST_SIZE) throw new Nonsense(say("wrongSizeLarge"));
  return bytes;
}

function westernDigits(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) % 16));
}

/** Bytes as a number of a unit, in the language's way of writing. */
export function writtenSize(bytes, unit) {
  const format = new Intl.NumberFormat(language(), { maximumFractionDigits: 2, useGrouping: false });
  return format.format(bytes / UNITS[unit]);
}

/** Sites, one a line; empty lines and repetitions are dropped. */
export function readSites(text) {
  const sites = new Map();
  for (const typed of text.split(/[\n,]/)) {
    if (typed.trim() === "") continue;
    const site = cleanSite(typed);
    if (site === null) throw new Nonsense(say("wrongSite", quoted(typed)));
    if (!sites.has(asciiSite(site))) sites.set(asciiSite(site), site);
  }
  return fitting([...sites.values()], MOST_SITES);
}

/** The same as text. */
export function writtenSites(sites) {
  return sites.join("\n");
}

/** Endings of files, between spaces or commas. */
export function readEndings(text) {
  const endings = new Set();
  for (const typed of text.split(/[\s,;،；，]+/)) {
    if (typed === "") continue;
    const ending = cleanEnding(typed);
    if (ending === null) throw new Nonsense(say("wrongEnding", quoted(typed)));
    endings.add(ending);
  }
  return fitting([...endings], MOST_ENDINGS);
}

/** The same as text. */
export function writtenEndings(endings) {
  return endings.join(" ");
}

function fitting(list, most) {
  if (list.length > most) throw new Nonsense(say("wrongMany", figures.number(most)));
  return list;
}

function quoted(typed) {
  const letters = Array.from(typed.trim());
  const cut = letters.slice(0, LONGEST_QUOTE).join("");
  return foreign(letters.length > LONGEST_QUOTE ? `${cut}…` : cut);
}
