// Tells when a link or a button is clicked with the key held by which the person lets the browser
// have a download. Reads nothing of the page but the link's own address. The browser takes no
// module here, so it stands alone.
"use strict";

{
  const api = globalThis.browser ?? globalThis.chrome;
  // As in settings.js.
  const DEFAULT = "alt";
  let chosen = "none";

  // There are many frames and few clicks of this kind: which key it is, is asked when one is held.
  const learn = (event) => {
    if (!event.isTrusted || !(event.altKey || event.ctrlKey || event.shiftKey)) return;
    const asked = attempt(() => api.storage.local.get({ bypassKey: DEFAULT }));
    asked?.then(({ bypassKey }) => (chosen = bypassKey), () => {});
  };

  const tell = (event) => {
    if (!event.isTrusted || chosen === "none" || event[`${chosen}Key`] !== true) return;
    const link = event.composedPath().find((part) => typeof part.href === "string");
    const message = { type: "held", key: chosen, href: link?.href ?? "" };
    attempt(() => api.runtime.sendMessage(message))?.catch(() => {});
    if (isLostOn(event, link)) follow(event, link);
  };

  // Firefox does nothing with a link that is clicked while Alt is held.
  const isLostOn = (event, link) =>
    chosen === "alt" && link !== undefined && event.button === 0 && !event.defaultPrevented &&
    !event.ctrlKey && !event.shiftKey && api.runtime.getURL("").startsWith("moz-");

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
