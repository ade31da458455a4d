/** Numbers to words, as the person's language writes them: the same figures as in the window. */

import { language, say } from "./words.js";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];
const formats = new Map();

function written(number, options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(language(), options));
  return formats.get(key).format(number);
}

/** A whole number. */
export function number(count) {
  return written(count, {});
}

/** Counted in 1024s: "783 MB", "84.1 GB", "1.5 kB". */
export function size(count) {
  let step = 0;
  while (step < UNITS.length - 1 && count >= 1024 ** (step + 1)) step += 1;
  const amount = count / 1024 ** step;
  const digits = step === 0 || (step === 1 ? amount >= 10 : amount >= 99.95) ? 0 : 1;
  return written(amount, {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: "short",
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** "24.6 MB/s". */
export function rate(bytesPerSecond) {
  return say("rate", size(Math.floor(bytesPerSecond)));
}

/** Rounded down, so that 100 % means all of it. */
export function percent(fraction) {
  return `${number(Math.floor(fraction * 100))}\u00a0${percentSign()}`;
}

function percentSign() {
  const parts = new Intl.NumberFormat(language(), { style: "percent" }).formatToParts(1);
  return parts.find(({ type }) => type === "percentSign")?.value ?? "%";
}

/** Several in a row, as the language joins them: "a, b and c". */
export function listed(words) {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(words);
}
