/**
 * Makes a video of the course from its script in films/: the film, its poster, and captions and transcript in each
 * language that the script has:
 *
 *   node tools/video/make.mjs soevn-og-hvile    one film, or several; all where none is named
 *
 * Needs ffmpeg, espeak-ng and Chromium (all in Debian). Pictures and captions tell the story; the synthetic voice is an
 * extra that a viewer turns on. docs/content.md tells how to use a real film.
 */
import { Buffer } from 'node:buffer';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FRAMES_A_SECOND = 15;
const SAMPLES_A_SECOND = 22_050;
/** Silence before the first word, while the picture settles. */
const LEAD_SECONDS = 1.2;
const POSTER_AT_SECONDS = 3;
const SIZE = { width: 854, height: 480 };
/** What a film on a phone may cost of a small data plan. */
const LARGEST_BYTES_A_SECOND = 12_000;
/** Captions are read without a voice, by someone tired who looks at the picture too. */
const READ_LETTERS_A_SECOND = 14;
const READ_AT_LEAST_SECONDS = 2.4;
const PACKAGE = 'content/taettere-paa-job';

/** Words a minute, pitch and gap between words: slower and lower than the voice's own, so that it sounds calm. */
const VOICE = ['-v', 'da', '-s', '132', '-p', '36', '-g', '3'];
/** Softens the voice: no rumble, no hiss, a small room, even loudness. */
const SOFTER =
  'highpass=f=90,lowpass=f=5200,equalizer=f=220:t=q:w=1:g=2,aecho=0.9:0.6:21:0.1,loudnorm=I=-19:TP=-2,alimiter=limit=0.7:level=false';

/**
 * @typedef {object} Line one caption in each language, read aloud in Danish; `pause` is the rest after it, in seconds
 * @property {string} da
 * @property {string} [en]
 * @property {number} pause
 */
/**
 * @typedef {object} Film
 * @property {string} module
 * @property {{ heading?: string[], large?: boolean, picture: string, lines: Line[] }[]} scenes `picture` is a file in
 *   pictures/; a part of it with `data-line="2"` appears with the third line, and is gone from the line of its `data-until`
 */
/** @typedef {{ start: number, end: number, line: Line }} Cue */

const folder = join(PACKAGE, 'media');
const work = mkdtempSync(join(tmpdir(), 'film-'));
try {
  const all = readdirSync(new URL('films/', import.meta.url)).map((file) => file.replace('.mjs', ''));
  const named = process.argv.slice(2);
  for (const name of named.length > 0 ? named : all) await make(name);
} finally {
  rmSync(work, { recursive: true });
}

/** @param {string} name */
async function make(name) {
  const { film } = /** @type {{ film: Film }} */ (await import(`./films/${name}.mjs`));
  const spoken = speak(film);
  writeFileSync(join(work, 'voice.wav'), wav(spoken.samples));
  for (const language of /** @type {const} */ (['da', 'en'])) {
    if (spoken.cues.some(({ line }) => line[language] === undefined)) continue;
    writeFileSync(join(folder, `${name}.${language}.vtt`), captions(spoken.cues, language));
    writeFileSync(join(PACKAGE, language, film.module, `${name}-udskrift.md`), transcript(film, language));
  }
  await shoot(name, film, spoken);
  const { size } = statSync(join(folder, `${name}.mp4`));
  console.log(`${name}.mp4: ${spoken.seconds.toFixed(1)} seconds, ${Math.round(size / 1000)} kB`);
  if (size > LARGEST_BYTES_A_SECOND * spoken.seconds)
    throw new Error('The video is too large for a phone on a small data plan.');
}

/**
 * Speaks all lines one after the other, each for as long as it takes to read it.
 *
 * @param {Film} film
 * @returns {{ samples: Int16Array, cues: Cue[], starts: { start: number, lines: number[] }[], seconds: number }}
 */
function speak({ scenes }) {
  /** @type {Int16Array[]} */
  const parts = [new Int16Array(LEAD_SECONDS * SAMPLES_A_SECOND)];
  const cues = [];
  const starts = [];
  let at = LEAD_SECONDS;
  for (const { lines } of scenes) {
    // The picture appears a moment before its words.
    const begins = { start: Math.max(0, at - 0.5), lines: /** @type {number[]} */ ([]) };
    starts.push(begins);
    for (const line of lines) {
      const voice = speech(line.da);
      const shown = Math.max(voice.length / SAMPLES_A_SECOND + 0.3, readingSeconds(line));
      const silence = new Int16Array(Math.round((shown + line.pause) * SAMPLES_A_SECOND) - voice.length);
      parts.push(voice, silence);
      begins.lines.push(at);
      cues.push({ start: at, end: at + shown, line });
      at += (voice.length + silence.length) / SAMPLES_A_SECOND;
    }
  }
  const samples = new Int16Array(parts.reduce((total, part) => total + part.length, 0));
  parts.reduce((offset, part) => (samples.set(part, offset), offset + part.length), 0);
  return { samples, cues, starts, seconds: at };
}

