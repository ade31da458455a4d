/**
 * A key that was held at a click lets one download stay with the browser: the one that the clicked
 * link leads to or whose page it opens, or, where a button was clicked, the next.
 */

const api = globalThis.browser ?? globalThis.chrome;
const KEY = "heldAt";
/** A server may take its time until it answers; what a button does comes soon. */
const LINK_LASTS_MS = 120_000;
const BUTTON_LASTS_MS = 10_000;

/** Call at the top level, so that a click wakes the worker. */
export function follow() {
  api.runtime.onMessage.addListener((message, sender) => {
    if (message?.type === "held" && sender.id === api.runtime.id) void remember(message);
  });
}

function remember({ keys, href }) {
  return api.storage.session.set({ [KEY]: { keys, href, at: Date.now() } });
}

/** Whether the person held the key for this very download; the next time it is not asked about. */
export async function releases({ hops, page }, { bypassKey }) {
  const held = (await api.storage.session.get(KEY))[KEY];
  if (held === undefined || !held.keys.includes(bypassKey)) return false;
  const isMeant = held.href === "" || [hops[0].url, page].some((url) => isSame(url, held.href));
  const age = Date.now() - held.at;
  const lasts = held.href === "" ? BUTTON_LASTS_MS : LINK_LASTS_MS;
  if (!isMeant || age < 0 || age > lasts) return false;
  await api.storage.session.remove(KEY);
  return true;
}

function isSame(url, href) {
  return Boolean(url) && url.split("#", 1)[0] === href.split("#", 1)[0];
}
