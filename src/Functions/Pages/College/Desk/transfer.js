// Sends the photos: links shortly before they are used, a few PUTs at once, and another try wherever that may help.

import { online, pause, Refused, wait } from './app-calls.js';
import { put } from './put.js';

const putsAtOnce = 5;
const linksAtOnce = 50;
const fewestLinks = 10;
const linkGoodFor = 10 * 60_000;
const mostTries = 7;
const mostLinks = 4;
const mostSeconds = 30;
const inboxSeconds = [4, 8, 15, 30, 60, 60];

/**
 * A photo on its way.
 * @typedef {object} Parcel
 * @property {File} file the photo
 * @property {string} name the name it gets: the ID number and an extension
 * @property {'queued' | 'sending' | 'again' | 'inbox' | 'taken' | 'failed'} state where it is
 * @property {number} sent how many bytes are on their way
 * @property {string} [etag] what its PUT returned
 * @property {{ code: string, messageZh?: string, messageEn?: string }} [trouble] why it failed, or is tried again
 */

/** The way of all photos. */
export class Transfer {
  #session;
  #address;
  #onChange;
  #queue = [];
  #links = new Map();
  #running = 0;
  #isAsking = false;
  #isStopped = false;

  /**
   * @param {import('./app-calls.js').Session} session calls the app
   * @param {string} address where links are asked for
   * @param {(parcel: Parcel) => void} onChange is told of every change
   */
  constructor(session, address, onChange) {
    this.#session = session;
    this.#address = address;
    this.#onChange = onChange;
  }

  /**
   * Sends photos, behind those that wait.
   * @param {Parcel[]} parcels the photos
   */
  send(parcels) {
    for (const parcel of parcels) {
      Object.assign(parcel, { tries: 0, links: 0, inbox: 0, sent: 0, trouble: undefined });
      this.#queue.push(parcel);
      this.#move(parcel, 'queued');
    }
    this.#pump();
  }

  /** Begins nothing new; what is on its way arrives. */
  stop() {
    this.#isStopped = true;
  }

  /** Goes on after a stop. */
  goOn() {
    this.#isStopped = false;
    this.#pump();
  }

  #pump() {
    while (!this.#isStopped && this.#running < putsAtOnce) {
      const at = this.#queue.findIndex((parcel) => this.#hasLink(parcel));
      if (at < 0) {
        break;
      }
      this.#running++;
      this.#carry(this.#queue.splice(at, 1)[0]).finally(() => {
        this.#running--;
        this.#pump();
      });
    }
    this.#ask();
  }

  #hasLink(parcel) {
    const link = this.#links.get(parcel);
    return link !== undefined && performance.now() - link.at < linkGoodFor;
  }

  async #ask() {
    const all = this.#queue.filter((parcel) => !this.#hasLink(parcel));
    if (this.#isAsking || this.#isStopped || all.length === 0 || this.#queue.length - all.length >= fewestLinks) {
      return;
    }
    const without = all.slice(0, linksAtOnce);
    this.#isAsking = true;
    try {
      const at = performance.now();
      const files = without.map(({ name, file }) => ({ name, bytes: file.size }));
      const { items } = await this.#session.call(this.#address, { files });
      items.forEach((item, i) => this.#take(without[i], item, at));
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      const trouble = { code: 'no-links', messageZh: error.messageZh, messageEn: error.messageZh && error.message };
      without.forEach((parcel) => this.#fail(parcel, trouble));
    } finally {
      this.#isAsking = false;
    }
    this.#pump();
  }

  #take(parcel, { url, code, messageZh, messageEn }, at) {
    if (url) {
      this.#links.set(parcel, { url, at });
    } else {
      this.#fail(parcel, { code, messageZh, messageEn });
    }
  }

  async #carry(parcel) {
    const { url } = this.#links.get(parcel);
    this.#move(parcel, 'sending');
    await online();
    const { end, etag, code } = await put(url, parcel.file, (sent) => {
      parcel.sent = Math.min(sent, parcel.file.size);
      this.#onChange(parcel);
    });
    switch (end) {
      case 'done':
        this.#links.delete(parcel);
        Object.assign(parcel, { etag, sent: parcel.file.size, trouble: etag ? undefined : { code: 'no-etag' } });
        this.#move(parcel, 'taken');
        break;
      case 'link-over':
        this.#links.delete(parcel);
        parcel.links++;
        this.#again(parcel, 'again', parcel.links < mostLinks ? 0 : null, { code: 'link-over' });
        break;
      case 'in-inbox':
        this.#again(parcel, 'inbox', inboxSeconds[parcel.inbox++] ?? null, { code: 'in-inbox' });
        break;
      case 'refused':
        this.#fail(parcel, { code: 'storage-refused', messageZh: code, messageEn: code });
        break;
      default:
        await this.#unanswered(parcel, end);
    }
  }

  // Nobody knows whether it arrived. It is sent again: the same bytes twice do nothing twice.
  async #unanswered(parcel, end) {
    if (!(await isReadable(parcel.file))) {
      this.#fail(parcel, { code: 'changed' });
      return;
    }
    parcel.tries += navigator.onLine ? 1 : 0;
    const seconds = parcel.tries < mostTries ? pause(Math.max(1, parcel.tries), mostSeconds) : null;
    this.#again(parcel, 'again', seconds, { code: end });
  }

  #again(parcel, state, seconds, trouble) {
    parcel.sent = 0;
    if (seconds === null) {
      this.#fail(parcel, trouble);
      return;
    }
    parcel.trouble = trouble;
    this.#move(parcel, state);
    wait(seconds).then(async () => {
      await online();
      this.#queue.unshift(parcel);
      this.#pump();
    });
  }

  #fail(parcel, trouble) {
    this.#links.delete(parcel);
    this.#queue = this.#queue.filter((other) => other !== parcel);
    Object.assign(parcel, { sent: 0, trouble });
    this.#move(parcel, 'failed');
  }

  #move(parcel, state) {
    parcel.state = state;
    this.#onChange(parcel);
  }
}

// A file that was moved or written anew on the disk cannot be read any more.
async function isReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
