// Small pictures of the students in sight. Each is a look at a photo, which the app writes down: those out of sight are not asked for.

const atOnce = 100;
const gatherFor = 400;

/** Shows pictures in the places that it is told of, when these come into sight. */
export class Thumbnails {
  #session;
  #address;
  #wanted = new Map();
  #isGathering = false;
  #sight = new IntersectionObserver((entries) => this.#see(entries), { rootMargin: '100px' });
  #students = new WeakMap();

  /**
   * @param {import('./app-calls.js').Session} session calls the app
   * @param {string} address where links to pictures are asked for
   */
  constructor(session, address) {
    this.#session = session;
    this.#address = address;
  }

  /**
   * Shows a student's picture in an image, when it comes into sight.
   * @param {HTMLImageElement} image where
   * @param {string} student the student number
   */
  show(image, student) {
    this.#students.set(image, student);
    this.#sight.observe(image);
  }

  #see(entries) {
    for (const { target } of entries.filter((entry) => entry.isIntersecting)) {
      this.#sight.unobserve(target);
      this.#wanted.set(target, this.#students.get(target));
    }
    if (this.#wanted.size > 0 && !this.#isGathering) {
      this.#isGathering = true;
      setTimeout(() => this.#ask(), gatherFor);
    }
  }

  async #ask() {
    const some = [...this.#wanted].slice(0, atOnce);
    some.forEach(([image]) => this.#wanted.delete(image));
    try {
      const { items } = await this.#session.call(this.#address, { students: some.map(([, student]) => student) });
      items.forEach(({ url }, i) => url && Object.assign(some[i][0], { src: url }));
    } catch {
      // The list says all there is to say without pictures.
    }
    this.#isGathering = false;
    this.#see([]);
  }
}
