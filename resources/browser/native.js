/**
 * Talks with Holdfast through its native host: one port, many questions, each with an id and a limit.
 *
 * Knows nothing of downloads. What goes wrong is a `NativeError` with a code and never with words
 * of the browser's.
 */

const api = globalThis.browser ?? globalThis.chrome;

/** By this name the browser finds the host; Holdfast registers it. */
export const HOST = "org.holdfast.holdfast";
const VERSION = 1;

/** No answer: `code` is "unconnected" (nobody is there, or went without a word) or "slow". */
export class NativeError extends Error {
  constructor(code) {
    super(code);
    this.name = "NativeError";
    this.code = code;
  }
}

/**
 * A connection: `ask`, `close`, `isOpen`. It is made with the first question, and after a break
 * with the next.
 */
export function open() {
  return new Connection();
}

class Connection {
  #port = null;
  #waiting = new Map();

  get isOpen() {
    return this.#port !== null;
  }

  /** The answer, also one that says no. Throws `NativeError`. */
  ask(message, seconds = 8) {
    const id = message.id ?? crypto.randomUUID();
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#settle(id, new NativeError("slow")), seconds * 1000);
      this.#waiting.set(id, { resolve, reject, late });
      try {
        this.#connect();
        this.#port.postMessage({ v: VERSION, id, ...message });
      } catch {
        this.close();
      }
    });
  }

  /** Hang up; what is still asked ends as "unconnected", and what was promised here ends with it. */
  close() {
    const port = this.#port;
    this.#port = null;
    port?.disconnect();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, new NativeError("unconnected"));
  }

  #connect() {
    if (this.#port !== null) return;
    const port = api.runtime.connectNative(HOST);
    this.#port = port;
    port.onMessage.addListener((answer) => {
      if (typeof answer?.ok === "boolean") this.#settle(answer.id, answer);
    });
    port.onDisconnect.addListener(() => {
      // Read, lest the browser complain of an error that nobody looked at.
      void (api.runtime.lastError ?? port.error);
      if (this.#port === port) this.close();
    });
  }

  // An answer to a question that nobody waits for any more is no answer.
  #settle(id, outcome) {
    const asked = this.#waiting.get(id);
    if (asked === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(asked.late);
    if (outcome instanceof NativeError) asked.reject(outcome);
    else asked.resolve(outcome);
  }
}
