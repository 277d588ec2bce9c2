// Makes the same two outputs as the app does, with the npm package "sharp": one JSON task a line in, one JSON answer a line out.
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

const lowestQuality = 60;
const highestQuality = 96;
const usualQuality = 90;
const usualBytesPerPixel = 0.75 / 8;
const usualPower = -0.65;
const guessedTries = 4;
const working = { width: 480, height: 640 };
const profiles = [
  { width: 120, height: 160, maxBytes: 10 * 1024 },
  { width: 480, height: 640, maxBytes: 40 * 1024 },
];

// Upright, cropped to 3:4 from the middle, scaled down; sharp converts colours to sRGB by itself where there is a profile.
async function decode(photo) {
  const { data, info } = await sharp(photo, { failOn: 'warning' })
    .autoOrient()
    .resize(working.width, working.height, { fit: 'cover', position: 'centre', withoutEnlargement: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharpOf(data, info);
}

function sharpOf(data, { width, height, channels }) {
  return { data, raw: { width, height, channels } };
}

async function scale(picture, { width, height }) {
  if (picture.raw.width === width && picture.raw.height === height) {
    return picture;
  }

  const { data, info } = await sharp(picture.data, { raw: picture.raw })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharpOf(data, info);
}

function encode(picture, quality) {
  return sharp(picture.data, { raw: picture.raw })
    .jpeg({ quality, chromaSubsampling: '4:2:0', progressive: false, optimiseCoding: true, mozjpeg: false })
    .toBuffer();
}

// The app's search, so that both try the same number of times: src/Functions/Imaging/QualitySearch.cs says how it works.
const stepOf = quality => 2 - quality / 50;
const powerBetween = (shorter, longer) =>
  Math.log(longer.content.length / shorter.content.length) / Math.log(stepOf(longer.quality) / stepOf(shorter.quality));

async function write(picture, { width, height, maxBytes }) {
  const qualityFor = (quality, bytes, power) => Math.floor(50 * (2 - stepOf(quality) * (maxBytes / bytes) ** (1 / power)));
  let [fits, tooLong] = [null, null];
  for (let tries = 0; ; tries++) {
    const [low, high] = [(fits?.quality ?? lowestQuality - 1) + 1, (tooLong?.quality ?? highestQuality + 1) - 1];
    if (low > high) {
      return fits ?? tooLong;
    }

    const known = fits ?? tooLong ?? { quality: usualQuality, content: { length: Math.floor(width * height * usualBytesPerPixel) } };
    const guess = tries < guessedTries
      ? qualityFor(known.quality, known.content.length, fits && tooLong ? powerBetween(fits, tooLong) : usualPower)
      : (low + high + 1) >> 1;
    const quality = Math.min(Math.max(guess, low), high);
    const content = await encode(picture, quality);
    if (content.length <= maxBytes) {
      fits = { quality, content };
    } else {
      tooLong = { quality, content };
    }
  }
}

async function normalise(photo) {
  const picture = await decode(photo);
  const outputs = [];
  for (const profile of profiles) {
    const { quality, content } = await write(await scale(picture, profile), profile);
    outputs.push({ quality, bytes: content.length });
  }

  return outputs;
}

const photos = new Map();

function peakBytes() {
  return 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
}

async function answer({ file, repeats, isFirst }) {
  if (isFirst) {
    photos.clear();
    writeFileSync('/proc/self/clear_refs', '5');
  }

  if (!photos.has(file)) {
    photos.set(file, readFileSync(file));
  }

  const before = process.cpuUsage();
  let outputs = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    outputs = await normalise(photos.get(file));
  }

  const { user, system } = process.cpuUsage(before);
  return { cpuMilliseconds: (user + system) / 1000 / repeats, peakBytes: peakBytes(), outputs };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line)))}\n`);
}
