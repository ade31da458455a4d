/** What both browsers' items of the list of downloads tell. */

const api = globalThis.browser ?? globalThis.chrome;

/** Whether another extension, or this one, has begun the download: that one wants it as it is. */
export function isForeign(item) {
  return Boolean(item.byExtensionId);
}

/** Whether it comes from the web, and not out of a page's memory. */
export function isWebItem(item) {
  return [item.url, item.finalUrl || item.url].every((url) => /^https?:\/\//i.test(url));
}

/** Whether the browser still has it under way: a person may have stopped it. */
export async function isUnderWay(id) {
  const [item] = await api.downloads.search({ id });
  return item?.state === "in_progress";
}
