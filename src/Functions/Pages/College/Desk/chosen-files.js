// The files of a drop, or of a choice, folders walked through.

/**
 * All files of a drop. The browser forgets a drop as soon as its event is over, so the entries are taken at once.
 * @param {DataTransfer} dropped what was dropped
 * @returns {Promise<import('./offer.js').Chosen[]>} the files, in the order of their folders
 */
export async function filesOfDrop(dropped) {
  const entries = [...dropped.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = await Promise.all(entries.filter(Boolean).map((entry) => (entry instanceof File ? [of(entry)] : walk(entry))));
  return found.flat();
}

/**
 * All files of a field.
 * @param {HTMLInputElement} field a field for files or a folder
 * @returns {import('./offer.js').Chosen[]} the files
 */
export function filesOfField(field) {
  return [...field.files].map(of);
}

function of(file) {
  return { file, path: file.webkitRelativePath || file.name };
}

async function walk(entry) {
  if (entry.isFile) {
    return [await new Promise((found) => entry.file((file) => found({ file, path: pathOf(entry) }), () => found(unreadable(entry))))];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    // A folder is told in parts, until one is empty.
    const part = await new Promise((told) => reader.readEntries(told, () => told(null)));
    if (!part?.length) {
      const files = (await Promise.all(found.map(walk))).flat();
      return part ? files : [...files, unreadable(entry)];
    }
    found.push(...part);
  }
}

// What cannot be read is shown as a file without content, not left out.
function unreadable(entry) {
  return { file: new File([], entry.name), path: pathOf(entry) };
}

function pathOf(entry) {
  return entry.fullPath.replace(/^\//, '');
}
