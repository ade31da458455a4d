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

/** Counted in 1024s, so that they stand in a column: "783 MB", "84.1 GB", "5.0 kB". */
export function size(count) {
  const [amount, step] = scaled(count);
  const digits = step === 0 || (step === 1 ? amount >= 10 : amount >= 99.95) ? 0 : 1;
  return withUnit(amount, step, digits, digits);
}

/** The same for a sentence: "5 MB", "2.5 MB". */
export function roundSize(count) {
  return withUnit(...scaled(count), 0, 2);
}

function scaled(count) {
  let step = 0;
  while (step < UNITS.length - 1 && count >= 1024 ** (step + 1)) step += 1;
  return [count / 1024 ** step, step];
}

function withUnit(amount, step, minimumFractionDigits, maximumFractionDigits) {
  return written(amount, {
    style: "unit",
    unit: UNITS[step],
    unitDisplay: step === 0 ? "long" : "short",
    minimumFractionDigits,
    maximumFractionDigits,
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
