/** The options: every choice is saved as it is made, here and nowhere else but in the browser. */

import { open } from "../native.js";
import * as settings from "../settings.js";
import { isFirefox } from "../stores.js";
import { foreign, oneLine, putWords, say } from "../words.js";
import { Field } from "./fields.js";
import { Kinds } from "./kinds.js";
import * as typed from "./typed.js";

const SAVED_SHOWN_MS = 2000;
const FLAGS = ["takesUnknownSize", "inPrivateWindows"];
const SITES = ["neverSites", "alwaysSites"];
const api = globalThis.browser ?? globalThis.chrome;
const at = (id) => document.getElementById(id);
const modes = [...document.querySelectorAll('input[name="mode"]')];

// --- saving ---------------------------------------------------------------------------------------

let before = null;
let hush = 0;
let saving = 0;

// While another is being saved, what is there is older than what is seen.
async function save(changes) {
  before = null;
  saving += 1;
  let choices;
  try {
    choices = await settings.write(changes);
  } finally {
    saving -= 1;
  }
  if (saving === 0) tellChoices(choices);
  tellSaved(say("saved"));
}

function tellSaved(words) {
  at("saved").textContent = words;
  at("undo").hidden = before === null;
  clearTimeout(hush);
  if (before === null) hush = setTimeout(() => tellSaved(""), SAVED_SHOWN_MS);
}

async function reset() {
  before = await settings.read();
  tellChoices(await settings.reset(), true);
  tellSaved(say("wasReset"));
  at("undo").focus();
}

async function undo() {
  const choices = before;
  before = null;
  tellChoices(await settings.write(choices), true);
  tellSaved(say("wasUndone"));
  at("reset").focus();
}

// --- the fields -----------------------------------------------------------------------------------

const smallest = new Field(at("smallest"), at("smallest-wrong"), {
  read: (text) => typed.readSize(text, at("unit").value),
  written: (bytes) => typed.writtenSize(bytes, at("unit").value),
  save: (bytes) => save({ smallest: bytes }),
});
const sites = Object.fromEntries(
  SITES.map((key) => [
    key,
    new Field(at(key), at(`${key}-wrong`), {
      read: typed.readSites,
      written: typed.writtenSites,
      save: (value) => save({ [key]: value }),
    }),
  ]),
);
const kinds = new Kinds(at("kinds"), save);

/** Show what is saved; with `isForced` also over what is being typed. */
function tellChoices(choices, isForced = false) {
  const how = isForced ? "force" : "tell";
  for (const mode of modes) mode.checked = mode.value === choices.mode;
  for (const part of document.querySelectorAll("[data-of]")) {
    part.toggleAttribute("data-off", part.dataset.of !== choices.mode);
  }
  for (const key of FLAGS) at(key).checked = choices[key];
  for (const key of SITES) sites[key][how](choices[key]);
  if (isForced || at("smallest") !== document.activeElement) tellUnit(choices.smallest);
  smallest[how](choices.smallest);
  kinds.tell(choices, isForced);
  at("no-kinds").hidden = choices.kinds.length > 0;
  at("bypassKey").value = choices.bypassKey;
}

// The unit that the person picked stays: 1024 MB do not become 1 GB under the hand.
function tellUnit(bytes) {
  if (at("unit").dataset.isPicked === undefined) at("unit").value = typed.unitOf(bytes);
}

function listen() {
  for (const mode of modes) mode.addEventListener("change", () => save({ mode: mode.value }));
  for (const key of FLAGS) at(key).addEventListener("change", () => save({ [key]: at(key).checked }));
  at("bypassKey").addEventListener("change", () => save({ bypassKey: at("bypassKey").value }));
  at("unit").addEventListener("change", () => {
    at("unit").dataset.isPicked = "";
    smallest.again();
  });
  at("reset").addEventListener("click", reset);
  at("undo").addEventListener("click", undo);
  at("again").addEventListener("click", tellConnection);
}

// --- what the browser and Holdfast say ------------------------------------------------------------

async function tellConnection() {
  const port = open();
  at("again").hidden = true;
  try {
    const answer = await port.ask({ type: "hello" });
    tellAnswer(answer);
  } catch (failure) {
    const words = failure.code === "slow" ? say("slowText") : say("unconnectedText");
    tellState(words, false);
  } finally {
    port.close();
  }
}

function tellAnswer({ ok, code, version, text }) {
  if (ok) tellState(say("connectedTo", foreign(version ?? "")), true);
  else if (code === "absent") tellState(say("connectedAbsent"), true);
  else tellState(code === "refused" ? oneLine(text ?? "") : say("slowText"), false);
}

function tellState(words, isGood) {
  at("connection").textContent = words;
  at("connection").classList.toggle("bad", !isGood);
  at("again").hidden = isGood;
}

async function tellPrivate() {
  if (await api.extension.isAllowedIncognitoAccess()) return;
  at("private-blocked").hidden = false;
  at("private-blocked").textContent = isFirefox
    ? say("privateBlockedFirefox")
    : say("privateBlockedChromium");
}

function fillUnits() {
  for (const unit of Object.keys(typed.UNITS)) {
    at("unit").append(new Option(typed.unitWord(unit), unit));
  }
}

putWords(document);
fillUnits();
listen();
tellChoices(await settings.read(), true);
settings.watch((choices) => saving === 0 && tellChoices(choices));
await Promise.all([tellPrivate(), tellConnection()]);
