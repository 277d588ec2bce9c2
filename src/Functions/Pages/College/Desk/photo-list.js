// Which photos are on the list: every ID number once.

import { isPassedOver, readContent, readEach, readName } from './offer.js';
import { stateOf } from './photo-row.js';

const onTheWay = ['queued', 'sending', 'again', 'inbox', 'taken'];

/** The photos of the list, in the order in which they were chosen. */
export class PhotoList {
  #photos = new Set();
  #maxBytes;
  #onChange;
  #onRemove;

  /** How many files were none of the photos. */
  passedOver = 0;

  /**
   * @param {number} maxBytes the largest photo
   * @param {(photo: object) => void} onChange is told of every change of a photo
   * @param {(photo: object) => void} onRemove is told of a photo that left the list
   */
  constructor(maxBytes, onChange, onRemove) {
    this.#maxBytes = maxBytes;
    this.#onChange = onChange;
    this.#onRemove = onRemove;
  }

  /** All photos. */
  get all() {
    return [...this.#photos];
  }

  /**
   * Whether a photo is on the list.
   * @param {object} photo the photo
   */
  has(photo) {
    return this.#photos.has(photo);
  }

  /**
   * Takes files: their names are told at once, their contents as soon as they are read.
   * @param {import('./offer.js').Chosen[]} chosen the files
   */
  async add(chosen) {
    const photos = chosen.filter((one) => !isPassedOver(one));
    this.passedOver += chosen.length - photos.length;
    const known = new Set(this.all.map(keyOf));
    const added = photos.filter((one) => !known.has(keyOf(one))).map((one) => {
      const { idNumber, faults } = readName(one);
      return { ...one, idNumber, own: faults, faults, isRead: false };
    });
    added.forEach((photo) => this.#photos.add(photo));
    added.forEach(this.#onChange);
    this.#judge(added);
    await readEach(added, async (photo) => {
      const { extension, faults } = await readContent(photo.file, this.#maxBytes);
      photo.own = [...faults, ...photo.own];
      photo.faults = photo.own.length > 0 ? photo.own : photo.faults;
      Object.assign(photo, { extension, isRead: true });
      this.#onChange(photo);
    });
    this.#judge(added);
  }

  /**
   * A photo came to its end, or set out again: another one for its student may go now, or has to wait.
   * @param {object} photo the photo
   */
  settle(photo) {
    this.#judge([photo]);
  }

  /**
   * Takes a photo off the list.
   * @param {object} photo the photo
   */
  remove(photo) {
    this.#photos.delete(photo);
    this.#onRemove(photo);
    this.#judge([photo]);
  }

  /**
   * A photo is sent: it stands in the place of the one for its student that is decided, or failed.
   * @param {object} photo the photo
   */
  replace(photo) {
    const isOld = (other) => other !== photo && other.idNumber === photo.idNumber && other.parcel && !onTheWay.includes(stateOf(other));
    this.all.filter(isOld).forEach((other) => this.#photos.delete(other) && this.#onRemove(other));
  }

  // Which of two photos for one student counts is for people to say: neither is sent. One that cannot be sent is no second one.
  #judge(touched) {
    for (const idNumber of new Set(touched.map((photo) => photo.idNumber).filter(Boolean))) {
      const same = this.all.filter((photo) => photo.idNumber === idNumber);
      const underWay = same.find((photo) => onTheWay.includes(stateOf(photo)));
      const good = same.filter((photo) => !photo.parcel && photo.own.length === 0);
      for (const photo of good) {
        const other = underWay ?? good.find((one) => one !== photo);
        photo.other = other?.path;
        photo.faults = underWay ? ['on-its-way'] : other ? ['duplicate'] : [];
        this.#onChange(photo);
      }
    }
  }
}

// The same file chosen again is no second photo.
function keyOf({ path, file }) {
  return `${path}\n${file.size}\n${file.lastModified}`;
}
