/**
 * Makes a video of the course from its script in films/, once in each language: film, poster, captions and transcript.
 *
 *   node tools/video/make.mjs soevn-og-hvile                   one film, or several; all where none is named
 *   node tools/video/make.mjs soevn-og-hvile --language en     in one language only
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
import { parseArgs } from 'node:util';
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

/**
 * Voice and words a minute in each language: slower than the voice's own, so that it sounds calm. No English line takes
 * longer than its caption stands, since the film has the same moments in both languages.
 */
const VOICES = { da: ['-v', 'da', '-s', '132'], en: ['-v', 'en-gb', '-s', '140'] };
/** Pitch, and gap between words. */
const CALM = ['-p', '36', '-g', '3'];
/** Softens the voice: no rumble, no hiss, a small room, even loudness. */
const SOFTER =
  'highpass=f=90,lowpass=f=5200,equalizer=f=220:t=q:w=1:g=2,aecho=0.9:0.6:21:0.1,loudnorm=I=-19:TP=-2,alimiter=limit=0.7:level=false';

/** @typedef {'da' | 'en'} Language */
/**
 * @typedef {object} Line one caption in each language; `pause` is the rest after it, in seconds
 * @property {string} da
 * @property {string} en
 * @property {number} pause
 */
/**
 * @typedef {object} Film
 * @property {string} module
 * @property {{ heading?: Record<Language, string[]>, large?: boolean, picture: string, lines: Line[] }[]} scenes
 *   `picture` is a file in pictures/, without words; a part of it with `data-line="2"` appears with the third line, and is
 *   gone from the line of its `data-until`
 */
/** @typedef {{ start: number, end: number, line: Line }} Cue */

const folder = join(PACKAGE, 'media');
const work = mkdtempSync(join(tmpdir(), 'film-'));
try {
  const all = readdirSync(new URL('films/', import.meta.url)).map((file) => file.replace('.mjs', ''));
  const { positionals: named, values } = parseArgs({
    allowPositionals: true,
    options: { language: { type: 'string', multiple: true, default: ['da', 'en'] } },
  });
  for (const name of named.length > 0 ? named : all)
    for (const language of values.language) await make(name, /** @type {Language} */ (language));
} finally {
  rmSync(work, { recursive: true });
}

/**
 * @param {string} name
 * @param {Language} language
 */
async function make(name, language) {
  const { film } = /** @type {{ film: Film }} */ (await import(`./films/${name}.mjs`));
  const timed = time(film);
  writeFileSync(join(work, 'voice.wav'), wav(speak(timed, language)));
  writeFileSync(join(folder, `${name}.${language}.vtt`), captions(timed.cues, language));
  writeFileSync(join(PACKAGE, language, film.module, `${name}-udskrift.md`), transcript(film, language));
  const file = join(folder, language === 'da' ? name : `${name}.${language}`);
  await shoot(file, film, { ...timed, language });
  const { size } = statSync(`${file}.mp4`);
  console.log(`${file}.mp4: ${timed.seconds.toFixed(1)} seconds, ${Math.round(size / 1000)} kB`);
  if (size > LARGEST_BYTES_A_SECOND * timed.seconds)
    throw new Error('The video is too large for a phone on a small data plan.');
}

/**
 * When each scene and line begins and ends: the same in all languages, so that one pause fits them all.
 *
 * @param {Film} film
 * @returns {{ cues: Cue[], starts: { start: number, lines: number[] }[], seconds: number }}
 */
function time({ scenes }) {
  const cues = [];
  const starts = [];
  let at = LEAD_SECONDS;
  for (const { lines } of scenes) {
    // The picture appears a moment before its words.
    const begins = { start: Math.max(0, at - 0.5), lines: /** @type {number[]} */ ([]) };
    starts.push(begins);
    for (const line of lines) {
      const shown = Math.max(speech(line.da, 'da').length / SAMPLES_A_SECOND + 0.3, readingSeconds(line));
      begins.lines.push(at);
      cues.push({ start: at, end: at + shown, line });
      at += shown + line.pause;
    }
  }
  return { cues, starts, seconds: at };
}

/**
 * Speaks each line when its caption appears.
 *
 * @param {{ cues: Cue[], seconds: number }} timed
 * @param {Language} language
 */
function speak({ cues, seconds }, language) {
  const samples = new Int16Array(Math.round(seconds * SAMPLES_A_SECOND));
  for (const { start, end, line } of cues) {
    const voice = speech(line[language], language);
    if (voice.length / SAMPLES_A_SECOND > end + line.pause - start)
      throw new Error(`"${line[language]}" takes longer to say than its caption stands.`);
    samples.set(voice, Math.round(start * SAMPLES_A_SECOND));
  }
  return samples;
}

/** @param {Line} line */
function readingSeconds({ da, en }) {
  return Math.max(READ_AT_LEAST_SECONDS, 1 + Math.max(da.length, en.length) / READ_LETTERS_A_SECOND);
}

/**
 * @param {string} text
 * @param {Language} language
 */
function speech(text, language) {
  const file = join(work, 'line.wav');
  execFileSync('espeak-ng', [...VOICES[language], ...CALM, '-w', file, text]);
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
 * @param {Language} language
 */
function captions(cues, language) {
  const blocks = cues.map((cue) => `${clock(cue.start)} --> ${clock(cue.end)}\n${cue.line[language]}\n`);
  return ['WEBVTT\n', ...blocks].join('\n');
}

/**
 * @param {Film} film
 * @param {Language} language
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
 * @param {string} file without its ending
 * @param {Film} film
 * @param {{ starts: { start: number, lines: number[] }[], seconds: number, language: Language }} timed when each scene
 *   and its lines begin
 */
async function shoot(file, { scenes }, { starts, seconds, language }) {
  const drawn = scenes.map(({ heading, large, picture }, index) => ({
    ...starts[index],
    heading: heading?.[language] ?? [],
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
    savePoster(file, await page.screenshot());
    const encoder = encode(file, seconds);
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
 * @param {string} file without its ending
 * @param {Buffer} picture
 */
function savePoster(file, picture) {
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
  const { status } = spawnSync('ffmpeg', [...args, `${file}.webp`], { input: picture });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status} at the poster`);
}

/**
 * @param {string} file without its ending
 * @param {number} seconds
 */
function encode(file, seconds) {
  const input = ['-f', 'image2pipe', '-framerate', String(FRAMES_A_SECOND), '-c:v', 'mjpeg', '-i', '-'];
  const video = ['-c:v', 'libx264', '-preset', 'slow', '-crf', '27', '-tune', 'animation', '-pix_fmt', 'yuv420p'];
  const audio = ['-af', SOFTER, '-c:a', 'aac', '-b:a', '32k', '-ar', '22050', '-ac', '1'];
  // Baseline features only and the index first: plays on old phones, and before all of it has come.
  const format = ['-profile:v', 'main', '-level', '3.1', '-g', '75', '-movflags', '+faststart', '-map_metadata', '-1'];
  return spawn(
    'ffmpeg',
    ['-y', '-v', 'error', ...input, '-i', join(work, 'voice.wav'), '-t', seconds.toFixed(2)].concat(
      video,
      audio,
      format,
      `${file}.mp4`,
    ),
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
}
