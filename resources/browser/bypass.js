/**
 * "Let the browser download the next one": armed by a person, used up by one download, and forgotten
 * after five minutes or with the browser.
 */

const KEY = "browserTakesNext";
const LASTS_MS = 5 * 60 * 1000;

function session() {
  return (globalThis.browser ?? globalThis.chrome).storage.session;
}

/** The browser is to have the next download. */
export async function arm() {
  await session().set({ [KEY]: Date.now() + LASTS_MS });
}

/** It is not, after all. */
export async function disarm() {
  await session().remove(KEY);
}

/** Whether the browser is to have the next download. */
export async function isArmed() {
  const left = (await session().get(KEY))[KEY] - Date.now();
  // A clock that was set back must not make it last for ever.
  return left > 0 && left <= LASTS_MS;
}

/** Whether this download is the browser's; the one after it is not. */
export async function consume() {
  const isOurs = await isArmed();
  if (isOurs) await disarm();
  return isOurs;
}

/** Call `told(isArmed)` whenever it changes; gives what ends it. */
export function watch(told) {
  const { storage } = globalThis.browser ?? globalThis.chrome;
  const listener = async (changes, area) => {
    if (area === "session" && Object.hasOwn(changes, KEY)) told(await isArmed());
  };
  storage.onChanged.addListener(listener);
  return () => storage.onChanged.removeListener(listener);
}
