// One photo of the list, as people see it. Whatever a file is called is only ever written as text.

import { bytesText, faultText, say, stateText, troubleText } from './words.js';

/**
 * A photo of the list.
 * @typedef {object} Photo
 * @property {File} file the file
 * @property {string} path its name below what was chosen
 * @property {string} [idNumber] the ID number of its name
 * @property {string[]} faults why it cannot be sent
 * @property {string} [other] the file that is for the same ID number
 * @property {import('./transfer.js').Parcel} [parcel] its way
 * @property {import('./outcomes.js').Outcome} [outcome] its end
 */

/**
 * Where a photo stands.
 * @param {Photo} photo the photo
 */
export function stateOf({ outcome, parcel, faults, isRead }) {
  return outcome?.outcome ?? parcel?.state ?? (faults.length > 0 ? 'faulty' : isRead ? 'ready' : 'reading');
}

/** Whether somebody has to look at a photo. */
export function isTrouble(photo) {
  return ['bad', 'waits'].includes(stateText(stateOf(photo)).look);
}

/** A line of the list. */
export class PhotoRow {
  #photo;
  #facts;
  #badge = element('span', 'badge');
  #bar = element('progress');
  #why = element('div', 'why');
  #image = element('img');
  #frame = element('span', 'thumb');
  #student = element('span');
  #again = button(say('重试', 'Retry'));
  #away = button(say('移出列表', 'Take off the list'));
  #shownReasons = '';

  /**
   * @param {Photo} photo the photo
   * @param {object} facts what all lines share
   * @param {number} facts.maxBytes the largest photo
   * @param {string} facts.students where students' pages begin
   * @param {(image: HTMLImageElement, student: string) => void} facts.onDecided is told of a student whose picture can be shown
   * @param {(photo: Photo) => void} facts.onRetry is told of the button
   * @param {(photo: Photo) => void} facts.onRemove is told of the button
   */
  constructor(photo, facts) {
    this.#photo = photo;
    this.#facts = facts;
    this.element = element('li', 'line');
    const name = element('bdi', 'file-name', photo.path);
    const size = element('span', 'small', bytesText(photo.file.size));
    const state = element('div', 'photo-state');
    const acts = element('div', 'photo-acts');
    const title = element('div', 'photo-name');
    this.#bar.max = Math.max(1, photo.file.size);
    this.#bar.setAttribute('aria-label', say(`${photo.path}的上传进度`, `Progress of ${photo.path}`));
    this.#image.hidden = true;
    this.#image.width = 60;
    this.#image.height = 80;
    this.#image.addEventListener('load', () => (this.#image.hidden = false));
    for (const [act, run] of [[this.#again, facts.onRetry], [this.#away, facts.onRemove]]) {
      act.setAttribute('aria-label', `${act.textContent}：${photo.path}`);
      act.addEventListener('click', () => run(photo));
    }
    this.#frame.append(this.#image);
    title.append(name, ' ', size);
    state.append(this.#badge, this.#student);
    acts.append(this.#again, this.#away);
    this.element.append(this.#frame, title, state, this.#bar, this.#why, acts);
    this.draw();
  }

  /** Shows the photo as it stands now. */
  draw() {
    const photo = this.#photo;
    const state = stateOf(photo);
    const { word, look } = stateText(state);
    if (this.element.dataset.state !== state) {
      this.element.dataset.state = state;
      this.element.classList.toggle('trouble', isTrouble(photo));
      this.#badge.textContent = word;
      this.#badge.className = `badge ${look}`;
      this.#bar.hidden = !['queued', 'sending', 'again', 'inbox'].includes(state);
      this.#again.hidden = state !== 'failed';
      this.#away.hidden = !['faulty', 'ready', 'failed'].includes(state);
      this.#showStudent(photo.outcome?.studentNumber);
    }
    this.#bar.value = photo.parcel?.sent ?? 0;
    this.#showReasons(this.#reasons(state));
  }

  #showStudent(number) {
    if (number && !this.#student.hasChildNodes()) {
      const link = element('a', '', number);
      link.href = this.#facts.students + encodeURIComponent(number);
      this.#student.append(say('学号 ', 'Student '), link);
      this.#image.alt = say(`学号${number}的照片`, `Photo of student ${number}`);
      this.#facts.onDecided(this.#image, number);
    }
  }

  // Pairs of a reason and what to do.
  #reasons(state) {
    const { faults, other, parcel, outcome } = this.#photo;
    if (outcome) {
      const { sentence } = stateText(state);
      const told = outcome.findings.map((one) => [say(one.messageZh, one.messageEn), say(one.hintZh ?? '', one.hintEn ?? '')]);
      return sentence && told.length === 0 ? [[sentence, '']] : told;
    }
    if (parcel) {
      return parcel.trouble ? [[troubleText(parcel.trouble), '']] : [];
    }
    return faults.map((code) => [faultText(code, { maxBytes: this.#facts.maxBytes, other }), '']);
  }

  // Two lines have their place from the beginning; whoever wants all of it opens it.
  #showReasons(reasons) {
    const key = JSON.stringify(reasons);
    if (this.#shownReasons === key) {
      return;
    }
    this.#shownReasons = key;
    const first = element('span', 'first', reasons[0]?.[0] ?? '');
    if (reasons.length < 2 && !reasons[0]?.[1]) {
      this.#why.replaceChildren(first);
      return;
    }
    const all = element('details');
    const head = element('summary');
    const list = element('ul');
    const more = reasons.length > 1 ? say(`（共${reasons.length}条）`, ` (${reasons.length} in all)`) : say('（建议）', ' (advice)');
    first.append(element('span', 'small', more));
    head.append(first);
    list.append(...reasons.map(([reason, hint]) => {
      const item = element('li', '', reason);
      item.append(hint ? element('div', 'small', hint) : '');
      return item;
    }));
    all.append(head, list);
    this.#why.replaceChildren(all);
  }
}

function element(kind, look = '', text = '') {
  const made = document.createElement(kind);
  made.className = look;
  made.textContent = text;
  return made;
}

function button(text) {
  const made = element('button', 'quiet', text);
  made.type = 'button';
  return made;
}
