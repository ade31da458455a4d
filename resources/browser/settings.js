/**
 * What the person chose: defaults, reading, writing, watching, and what makes sense.
 *
 * Pure but for `read`, `write`, `turn` and `watch`, which know the browser's storage. Each choice is
 * an entry of its own in `storage.local`: one that makes no sense costs itself and no other.
 */

const MIB = 1024 * 1024;

/** Which downloads are taken over. */
export const MODES = Object.freeze(["off", "all", "size", "types"]);

/** What may be held while clicking, so that the browser keeps that one download. */
export const BYPASS_KEYS = Object.freeze(["none", "alt", "ctrl", "shift"]);

/** Kinds of files in the order of the options: what is usual, and the types that say it too. */
export const KINDS = Object.freeze({
  archives: kind("7z bz2 gz lz lz4 rar tar tbz2 tgz txz xz zip zst", [
    "application/zip", "application/gzip", "application/x-tar", "application/zstd",
    "application/x-7z-compressed", "application/x-bzip2", "application/x-xz",
    "application/vnd.rar", "application/x-rar-compressed", "application/x-gzip",
  ]),
  images: kind("img iso qcow2 vdi vhd vhdx vmdk wim", [
    "application/x-iso9660-image", "application/x-cd-image", "application/x-raw-disk-image",
  ]),
  programs: kind("apk appimage deb dmg exe flatpak jar msi msix pkg rpm snap", [
    "application/x-msdownload", "application/x-msi", "application/vnd.debian.binary-package",
    "application/x-debian-package", "application/x-rpm", "application/x-apple-diskimage",
    "application/vnd.android.package-archive", "application/java-archive", "application/vnd.appimage",
  ]),
  documents: kind("djvu doc docx epub mobi odp ods odt pdf ppt pptx xls xlsx", [
    "application/pdf", "application/epub+zip", "application/msword", "application/vnd.ms-*",
    "application/vnd.openxmlformats-*", "application/vnd.oasis.opendocument.*",
  ]),
  video: kind("avi flv m4v mkv mov mp4 mpeg mpg ogv ts webm wmv", ["video/*"]),
  audio: kind("aac aiff flac m4a m4b mid mp3 oga ogg opus wav wma", ["audio/*"]),
  data: kind("bin csv dat gpkg h5 hdf5 json nc osm parquet pbf safetensors sqlite", [
    "text/csv", "application/x-hdf5", "application/netcdf", "application/vnd.sqlite3",
  ]),
});

function kind(endings, types) {
  return Object.freeze({ endings: Object.freeze(endings.split(" ")), types: Object.freeze(types) });
}

/** How a fresh installation behaves. */
export const DEFAULTS = Object.freeze({
  mode: "all",
  modeWhenOn: "all",
  smallest: 5 * MIB,
  takesUnknownSize: true,
  kinds: Object.freeze(["archives", "images", "programs", "video"]),
  endings: Object.freeze(
    Object.fromEntries(Object.entries(KINDS).map(([name, { endings }]) => [name, endings])),
  ),
  neverSites: Object.freeze([]),
  alwaysSites: Object.freeze([]),
  bypassKey: "alt",
  inPrivateWindows: false,
});

/** The largest "smallest size" that is taken for meant: a pebibyte. */
export const LARGEST_SIZE = 2 ** 50;
/** So many fit into a list. */
export const MOST_SITES = 2000;
export const MOST_ENDINGS = 200;
const ENDING = /^[\p{L}\p{N}][\p{L}\p{N}+_-]{0,19}$/u;

const CHECKS = {
  mode: (value) => MODES.includes(value),
  modeWhenOn: (value) => MODES.includes(value) && value !== "off",
  smallest: (value) => Number.isInteger(value) && value >= 1 && value <= LARGEST_SIZE,
  takesUnknownSize: isFlag,
  kinds: (value) => Array.isArray(value) && value.every((name) => Object.hasOwn(KINDS, name)),
  endings: (value) =>
    isPlainObject(value) &&
    Object.entries(value).every(([name, list]) => Object.hasOwn(KINDS, name) && areEndings(list)),
  neverSites: areSites,
  alwaysSites: areSites,
  bypassKey: (value) => BYPASS_KEYS.includes(value),
  inPrivateWindows: isFlag,
};

function isFlag(value) {
  return typeof value === "boolean";
}

function isPlainObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areEndings(value) {
  return (
    Array.isArray(value) &&
    value.length <= MOST_ENDINGS &&
    value.every((ending) => typeof ending === "string" && ending === cleanEnding(ending))
  );
}

function areSites(value) {
  return (
    Array.isArray(value) &&
    value.length <= MOST_SITES &&
    value.every((site) => typeof site === "string" && site === cleanSite(site))
  );
}

/** Thrown by `write`: `key` tells which choice made no sense. Nothing was saved then. */
export class WrongChoiceError extends Error {
  constructor(key) {
    super(`no sensible value for ${key}`);
    this.name = "WrongChoiceError";
    this.key = key;
  }
}

