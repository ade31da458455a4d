/** In one sentence, what is taken over. */

import * as figures from "./figures.js";
import { say } from "./words.js";

const KIND_WORDS = Object.freeze({
  archives: () => say("kindArchives"),
  images: () => say("kindImages"),
  programs: () => say("kindPrograms"),
  documents: () => say("kindDocuments"),
  video: () => say("kindVideo"),
  audio: () => say("kindAudio"),
  data: () => say("kindData"),
});

/** The name of a kind of files. */
export function kindWord(kind) {
  return KIND_WORDS[kind]();
}

/** What these choices mean for the downloads of a window. */
export function modeSentence(choices, isPrivate = false) {
  if (choices.mode === "off") return say("sentenceOff");
  if (isPrivate && !choices.inPrivateWindows) return say("sentencePrivate");
  if (choices.mode === "size") return say("sentenceSize", figures.roundSize(choices.smallest));
  if (choices.mode === "all") return say("sentenceAll");
  if (choices.kinds.length === 0) return say("sentenceNoKinds");
  return say("sentenceTypes", figures.listed(choices.kinds.map(kindWord)));
}
