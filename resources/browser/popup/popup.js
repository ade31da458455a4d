/** The popup of the toolbar: what Holdfast does at the moment, and what it takes over. */

import * as bypass from "../bypass.js";
import * as figures from "../figures.js";
import { modeSentence } from "../modes.js";
import { open } from "../native.js";
import * as settings from "../settings.js";
import { foreign, oneLine, putWords, say } from "../words.js";
import * as notices from "./notices.js";
import { Rows } from "./rows.js";

const EVERY_MS = 1000;
const api = globalThis.browser ?? globalThis.chrome;
const at = (id) => document.getElementById(id);
const holdfast = open();

// --- what Holdfast does ---------------------------------------------------------------------------

const rows = new Rows(
  at("jobs"),
  (deed, job) => command({ type: "order", deed, job }),
  (job) => show(job),
);

async function look() {
  let answer;
  try {
    answer = await holdfast.ask({ type: "jobs" });
  } catch (failure) {
    // Nothing at the other end: nobody has told the browser of Holdfast, or what it told is gone.
    answer = { ok: false, code: failure.code === "slow" ? "slow" : "unconnected" };
  }
  if (answer.ok) tellJobs(answer);
  else tellSilence(answer);
}

async function keepLooking() {
  await look();
  setTimeout(document.hidden ? waitToBeSeen : keepLooking, EVERY_MS);
}

function waitToBeSeen() {
  if (!document.hidden) return keepLooking();
  return document.addEventListener("visibilitychange", waitToBeSeen, { once: true });
}

function tellJobs({ jobs, counts, rate }) {
  at("show").disabled = false;
  at("jobs").hidden = jobs.length === 0;
  rows.tell(jobs);
  if (jobs.length === 0) tellCalm(say("emptyTitle"), say("emptyText"));
  else at("calm").hidden = true;
  const parts = [
    counts.active > 0 && say("countActive", figures.number(counts.active)),
    counts.waiting > 0 && say("countWaiting", figures.number(counts.waiting)),
    counts.failed > 0 && say("countFailed", figures.number(counts.failed)),
    counts.active > 0 && rate >= 1 && figures.rate(rate),
  ];
  // A number stays with its word.
  const whole = parts.filter(Boolean).map((part) => part.replaceAll(" ", "\u00a0"));
  tell(at("counts"), whole.join(" · "));
}

const SILENCES = Object.freeze({
  absent: () => [say("absentTitle"), say("absentText")],
  unconnected: () => [say("unconnectedTitle"), say("unconnectedText"), say("tryAgain")],
  slow: () => [say("slowTitle"), say("slowText")],
  silent: () => [say("slowTitle"), say("slowText")],
  busy: () => [say("slowTitle"), say("slowText")],
});

function tellSilence({ code, text }) {
  rows.tell([]);
  at("jobs").hidden = true;
  tell(at("counts"), "");
  at("show").disabled = code === "unconnected";
  const words = SILENCES[code]?.() ?? [say("refusedTitle"), oneLine(text ?? "")];
  tellCalm(...words);
}

function tellCalm(title, text, deed = "") {
  const calm = at("calm");
  tell(calm.querySelector("h3"), title);
  tell(calm.querySelector("p"), text);
  tell(at("calm-deed"), deed);
  at("calm-deed").parentElement.hidden = deed === "";
  calm.hidden = false;
}

function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// --- what the person wants of it ------------------------------------------------------------------

async function command(message) {
  try {
    const answer = await holdfast.ask(message);
    if (!answer.ok) notices.tell(notices.reason(answer));
    return answer.ok;
  } catch {
    return false;
  } finally {
    await look();
  }
}

async function show(job) {
  const isThere = await command(job === undefined ? { type: "show" } : { type: "show", job });
  // The window comes to the front.
  if (isThere) leave();
}

async function openOptions() {
  await api.runtime.openOptionsPage();
  // Firefox leaves it open, over the options.
  leave();
}

// In its own tab the popup stays.
function leave() {
  if (api.extension.getViews({ type: "popup" }).includes(window)) window.close();
}

// --- what is taken over ---------------------------------------------------------------------------

let site = "";
let isPrivate = false;

async function lookAtTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  isPrivate = tab?.incognito === true;
  const url = URL.canParse(tab?.url ?? "") ? new URL(tab.url) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return;
  site = settings.cleanSite(url.hostname.replace(/^www\./, "")) ?? "";
}

function tellChoices(choices) {
  at("switch").checked = choices.mode !== "off";
  tell(at("mode"), modeSentence(choices, isPrivate));
  at("site").hidden = site === "";
  tell(at("site").querySelector("span"), say("neverOn", foreign(site)));
  at("never").checked = settings.isAmong(choices.neverSites, settings.asciiSite(site) ?? "");
}

async function setNever(isNever) {
  const { neverSites } = await settings.read();
  // Listed as a part of something larger, it is that which goes.
  const others = neverSites.filter((one) => !settings.isAmong([one], settings.asciiSite(site)));
  await settings.write({ neverSites: isNever ? [...others, site] : others });
}

async function start() {
  putWords(document);
  await lookAtTab();
  tellChoices(await settings.read());
  at("next").checked = await bypass.isArmed();
  settings.watch(tellChoices);
  bypass.watch((isArmed) => {
    at("next").checked = isArmed;
  });
  at("switch").addEventListener("change", (event) => settings.turn(event.target.checked));
  at("never").addEventListener("change", (event) => setNever(event.target.checked));
  at("next").addEventListener("change", (event) =>
    event.target.checked ? bypass.arm() : bypass.disarm(),
  );
  at("calm-deed").addEventListener("click", look);
  at("show").addEventListener("click", () => show());
  at("options").addEventListener("click", openOptions);
  await notices.tellWhatHappened();
  await keepLooking();
}

addEventListener("pagehide", () => holdfast.close());
await start();
