/**
 * Hands one download to Holdfast, in steps none of which loses or doubles it:
 *
 * take -> ready: Holdfast would, and has made nothing yet. Confirm -> taken: it has made it, for
 * good. Then its fate is asked until its first byte is there; before that the browser lets go of
 * nothing. Whatever goes wrong, the order is withdrawn and the browser goes on by itself.
 */

import * as links from "./links.js";
import { NativeError, open } from "./native.js";

/** Seconds. Chromium waits 15 for a name and then goes on by itself: all steps end before. */
export const LIMITS = Object.freeze({ take: 8, confirm: 2.5, fate: 5, inAll: 14 });
const LOOKS_APART_MS = 150;
/** Of a confirmation: nothing was made, and nothing will be. */
const CERTAIN = ["unknown", "refused", "absent"];
const LINGERS_MS = 3000;

let line = null;
let underWay = 0;

/** What `handOver` gives where there is no own download to go on with. */
export const NOTHING_OF_OUR_OWN = Object.freeze({ isWanted: async () => true, isAlone: true });

/**
 * Bring a download to Holdfast: `{ok: true, job}`, or `{ok: false, code, text}` and it is the
 * browser's. `own` is the browser's own download: `isWanted()` tells whether it is still there,
 * for a person may have stopped it meanwhile; `isAlone` that there is none.
 */
export async function handOver(download, own) {
  line ??= open();
  underWay += 1;
  try {
    return await new HandOver(line, await orderOf(download), own).run();
  } catch (failure) {
    if (!(failure instanceof NativeError)) throw failure;
    return kept(failure);
  } finally {
    underWay -= 1;
    setTimeout(hangUp, LINGERS_MS);
  }
}

// An open line would keep the worker, and the host's process, alive for ever.
function hangUp() {
  if (underWay > 0) return;
  line?.close();
  line = null;
}

async function orderOf(download) {
  const all = links.repeatable(download.hops);
  const cookiesFor = (url) =>
    links.cookiesFor(url, download.storeId, links.sentTo(url, download.hops));
  const jars = await Promise.all(all.map(cookiesFor));
  const { url, cookies } = links.choose(all, jars);
  return {
    type: "take",
    id: crypto.randomUUID(),
    url,
    first_url: all[0],
    method: "GET",
    referrer: download.referrer || "",
    user_agent: navigator.userAgent,
    name: download.name || "",
    size: download.size,
    mime: download.mime,
    etag: download.etag,
    last_modified: download.lastModified,
    cookies,
    private: download.isPrivate,
    source: download.source,
  };
}

function kept({ code, text }) {
  return { ok: false, code: code ?? "refused", text: text ?? "" };
}

class HandOver {
  #line;
  #order;
  #own;
  #began = performance.now();

  constructor(line, order, own) {
    this.#line = line;
    this.#order = order;
    this.#own = own;
  }

  async run() {
    const answer = await this.#offer();
    if (!answer.ok) return kept(answer);
    if (!(await this.#own.isWanted())) return this.#withdraw({ code: "stopped" });
    const taken = await this.#confirm();
    if (!taken.ok) return this.#withdraw(taken);
    if (this.#own.isAlone || (await this.#arrives())) return { ok: true, job: taken.job ?? null };
    return this.#withdraw({ code: "failed" });
  }

  async #offer() {
    try {
      return await this.#line.ask(this.#order, LIMITS.take);
    } catch (failure) {
      // It may say "ready" yet, to nobody.
      if (failure.code === "slow") this.#tellWithdrawn(this.#line);
      throw failure;
    }
  }

  // Twice at most, the second time over a line of its own: the first may have broken on the way
  // back, and whoever took it remembers the id.
  async #confirm() {
    const spare = open();
    try {
      for (const line of [this.#line, spare]) {
        const answer = await this.#askConfirmed(line);
        if (answer.ok || CERTAIN.includes(answer.code)) return answer;
      }
      return { ok: false, code: "slow" };
    } finally {
      spare.close();
    }
  }

  async #askConfirmed(line) {
    try {
      return await line.ask({ type: "confirm", id: this.#order.id }, LIMITS.confirm);
    } catch ({ code }) {
      return { ok: false, code };
    }
  }

  // Whether Holdfast gets it. It may not, where a link leads to the file only once, or wants what
  // only the browser has; then the browser's connection is the one that has it.
  async #arrives() {
    const end = Math.min(this.#seconds() + LIMITS.fate, LIMITS.inAll);
    while (this.#seconds() < end) {
      const fate = await this.#askFate(Math.min(1, end - this.#seconds()));
      if (fate !== "waiting") return fate !== "failed";
      await new Promise((resolve) => setTimeout(resolve, LOOKS_APART_MS));
    }
    return true;
  }

  // What cannot be answered any more is taken: it is in the store, and Holdfast holds on to it.
  async #askFate(seconds) {
    try {
      const answer = await this.#line.ask({ type: "fate", id: this.#order.id }, seconds);
      return answer.ok ? answer.fate : "unknown";
    } catch {
      return "unknown";
    }
  }

  #seconds() {
    return (performance.now() - this.#began) / 1000;
  }

  #withdraw(why) {
    this.#tellWithdrawn(this.#line);
    return kept(why);
  }

  // One that is slow reads this after the confirmation that it has not answered yet.
  #tellWithdrawn(line) {
    if (line.isOpen) line.ask({ type: "withdraw", id: this.#order.id }, LIMITS.take).catch(() => {});
  }
}
