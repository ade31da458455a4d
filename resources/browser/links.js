/**
 * Which link Holdfast is given, and with whose cookies.
 *
 * The first of a chain of redirects, for last ones are often signed for minutes and Holdfast may
 * try for days; a later one where the way needs cookies that would not be sent from the first.
 */

import { isFirefox } from "./stores.js";

const api = globalThis.browser ?? globalThis.chrome;

/** The links of a chain that can be asked for again: what follows the last that was no GET. */
export function repeatable(hops) {
  const begin = hops.findLastIndex(({ method }) => method !== "GET") + 1;
  return hops.slice(begin).map(({ url }) => url).filter((url, place, links) => {
    const next = links[place + 1];
    // The browser itself went over to https; nobody is to ask in the clear.
    return !(next !== undefined && url.startsWith("http:") && next === `https:${url.slice(5)}`);
  });
}

/**
 * The earliest link from which every later one gets the cookies that it got in the browser:
 * `{url, cookies}`. `jars` has the cookies for each of `links`.
 */
export function choose(links, jars) {
  const reaches = (from) =>
    links.every((link, place) => place <= from || isServed(link, jars[place], links[from], jars[from]));
  const place = links.findIndex((_, from) => reaches(from));
  return { url: links[place], cookies: jars[place] };
}

function isServed(link, needed, from, sent) {
  if (needed.length === 0) return true;
  const has = ({ name, value }) => sent.some((one) => one.name === name && one.value === value);
  return new URL(link).origin === new URL(from).origin && needed.every(has);
}

/**
 * The names of the cookies that the browser sent on its way to the origin of `url`; null of a link
 * that it has not asked for.
 */
export function sentTo(url, hops) {
  const there = hops.filter((hop) => new URL(hop.url).origin === new URL(url).origin);
  return there.some(({ sent }) => sent === undefined) ? null : there.flatMap(({ sent }) => sent ?? []);
}

/**
 * The cookies that the browser would send to `url`, those that no script sees included; of these
 * only the `sent` ones, unless that is null. A page of another site may ask, but not with all.
 */
export async function cookiesFor(url, storeId, sent = null) {
  const wanted = { url, partitionKey: {}, ...(storeId === null ? {} : { storeId }) };
  // Firefox: those that are kept apart by site as well.
  if (isFirefox) wanted.firstPartyDomain = null;
  const found = await api.cookies.getAll(wanted);
  const fitting = found.filter(({ name }) => sent?.includes(name) ?? true);
  return fitting.filter((cookie) => belongs(cookie, url)).map(({ name, value }) => ({ name, value }));
}

// One that was set inside of another site's page is not for the site by itself.
function belongs({ partitionKey }, url) {
  const site = partitionKey?.topLevelSite;
  if (!site) return true;
  const [host, top] = [new URL(url).hostname, new URL(site).hostname];
  const isOwn = host === top || host.endsWith(`.${top}`);
  return isOwn && partitionKey.hasCrossSiteAncestor !== true;
}

/** What a page tells of itself to `url`, as browsers do it where the page asks for nothing else. */
export function referrerFor(page, url) {
  if (!/^https?:/.test(page ?? "")) return "";
  const [from, to] = [new URL(page), new URL(url)];
  if (from.protocol === "https:" && to.protocol === "http:") return "";
  if (from.origin !== to.origin) return `${from.origin}/`;
  return from.origin + from.pathname + from.search;
}
