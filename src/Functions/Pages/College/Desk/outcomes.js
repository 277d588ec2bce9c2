// What became of the photos: asked for as they are decided, and told by the ETag that each one's PUT returned.

import { Refused, wait } from './app-calls.js';

const soon = 2;
const later = 8;
const hidden = 30;
const quietRounds = 5;
const farLookEvery = 10;

// A line is stored a little after the time that it tells; what takes longer is found by the far look.
const overlap = 15_000;
const page = 1000;

/**
 * What the API says of an upload.
 * @typedef {object} Outcome
 * @property {string} etag of the upload's PUT
 * @property {string} outcome accepted, in-review, rejected, unchanged, superseded, photo-locked, quarantined
 * @property {string | null} studentNumber the student
 * @property {object[]} findings the reasons
 */

/** Waits for the outcomes of all photos that it is told of. */
export class Outcomes {
  #session;
  #address;
  #onOutcome;
  #open = new Map();
  #start;
  #asOf;
  #isRunning = false;

  /**
   * @param {import('./app-calls.js').Session} session calls the app
   * @param {string} address where outcomes are asked for
   * @param {string} asOf when the page was made, by the app's clock
   * @param {(parcel: object, outcome: Outcome) => void} onOutcome is told of each, once
   */
  constructor(session, address, asOf, onOutcome) {
    this.#session = session;
    this.#address = address;
    this.#start = this.#asOf = Date.parse(asOf);
    this.#onOutcome = onOutcome;
  }

  /** How many are not decided yet. */
  get waiting() {
    return this.#open.size;
  }

  /**
   * Follows a photo that is in the inbox.
   * @param {{ etag: string }} parcel the photo
   */
  follow(parcel) {
    this.#open.set(parcel.etag, parcel);
    if (!this.#isRunning) {
      this.#isRunning = true;
      this.#run().finally(() => (this.#isRunning = false));
    }
  }

  async #run() {
    let quiet = 0;
    for (let round = 1; this.#open.size > 0; round++) {
      await someTime(document.hidden ? hidden : quiet < quietRounds ? soon : later);

      // Once in a while all since the page was opened: what was stored very late is found then.
      const since = (round % farLookEvery === 0 ? this.#start : this.#asOf) - overlap;
      try {
        quiet = (await this.#look(since)) > 0 ? 0 : quiet + 1;
      } catch (error) {
        if (!(error instanceof Refused)) {
          throw error;
        }
        quiet = quietRounds;
      }
    }
  }

  async #look(since) {
    let told = 0;
    let asOf = null;
    let continuation = null;
    do {
      const query = new URLSearchParams({ since: new Date(since).toISOString(), top: page });
      if (continuation) {
        query.set('continuation', continuation);
      }
      const answer = await this.#session.call(`${this.#address}?${query}`);
      asOf ??= Date.parse(answer.asOf);
      continuation = answer.continuation;
      for (const outcome of answer.items) {
        const parcel = this.#open.get(outcome.etag);
        if (parcel) {
          this.#open.delete(outcome.etag);
          this.#onOutcome(parcel, outcome);
          told++;
        }
      }
    } while (continuation && this.#open.size > 0);
    this.#asOf = asOf;
    return told;
  }
}

// Whoever comes back to the page does not wait for the end of a long pause.
async function someTime(seconds) {
  const shown = new AbortController();
  await Promise.race([
    wait(seconds),
    new Promise((back) => document.addEventListener('visibilitychange', back, { once: true, signal: shown.signal })),
  ]);
  shown.abort();
}
