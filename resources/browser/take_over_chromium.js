/**
 * Takes downloads over in Chromium and its kin: each is held while its name is still open, and
 * paused; nothing of it is seen in the folder. What Holdfast does not take goes on over the same
 * connection.
 */

import { isForeign, isUnderWay, isWebItem } from "./items.js";
import * as requests from "./requests.js";
import { cookieStoreOf } from "./stores.js";
import { hasTaken, isWanted } from "./take_over.js";

const api = globalThis.chrome;

/** Call at the top level, so that a download wakes the worker. */
export function register() {
  requests.follow();
  api.downloads.onDeterminingFilename.addListener((item, suggest) => {
    // An empty answer has no objection to the browser's own name.
    if (isForeign(item) || !isWebItem(item)) {
      suggest();
      return false;
    }
    void consider(item).finally(suggest);
    return true;
  });
}

async function consider(item) {
  const request = await requests.find(item.url, item.finalUrl || item.url);
  if (request === null || request.isSettled) return;
  // A download that is resumed comes by here again.
  await requests.settle(request);
  const download = downloadOf(item, request);
  if (!(await isWanted(download))) return;
  await attempt(() => api.downloads.pause(item.id));
  if (await hasTaken(download, { isWanted: () => isUnderWay(item.id) })) await drop(item.id);
  else await attempt(() => api.downloads.resume(item.id));
}

function downloadOf(item, request) {
  return {
    ...request,
    page: item.referrer,
    referrer: item.referrer,
    name: item.filename,
    size: request.size ?? (item.fileSize > 0 ? item.fileSize : null),
    isPrivate: item.incognito === true,
    isForeign: false,
    storeId: cookieStoreOf(item.incognito === true),
  };
}

async function drop(id) {
  await attempt(() => api.downloads.cancel(id));
  await attempt(() => api.downloads.erase({ id }));
}

// All of a small file may be there already; such a download can be neither paused nor resumed, and
// needs neither.
async function attempt(deed) {
  try {
    await deed();
  } catch {
    return;
  }
}