/** Whether `value` may be saved under `key`. */
export function isSensible(key, value) {
  return Object.hasOwn(CHECKS, key) && CHECKS[key](value);
}

/** Whole choices out of what was stored: the default wherever an entry is missing or senseless. */
export function settled(stored) {
  const choices = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS)) {
    if (isSensible(key, stored?.[key])) choices[key] = stored[key];
  }
  choices.endings = Object.freeze({ ...DEFAULTS.endings, ...choices.endings });
  return Object.freeze(choices);
}

function storage() {
  return (globalThis.browser ?? globalThis.chrome).storage;
}

/** All choices, frozen. */
export async function read() {
  return settled(await storage().local.get(Object.keys(DEFAULTS)));
}

/** Save some choices (`{smallest: 1024}`), all or none; gives all choices as they are then. */
export async function write(changes) {
  for (const [key, value] of Object.entries(changes)) {
    if (!isSensible(key, value)) throw new WrongChoiceError(key);
  }
  const entries = { ...changes };
  if (isSensible("modeWhenOn", changes.mode)) entries.modeWhenOn = changes.mode;
  await storage().local.set(entries);
  return read();
}

/** The big switch. On again means the mode that was on before. */
export async function turn(isOn) {
  const { modeWhenOn } = await read();
  return write({ mode: isOn ? modeWhenOn : "off" });
}

/** Forget every choice. */
export async function reset() {
  await storage().local.remove(Object.keys(DEFAULTS));
  return read();
}

/** Call `told(choices)` whenever something was saved, here or elsewhere; gives what ends it. */
export function watch(told) {
  const listener = async (changes, area) => {
    if (area === "local" && Object.keys(changes).some((key) => Object.hasOwn(DEFAULTS, key))) {
      told(await read());
    }
  };
  storage().onChanged.addListener(listener);
  return () => storage().onChanged.removeListener(listener);
}

// --- what people type -----------------------------------------------------------------------------

/**
 * A site as it is kept ("example.org") out of what was typed or pasted: a name, a link,
 * "*.example.org". Null if it is none.
 */
export function cleanSite(text) {
  const typed = text.trim().toLowerCase().normalize("NFC");
  const rest = typed.replace(/^[a-z][a-z0-9+.-]*:\/\//, "").replace(/^\*\./, "");
  const named = rest.replace(/[/?#].*$/s, "").replace(/^.*@/s, "").replace(/:\d*$/, "");
  const name = named.replace(/\.$/, "");
  return asciiSite(name) === null ? null : name;
}

/** The form in which browsers tell hosts: "müller.de" is "xn--mller-kva.de". Null if it is none. */
export function asciiSite(name) {
  const isSpelled = name !== "" && !/[\s/?#@\\%*,;<>"|^`{}]/.test(name) && !/^\.|\.\./.test(name);
  if (!isSpelled || (name.includes(":") && !/^\[[0-9a-f:.]+\]$/.test(name))) return null;
  try {
    return new URL(`http://${name}/`).hostname || null;
  } catch {
    return null;
  }
}

/** An ending as it is kept ("iso") out of what was typed (".ISO", "*.iso"). Null if it is none. */
export function cleanEnding(text) {
  const ending = text.trim().toLowerCase().normalize("NFC").replace(/^\*?\./, "");
  return ENDING.test(ending) ? ending : null;
}

// --- what the rules ask ---------------------------------------------------------------------------

/** Whether `host` (as `URL.hostname` tells it) is one of `sites`, or a part of one. */
export function isAmong(sites, host) {
  const asked = host.toLowerCase().replace(/\.$/, "");
  return asked !== "" && sites.some((site) => isPartOf(asked, asciiSite(site)));
}

// A name without a dot (localhost, a machine at home) and an address mean themselves alone: "com"
// is not half of the web.
function isPartOf(host, site) {
  if (host === site) return true;
  const hasParts = site !== null && site.includes(".") && !/^[\d.]+$/.test(site);
  return hasParts && host.endsWith(`.${site}`);
}

/** The ending of a file's name, lower case and without its dot; "" if it has none. */
export function endingOf(name) {
  const found = /[^.]\.([^.\s/\\]+)$/.exec(name.trim());
  return found ? found[1].toLowerCase().normalize("NFC") : "";
}

/**
 * Whether a file is of a kind that the person ticked: its ending says so, or, where no kind at all
 * knows the ending, the type that the server tells.
 */
export function isOfChosenKind(choices, name, mime) {
  const ending = endingOf(name ?? "");
  const knows = (kindName) => (choices.endings[kindName] ?? []).includes(ending);
  if (choices.kinds.some(knows)) return true;
  if (ending !== "" && Object.keys(KINDS).some(knows)) return false;
  const type = (mime ?? "").split(";")[0].trim().toLowerCase();
  return choices.kinds.some((kindName) => KINDS[kindName].types.some((one) => fits(one, type)));
}

function fits(pattern, type) {
  return pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}
