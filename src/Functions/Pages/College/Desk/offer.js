// What a file is before it is sent: a photo that may go, or why it cannot.

import { idNumberOfFile } from './id-number.js';

const headLength = 16;
const readAtOnce = 16;
const systemFile = /^(\.|~\$|thumbs\.db$|desktop\.ini$|icon\r$)/i;
const systemFolder = /(^|\/)(\.|__macosx\/)/i;
const otherFile = /\.(db|ini|lnk|url|txt|csv|xlsx?|docx?|pptx?|wps|et|htm|html|json|xml|log|mp4|mov|aae)$/i;

/**
 * A file that somebody chose.
 * @typedef {object} Chosen
 * @property {File} file the file
 * @property {string} path its name below what was chosen, with folders; for people's eyes only
 */

/**
 * Whether a file is none of the photos: what systems leave in folders, and lists that lie beside the photos.
 * @param {Chosen} chosen the file
 */
export function isPassedOver({ file, path }) {
  return systemFile.test(file.name) || systemFolder.test(path) || (otherFile.test(file.name) && !idNumberOfFile(file.name).value);
}

/**
 * What a name says by itself. A lone fault of the name is told before the file is read.
 * @param {Chosen} chosen the file
 * @returns {{ idNumber?: string, faults: string[] }} the ID number, or the code of the fault
 */
export function readName({ file }) {
  const { value, fault } = idNumberOfFile(file.name);
  return value ? { idNumber: value, faults: [] } : { faults: [fault === 'shape' ? 'name' : `name-${fault}`] };
}

/**
 * What the content says: its length, and its first bytes. An extension proves nothing.
 * @param {File} file the file
 * @param {number} maxBytes the largest length
 * @returns {Promise<{ extension?: 'jpg' | 'png', faults: string[] }>} the format, or the codes of the faults
 */
export async function readContent(file, maxBytes) {
  if (file.size === 0) {
    return { faults: ['empty'] };
  }
  let head;
  try {
    head = new Uint8Array(await file.slice(0, headLength).arrayBuffer());
  } catch {
    return { faults: ['unreadable'] };
  }
  const format = formatOf(head, file.name);
  const faults = file.size > maxBytes ? ['too-large'] : [];
  return format === 'jpg' || format === 'png' ? { extension: format, faults } : { faults: [format, ...faults] };
}

/**
 * Reads the contents of many files, a few at a time.
 * @template T
 * @param {T[]} items what has a file
 * @param {(item: T) => Promise<void>} read reads one
 */
export async function readEach(items, read) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      await read(items[next++]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(readAtOnce, items.length) }, lane));
}

function formatOf(head, name) {
  const text = String.fromCharCode(...head);
  const brand = text.slice(8, 12);
  if (text.startsWith('\xFF\xD8\xFF')) {
    return 'jpg';
  }
  if (text.startsWith('\x89PNG\r\n\x1A\n')) {
    return 'png';
  }
  if (text.slice(4, 8) === 'ftyp' && /^(hei|hev|mif1|msf1)/.test(brand)) {
    return 'heic';
  }
  if (/^(PK\x03\x04|Rar!|7z\xBC\xAF|\x1F\x8B)/.test(text)) {
    return 'archive';
  }
  if (/^(GIF8|BM|II\*\0|MM\0\*|%PDF|<svg|<\?xml)/.test(text) || (text.startsWith('RIFF') && brand === 'WEBP') || brand === 'avif') {
    return 'format';
  }
  return /\.hei[cf]$/i.test(name) ? 'heic' : 'no-photo';
}
