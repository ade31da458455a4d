/**
 * What the icon in the toolbar tells without a click: grey while nothing is taken over, and for a
 * moment what became of "Download with Holdfast".
 */

import * as bypass from "./bypass.js";
import * as settings from "./settings.js";
import { say } from "./words.js";

const SIZES = [16, 32, 48];
const GOOD = "#1f7a44";
const BAD = "#c0303a";
const SHOWN_MS = 2500;
const NOTICE = "notice";
const api = globalThis.browser ?? globalThis.chrome;

/** Keep the icon true from now on. To be called while the background is being loaded. */
export function follow() {
  settings.watch(() => show());
  bypass.watch(() => show());
  return show();
}

async function show() {
  const { path, title } = look(...(await Promise.all([settings.read(), bypass.isArmed()])));
  await Promise.all([api.action.setIcon({ path }), api.action.setTitle({ title })]);
}

/** Which picture the icon has at each size, and what is read when the pointer rests on it. */
export function look({ mode }, isArmed) {
  if (mode === "off") return { path: pictures("quiet"), title: say("actionTitleOff") };
  if (isArmed) return { path: pictures("quiet"), title: say("actionTitleNext") };
  return { path: pictures("holdfast"), title: say("actionTitle") };
}

function pictures(name) {
  return Object.fromEntries(SIZES.map((side) => [side, `/icons/${name}-${side}.png`]));
}

/** For a moment: a job was made of what the person chose from the menu. */
export async function tellTaken() {
  await forget();
  await mark("✓", GOOD);
  setTimeout(() => api.action.setBadgeText({ text: "" }), SHOWN_MS);
}

/** Until it was read in the popup, which is opened if the browser lets us: why none was made. */
export async function tellRefused(notice) {
  await api.storage.session.set({ [NOTICE]: notice });
  await mark("!", BAD);
  try {
    await api.action.openPopup();
  } catch {
    // Some browsers open it for a click in the popup's own window only. The mark stays.
  }
}

async function mark(text, colour) {
  await api.action.setBadgeBackgroundColor({ color: colour });
  await api.action.setBadgeTextColor?.({ color: "#ffffff" });
  await api.action.setBadgeText({ text });
}

/** What `tellRefused` was told, or nothing. */
export async function notice() {
  return (await api.storage.session.get(NOTICE))[NOTICE];
}

/** It was read. */
export async function forget() {
  await api.storage.session.remove(NOTICE);
  await api.action.setBadgeText({ text: "" });
}
