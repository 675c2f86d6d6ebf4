import { createHash } from 'node:crypto';

/** One event of a calendar file. */
export interface CalendarEvent {
  /** The same for the same event each time, so that a calendar replaces it rather than showing it twice. */
  id: string;
  /** Milliseconds since 1970. */
  begins: number;
  ends: number;
  summary: string;
  /** Address to open; empty where there is none. */
  url: string;
}

export interface CalendarAbout {
  /**
   * When what the events are made from was changed last, in milliseconds since 1970. It rises with each change, so that a
   * calendar that has an event by the same id takes the later one, and a file that is made twice is the same.
   */
  changed: number;
  /** What a subscribed calendar is called; without it some show its address, which is secret. Empty for a file to keep. */
  name?: string;
}

/**
 * A calendar file (RFC 5545) of single events. Times are in UTC, each with its own: no rule repeats over the night when
 * the clock changes, and no time zone needs describing. A reminder comes an hour before.
 */
export function calendarFile(events: CalendarEvent[], { changed, name = '' }: CalendarAbout): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//taettere-paa-job//kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986, and what was used before it.
    ...(name === '' ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
    ...events.flatMap((event) => eventLines(event, changed)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Revisions are counted in seconds from here: the number fits in 31 bits until 2088. */
const FIRST_REVISION = Date.parse('2020-01-01T00:00:00Z');
function revisionOf(changed: number): number {
  return Math.max(0, Math.floor((changed - FIRST_REVISION) / 1000));
}

function eventLines({ id, begins, ends, summary, url }: CalendarEvent, changed: number): string[] {
  return [
    'BEGIN:VEVENT',
    // Calendars are synchronised and shared; they need not hold our own ids.
    `UID:${createHash('sha256').update(id).digest('hex').slice(0, 32)}@taettere-paa-job`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    `SEQUENCE:${revisionOf(changed)}`,
    `DTSTART:${utc(begins)}`,
    `DTEND:${utc(ends)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(url === '' ? [] : [`URL:${url}`, `LOCATION:${escaped(url)}`]),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** `20261207T090000Z` (3.3.5, form 2). */
function utc(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** TEXT values (3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

const LONGEST_LINE = 75;

/** No line is over 75 octets; a folded one goes on after a space (3.1). Characters are kept whole. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current + character) > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  return [...lines, current].join('\r\n');
}