/** @param {Line} line */
function readingSeconds({ da, en = '' }) {
  return Math.max(READ_AT_LEAST_SECONDS, 1 + Math.max(da.length, en.length) / READ_LETTERS_A_SECOND);
}

/** @param {string} text */
function speech(text) {
  const file = join(work, 'line.wav');
  execFileSync('espeak-ng', [...VOICE, '-w', file, text]);
  const bytes = readFileSync(file);
  const data = bytes.indexOf('data') + 8;
  const samples = new Int16Array(Math.floor((bytes.length - data) / 2));
  for (let index = 0; index < samples.length; index += 1) samples[index] = bytes.readInt16LE(data + 2 * index);
  const heard = samples.findLastIndex((sample) => Math.abs(sample) > 200);
  return samples.subarray(0, heard + 1);
}

/** @param {Int16Array} samples */
function wav(samples) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples.byteLength, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLES_A_SECOND, 24);
  header.writeUInt32LE(SAMPLES_A_SECOND * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

/**
 * @param {Cue[]} cues
 * @param {'da' | 'en'} language
 */
function captions(cues, language) {
  const blocks = cues.map((cue) => `${clock(cue.start)} --> ${clock(cue.end)}\n${cue.line[language]}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

/**
 * @param {Film} film
 * @param {'da' | 'en'} language
 */
function transcript({ scenes }, language) {
  return `${scenes.map(({ lines }) => lines.map((line) => line[language]).join(' ')).join('\n\n')}\n`;
}

/** @param {number} seconds */
function clock(seconds) {
  const thousandths = Math.round(seconds * 1000);
  const minutes = Math.floor(thousandths / 60_000);
  return `${String(minutes).padStart(2, '0')}:${((thousandths % 60_000) / 1000).toFixed(3).padStart(6, '0')}`;
}

/**
 * Draws every frame and hands it to ffmpeg as it comes.
 *
 * @param {string} name
 * @param {Film} film
 * @param {{ starts: { start: number, lines: number[] }[], seconds: number }} spoken when each scene and its lines begin
 */
async function shoot(name, { scenes }, { starts, seconds }) {
  const drawn = scenes.map(({ heading, large, picture }, index) => ({
    ...starts[index],
    heading: heading ?? [],
    large,
    picture: readFileSync(new URL(`pictures/${picture}.svg`, import.meta.url), 'utf8'),
  }));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: SIZE });
    await page.goto(new URL('stage.html', import.meta.url).href);
    await page.evaluate(`document.fonts.load('600 47px Plex')`);
    await page.evaluate(`begin(${JSON.stringify(drawn)}, ${seconds})`);
    await page.evaluate(`drawAt(${POSTER_AT_SECONDS})`);
    savePoster(name, await page.screenshot());
    const encoder = encode(name, seconds);
    for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame += 1) {
      await page.evaluate(`drawAt(${frame / FRAMES_A_SECOND})`);
      const picture = await page.screenshot({ type: 'jpeg', quality: 95 });
      if (!encoder.stdin.write(picture)) await once(encoder.stdin, 'drain');
    }
    encoder.stdin.end();
    await once(encoder, 'exit');
    if (encoder.exitCode !== 0) throw new Error(`ffmpeg ended with ${encoder.exitCode}`);
  } finally {
    await browser.close();
  }
}

/**
 * A third of the bytes of a JPEG: the poster is the largest thing on the page.
 * @param {string} name
 * @param {Buffer} picture
 */
function savePoster(name, picture) {
  const args = [
    '-loglevel',
    'error',
    '-y',
    '-i',
    '-',
    '-c:v',
    'libwebp',
    '-vf',
    'scale=640:-1',
    '-quality',
    '55',
    '-compression_level',
    '6',
  ];
  const { status } = spawnSync('ffmpeg', [...args, join(folder, `${name}.webp`)], { input: picture });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status} at the poster`);
}

/**
 * @param {string} name
 * @param {number} seconds
 */
function encode(name, seconds) {
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_A_SECOND), '-c:v', 'mjpeg', '-i', '-'];
  const video = ['-c:v', 'libx264', '-preset', 'slow', '-crf', '27', '-tune', 'animation', '-pix_fmt', 'yuv420p'];
  const audio = ['-af', SOFTER, '-c:a', 'aac', '-b:a', '32k', '-ar', '22050', '-ac', '1'];
  // Baseline features only and the index first: plays on old phones, and before all of it has come.
  const file = ['-profile:v', 'main', '-level', '3.1', '-g', '75', '-movflags', '+faststart', '-map_metadata', '-1'];
  return spawn(
    'ffmpeg',
    ['-y', '-v', 'error', ...input, '-i', join(work, 'voice.wav'), '-t', seconds.toFixed(2)].concat(
      video,
      audio,
      file,
      join(folder, `${name}.mp4`),
    ),
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
}
