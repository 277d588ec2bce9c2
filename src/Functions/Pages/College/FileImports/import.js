// An import without leaving the page: the file is sent once to look ahead, and the same one again to write it.

const form = document.getElementById('import-form');
const state = document.getElementById('import-state');
const input = document.getElementById('file');

/** The token of the session; another one after somebody signed in anew in another window. */
let token = document.querySelector('meta[name=form-token]').content;

/** The file that was previewed; what is written is this one. */
let previewed = null;
let isBusy = false;

/** Says where things stand. A reader is told, too: it is a status. */
function say(words) {
  state.textContent = words ?? '';
}

/** Puts what the server made of the file in place of what stood there, and goes to it. */
function show(answer) {
  const outcome = document.adoptNode(answer);
  // The file is here already: it need not be chosen again.
  outcome.querySelector('[data-again]')?.remove();
  document.getElementById('import-outcome').replaceWith(outcome);
  outcome.querySelector('#write-form')?.addEventListener('submit', onWrite);
  outcome.querySelector('#outcome-title')?.focus();
}

function clear() {
  document.getElementById('import-outcome').replaceChildren();
  say('');
}

/** Sends the fields and the file's bytes; answers with the page that came back, and whether it says that the session is over. */
async function post(fields, bytes, name) {
  const body = new FormData(fields);
  body.set('file', new Blob([bytes]), name);
  const answer = await fetch(fields.action, { method: 'POST', body, headers: { 'X-Form-Token': token } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const isSignedOut = answer.status === 401 || page.querySelector('code')?.textContent === 'form-expired';
  return { isSignedOut, outcome: page.getElementById('import-outcome'), words: page.querySelector('[role=alert]')?.textContent };
}

/** Asks for the token of the session of now; says whether there is one. */
async function isSignedInAnew() {
  const session = await (await fetch('/api/session')).json();
  token = session.formToken;
  return session.isSignedIn;
}

/** Sends a form with a file, one at a time, and shows what came of it. */
async function send(fields, file, words) {
  if (isBusy) {
    return;
  }

  const button = fields.querySelector('button[type=submit]');
  isBusy = true;
  button.setAttribute('aria-disabled', 'true');
  say(words);
  try {
    let bytes;
    try {
      bytes = await file.arrayBuffer();
    } catch {
      say(state.dataset.unreadable);
      return;
    }

    let answer = await post(fields, bytes, file.name);
    if (answer.isSignedOut && await isSignedInAnew()) {
      answer = await post(fields, bytes, file.name);
    }

    if (answer.outcome) {
      say('');
      show(answer.outcome);
    } else {
      say(answer.isSignedOut ? state.dataset.signedOut : answer.words ?? state.dataset.offline);
    }
  } catch {
    say(state.dataset.offline);
  } finally {
    isBusy = false;
    button.removeAttribute('aria-disabled');
  }
}

function onWrite(event) {
  event.preventDefault();
  send(event.currentTarget, previewed, state.dataset.writing);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const file = input.files[0];
  if (isBusy || !file) {
    return;
  }

  clear();
  if (file.size > Number(state.dataset.mostBytes)) {
    say(state.dataset.tooLarge);
    return;
  }

  previewed = file;
  send(form, file, state.dataset.previewing);
});

// A preview is about one file and one day: with another, it says nothing any more.
form.addEventListener('change', () => {
  if (!isBusy) {
    clear();
  }
});
