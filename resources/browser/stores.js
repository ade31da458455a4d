/** In which of the browser's cookie stores the windows keep theirs. */

// As Chromium calls them, and so its kin.
const ORDINARY = "0";
const PRIVATE = "1";

const api = globalThis.browser ?? globalThis.chrome;

/** The store of private windows, or of the others; in Firefox without its containers. */
export function cookieStoreOf(isPrivate) {
  if (api.runtime.getURL("").startsWith("moz-")) {
    return isPrivate ? "firefox-private" : "firefox-default";
  }
  return isPrivate ? PRIVATE : ORDINARY;
}
