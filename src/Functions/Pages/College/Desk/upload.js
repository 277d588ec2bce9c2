// The upload page: what people do on it, and what it shows them of all photos together.

import { Session } from './app-calls.js';
import { filesOfDrop, filesOfField } from './chosen-files.js';
import { Outcomes } from './outcomes.js';
import { PhotoList } from './photo-list.js';
import { isTrouble, PhotoRow, stateOf } from './photo-row.js';
import { Speed } from './speed.js';
import { Thumbnails } from './thumbnails.js';
import { Transfer } from './transfer.js';
import { bytesText, say, timeText } from './words.js';

const drawEvery = 150;
const sayEvery = 10_000;
const underWay = ['queued', 'sending', 'again', 'inbox'];

const byId = (id) => document.getElementById(id);
const { links, pictures, students, point, asOf, maxBytes } = byId('upload').dataset;
const session = new Session(document.querySelector('meta[name=form-token]').content, point, signedOut);
const transfer = new Transfer(session, links, onParcel);
const outcomes = new Outcomes(session, links, asOf, onOutcome);
const thumbnails = new Thumbnails(session, pictures);
const list = new PhotoList(Number(maxBytes), changed, removed);
const speed = new Speed();
const rows = new Map();
const photos = new WeakMap();
const dirty = new Set();
const facts = {
  maxBytes: Number(maxBytes),
  students,
  onDecided: (image, student) => thumbnails.show(image, student),
  onRetry: (photo) => retry([photo]),
  onRemove: (photo) => list.remove(photo),
};
let isStopped = false;
let isDrawing = false;
let saidAt = 0;
let wasBusy = false;

function changed(photo) {
  dirty.add(photo);
  drawSoon();
}

function removed(photo) {
  rows.get(photo)?.element.remove();
  rows.delete(photo);
  drawSoon();
}

function onParcel(parcel) {
  if (parcel.state === 'taken' && parcel.etag) {
    outcomes.follow(parcel);
  }
  changed(photos.get(parcel));
}

function onOutcome(parcel, outcome) {
  const photo = photos.get(parcel);
  photo.outcome = outcome;
  changed(photo);
  list.settle(photo);
}

function drawSoon() {
  if (!isDrawing) {
    isDrawing = true;
    setTimeout(draw, drawEvery);
  }
}

function draw() {
  isDrawing = false;
  const added = document.createDocumentFragment();
  for (const photo of dirty) {
    if (rows.has(photo)) {
      rows.get(photo).draw();
    } else if (list.has(photo)) {
      rows.set(photo, new PhotoRow(photo, facts));
      added.append(rows.get(photo).element);
    }
  }
  dirty.clear();
  byId('photos').append(added);
  drawAll();
}

function drawAll() {
  const all = list.all;
  const states = all.map(stateOf);
  const count = (...wanted) => states.filter((state) => wanted.includes(state)).length;
  const parcels = all.map((photo) => photo.parcel).filter(Boolean);
  const sent = all.filter((photo) => photo.outcome || photo.parcel?.state === 'taken').length;
  const figures = {
    all: all.length,
    sent,
    accepted: count('accepted'),
    'in-review': count('in-review'),
    taken: count('taken'),
    trouble: all.filter(isTrouble).length,
  };
  Object.entries(figures).forEach(([name, number]) => (document.querySelector(`[data-figure=${name}]`).textContent = number));

  const ready = count('ready');
  const busy = count(...underWay);
  const bytes = parcels.reduce((sum, parcel) => sum + parcel.file.size, 0);
  const done = parcels.reduce((sum, parcel) => sum + parcel.sent, 0);
  byId('overall').max = Math.max(1, bytes);
  byId('overall').value = done;
  byId('rate').textContent = parcels.length === 0 ? '' : rateText(sent, parcels.length, done, bytes, busy);
  byId('start').textContent = ready > 0 ? say(`上传${ready}张照片`, `Send them: ${ready}`) : say('开始上传', 'Send them');
  byId('start').disabled = ready === 0;
  byId('stop').disabled = busy === 0 && !isStopped;
  byId('retry').disabled = count('failed') === 0;
  byId('passed').textContent = list.passedOver === 0 ? '' : say(
    `另有${list.passedOver}个文件不是照片（如Thumbs.db、表格），已略过。`,
    `Passed over, for they are no photos (Thumbs.db, lists): ${list.passedOver}.`);
  if (count('reading') === 0) {
    announce(figures, parcels.length, busy, ready);
  }
}

