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

/**
 * A calendar file (RFC 5545) of single events. Times are in UTC, each with its own: no rule repeats over the night when
 * the clock changes, and no time zone needs describing. A reminder comes an hour before.
 * @param now milliseconds since 1970
 */
export const calendarFile = (events: CalendarEvent[], now: number): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//taettere-paa-job//kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

const eventLines = ({ id, begins, ends, summary, url }: CalendarEvent, now: number): string[] => [
  'BEGIN:VEVENT',
  // Calendars are synchronised and shared; they need not hold our own ids.
  `UID:${createHash('sha256').update(id).digest('hex').slice(0, 32)}@taettere-paa-job`,
  `DTSTAMP:${utc(now)}`,
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

/** `20261207T090000Z` (3.3.5, form 2). */
const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');

/** TEXT values (3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

const LONGEST_LINE = 75;

/** No line is over 75 octets; a folded one goes on after a space (3.1). Characters are kept whole. */
const folded = (line: string): string => {
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
};
