// One photo's way into the storage: a PUT to its signed link, by XMLHttpRequest, which alone tells how far it is.

const stalledAfter = 60_000;

// A link allows to create its blob: what it does not allow is to overwrite one. The cloud says so in the first word, the emulator in the second.
const inboxCodes = ['UnauthorizedBlobOverwrite', 'AuthorizationPermissionMismatch', 'BlobAlreadyExists'];

/**
 * What became of a PUT.
 * @typedef {'done' | 'link-over' | 'in-inbox' | 'unanswered' | 'busy' | 'refused'} PutEnd
 */

/**
 * Sends a file.
 * @param {string} url the signed link
 * @param {File} file the photo
 * @param {(sent: number) => void} onProgress is told how many bytes are on their way
 * @param {AbortSignal} [stop] breaks off
 * @returns {Promise<{ end: PutEnd, etag?: string, code?: string }>} what became of it; the ETag without quotes
 */
export function put(url, file, onProgress, stop) {
  return new Promise((over) => {
    const request = new XMLHttpRequest();
    let stalled = setTimeout(() => request.abort(), stalledAfter);
    const unanswered = () => finish({ end: 'unanswered' });
    const finish = (found) => {
      clearTimeout(stalled);
      over(found);
    };
    request.upload.addEventListener('progress', (event) => {
      clearTimeout(stalled);
      stalled = setTimeout(() => request.abort(), stalledAfter);
      onProgress(event.loaded);
    });
    request.addEventListener('load', () => finish(endOf(request)));
    request.addEventListener('error', unanswered);
    request.addEventListener('abort', unanswered);
    stop?.addEventListener('abort', () => request.abort(), { once: true });
    request.open('PUT', url);
    request.setRequestHeader('x-ms-blob-type', 'BlockBlob');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.send(file);
  });
}

function endOf(request) {
  if (request.status === 201) {
    return { end: 'done', etag: /^etag: *"?([^"\s]+)/im.exec(request.getAllResponseHeaders())?.[1] };
  }
  const code = /<Code>(\w+)<\/Code>/.exec(request.responseText)?.[1] ?? '';
  if (inboxCodes.includes(code)) {
    return { end: 'in-inbox', code };
  }
  return { end: request.status === 403 ? 'link-over' : request.status >= 500 || request.status === 429 ? 'busy' : 'refused', code };
}