function rateText(sent, all, done, bytes, busy) {
  const parts = [say(`已上传${sent}/${all}张`, `${sent} of ${all} sent`), `${bytesText(done)} / ${bytesText(bytes)}`];
  const rate = busy > 0 && !isStopped ? speed.at(done) : 0;
  if (rate > 0) {
    parts.push(`${bytesText(rate)}/s`, say(`还需${timeText((bytes - done) / rate)}`, `${timeText((bytes - done) / rate)} left`));
  }
  return parts.join(say('，', ', '));
}

// One voice for all photos, and not at every step.
function announce({ all, sent, accepted, trouble, taken }, parcels, busy, ready) {
  const isBusy = busy + taken > 0;
  const now = performance.now();
  const isEnd = wasBusy && !isBusy;
  if (isEnd || (isBusy && now - saidAt > sayEvery) || (!isBusy && parcels === 0 && all > 0)) {
    saidAt = now;
    const text = isEnd
      ? say(`全部完成：审核通过${accepted}张，有问题${trouble}张。`, `All done: ${accepted} accepted, ${trouble} with trouble.`)
      : parcels === 0
        ? say(`已选择${all}个文件，${ready}张可以上传，${trouble}张有问题。`, `Chosen: ${all}. Can be sent: ${ready}. With trouble: ${trouble}.`)
        : say(`已上传${sent}张，共${parcels}张。`, `${sent} of ${parcels} sent.`);
    if (byId('said').textContent !== text) {
      byId('said').textContent = text;
    }
  }
  wasBusy = isBusy;
}

function stop(stopped) {
  isStopped = stopped;
  byId('stop').textContent = stopped ? say('继续', 'Go on') : say('暂停', 'Pause');
  byId('stop').setAttribute('aria-pressed', String(stopped));
  if (stopped) {
    transfer.stop();
  } else {
    transfer.goOn();
  }
  drawSoon();
}

function signedOut() {
  transfer.stop();
  byId('still-out').textContent = '';
  byId('signed-out').showModal();
}

async function signedInAgain() {
  if (await session.resume()) {
    byId('signed-out').close();
    stop(false);
  } else {
    byId('still-out').textContent = say('还没有用本教学点的密钥登录。请先在新标签页登录。', 'Nobody who may see this page has signed in yet. Please sign in in a new tab first.');
  }
}

function send() {
  const ready = list.all.filter((photo) => stateOf(photo) === 'ready');
  for (const photo of ready) {
    photo.parcel = { file: photo.file, name: `${photo.idNumber}.${photo.extension}` };
    photos.set(photo.parcel, photo);
    list.replace(photo);
  }
  transfer.send(ready.map((photo) => photo.parcel));
}

// Another photo for the same student that was chosen in between has to wait.
function retry(failed) {
  transfer.send(failed.map((photo) => photo.parcel));
  failed.forEach((photo) => list.settle(photo));
}

for (const field of [byId('files'), byId('folder')]) {
  field.addEventListener('change', () => {
    list.add(filesOfField(field));

    // The same choice again is a change again.
    field.value = '';
  });
}
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', async (event) => {
  event.preventDefault();
  byId('drop').classList.remove('over');
  list.add(await filesOfDrop(event.dataTransfer));
});
byId('drop').addEventListener('dragenter', () => byId('drop').classList.add('over'));
byId('drop').addEventListener('dragleave', (event) =>
  byId('drop').contains(event.relatedTarget) || byId('drop').classList.remove('over'));
byId('start').addEventListener('click', send);
byId('stop').addEventListener('click', () => stop(!isStopped));
byId('retry').addEventListener('click', () => retry(list.all.filter((photo) => stateOf(photo) === 'failed')));
byId('only-trouble').addEventListener('change', (event) => byId('photos').classList.toggle('only-trouble', event.target.checked));
byId('signed-out').addEventListener('cancel', (event) => event.preventDefault());
byId('go-on').addEventListener('click', signedInAgain);
addEventListener('beforeunload', (event) => {
  if (list.all.some((photo) => underWay.includes(stateOf(photo)))) {
    event.preventDefault();
  }
});
