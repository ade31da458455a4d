/** Which kind of browser this is, and in which of its cookie stores the windows keep theirs. */

// As Chromium calls them, and so its kin.
const ORDINARY = "0";
const PRIVATE = "1";

const api = globalThis.browser ?? globalThis.chrome;

/** Not told by `browser`, which Chromium has as well. */
export const isFirefox = api.runtime.getURL("").startsWith("moz-");

/** The store of private windows, or of the others; in Firefox without its containers. */
export function cookieStoreOf(isPrivate) {
  if (isFirefox) {
    return isPrivate ? "firefox-private" : "firefox-default";
  }
  return isPrivate ? PRIVATE : ORDINARY;
}
