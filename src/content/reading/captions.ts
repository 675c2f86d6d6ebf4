import type { Localized } from '../localized.ts';

/** A caption and when it shows, in seconds. */
interface Cue {
  start: number;
  end: number;
  text: string;
}

export interface Captions {
  cues: Cue[];
  faults: { line: number; message: Localized }[];
}

const words = {
  header: { da: 'Første linje skal være WEBVTT. Skriv den.', en: 'captions must begin with the line WEBVTT; add it' },
  none: { da: 'Der er ingen undertekster i filen. Skriv dem.', en: 'there are no captions in the file; write them' },
  noTimes: {
    da: 'Underteksten har ingen tider. Skriv dem, for eksempel 00:00.000 --> 00:02.000.',
    en: 'this caption has no times; add 00:00.000 --> 00:02.000',
  },
  badTimes: {
    da: 'Tiderne kan ikke læses. Skriv dem som 00:00.000 --> 00:02.000.',
    en: 'the times cannot be read; write them as 00:00.000 --> 00:02.000',
  },
  backwards: {
    da: 'Underteksten slutter, før den begynder. Ret tiderne.',
    en: 'the caption ends before it begins; correct the times',
  },
  order: {
    da: 'Underteksten begynder før den, der står over den. Byt om på dem.',
    en: 'the caption begins before the one above it; put them in order',
  },
  empty: {
    da: 'Underteksten er tom. Skriv den under tiderne.',
    en: 'the caption has no text; write it under the times',
  },
} satisfies Record<string, Localized>;

const TIMING = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/;

/**
 * Reads captions and finds what would keep a browser from showing them all: browsers silently drop a cue that they
 * cannot read. Cues must also be in order and contain text. Source: WebVTT, W3C, sections 4 (syntax) and 6 (parsing).
 */
export function readCaptions(source: string): Captions {
  const captions: Captions = { cues: [], faults: [] };
  const lines = source.split(/\r\n|\n|\r/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) {
    captions.faults.push({ line: 1, message: words.header });
  }
  for (const block of blocksOf(lines)) readBlock(captions, block);
  if (captions.cues.length === 0 && captions.faults.length === 0) {
    captions.faults.push({ line: 1, message: words.none });
  }
  return captions;
}

interface Block {
  /** Line number of its first line. */
  line: number;
  lines: string[];
}

/** The header, notes and cues, which are separated by blank lines. */
function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const last = blocks.at(-1);
    if (last && last.line + last.lines.length === index + 1) last.lines.push(line);
    else blocks.push({ line: index + 1, lines: [line] });
  }
  return blocks;
}

function readBlock(captions: Captions, block: Block): void {
  const first = block.lines[0] ?? '';
  const isHeader = block.line === 1;
  if (/^(NOTE|STYLE|REGION)(?:[ \t]|$)/.test(first)) return;
  const timingAt = block.lines.findIndex((line) => line.includes('-->'));
  if (timingAt === -1) {
    if (!isHeader) captions.faults.push({ line: block.line, message: words.noTimes });
    return;
  }
  const line = block.line + timingAt;
  const [, start, end] = TIMING.exec(block.lines[timingAt] ?? '') ?? [];
  if (start === undefined || end === undefined) {
    captions.faults.push({ line, message: words.badTimes });
    return;
  }
  addCue(captions, line, {
    start: secondsOf(start),
    end: secondsOf(end),
    text: block.lines.slice(timingAt + 1).join('\n'),
  });
}

function addCue(captions: Captions, line: number, cue: Cue): void {
  const fault =
    cue.end <= cue.start
      ? words.backwards
      : cue.start < (captions.cues.at(-1)?.start ?? 0)
        ? words.order
        : cue.text.trim() === ''
          ? words.empty
          : undefined;
  if (fault !== undefined) captions.faults.push({ line, message: fault });
  captions.cues.push(cue);
}

function secondsOf(time: string): number {
  return time.split(':').reduce((total, part) => total * 60 + Number(part), 0);
}
