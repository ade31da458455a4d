// Tells when a link or a button is clicked with the key held by which the person lets the browser
// have a download. Reads nothing of the page but the link's own address. The browser takes no
// module here, so it stands alone.
"use strict";

{
  const api = globalThis.browser ?? globalThis.chrome;
  // As in settings.js.
  const DEFAULT = "alt";
  const isFirefox = api.runtime.getURL("").startsWith("moz-");
  let isAlt = false;

  const keysOf = (event) => ["alt", "ctrl", "shift"].filter((key) => event[`${key}Key`] === true);

  const tell = (event) => {
    const keys = keysOf(event);
    if (!event.isTrusted || keys.length === 0) return;
    const link = event.composedPath().find((part) => typeof part.href === "string");
    const message = { type: "held", keys, href: link?.href ?? "" };
    attempt(() => api.runtime.sendMessage(message))?.catch(() => {});
    if (isLostOn(event, link)) follow(event, link);
  };

  // Firefox does nothing with a link that is clicked while Alt is held. Whether Alt is the key, is
  // asked when it is pressed, for at the click it is too late.
  const learn = (event) => {
    if (!event.isTrusted || !event.altKey || !isFirefox) return;
    const asked = attempt(() => api.storage.local.get({ bypassKey: DEFAULT }));
    asked?.then(({ bypassKey }) => (isAlt = bypassKey === "alt"), () => {});
  };

  const isLostOn = (event, link) =>
    isAlt && keysOf(event).join() === "alt" && event.button === 0 && link !== undefined &&
    !event.defaultPrevented;

  const follow = (event, link) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    link.click();
  };

  // Where the extension was updated or removed meanwhile, nobody is there who could be asked.
  const attempt = (deed) => {
    try {
      return deed();
    } catch {
      return undefined;
    }
  };

  addEventListener("keydown", learn, true);
  addEventListener("mousedown", learn, true);
  addEventListener("click", tell, true);
}
