// How fast bytes go, over the last seconds.

const seconds = 8;

/** A speed that does not jump. */
export class Speed {
  #marks = [];

  /**
   * Tells how many bytes are through now.
   * @param {number} bytes all so far
   * @returns {number} bytes a second
   */
  at(bytes) {
    const now = performance.now() / 1000;
    this.#marks = this.#marks.filter((mark) => now - mark.at < seconds && mark.bytes <= bytes);
    this.#marks.push({ at: now, bytes });
    const first = this.#marks[0];
    return now > first.at ? (bytes - first.bytes) / (now - first.at) : 0;
  }
}
