import { createHash } from 'node:crypto';

/** An event in a calendar file. */
export interface CalendarEvent {
  /** Always the same for the same event, so that a calendar replaces the event and does not show it twice. */
  id: string;
  /** Milliseconds since 1970. */
  begins: number;
  ends: number;
  summary: string;
  /** Address to open; empty if there is none. */
  url: string;
}

export interface CalendarAbout {
  /**
   * When the data behind the events was last changed, in milliseconds since 1970. It increases with each change, so
   * that a calendar prefers the later of two events with one id, while two files from the same data are identical.
   */
  changed: number;
  /**
   * The name of a subscribed calendar; without it, some programs show its address, which is secret. Empty for a
   * downloaded file.
   */
  name?: string;
}

/**
 * A calendar file (RFC 5545) of single events. Each event has its own UTC time, so no recurrence rule crosses a DST
 * change, and no time zone needs describing. A reminder is set for an hour before.
 */
export function calendarFile(events: CalendarEvent[], { changed, name = '' }: CalendarAbout): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//taettere-paa-job//kalender//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986, and the older name for the same property.
    ...(name === '' ? [] : [`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`]),
    ...events.flatMap((event) => eventLines(event, changed)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');
}

/** Revisions are counted in seconds from here: the number fits into 31 bits until 2088. */
const FIRST_REVISION = Date.parse('2020-01-01T00:00:00Z');
function revisionOf(changed: number): number {
  return Math.max(0, Math.floor((changed - FIRST_REVISION) / 1000));
}

function eventLines({ id, begins, ends, summary, url }: CalendarEvent, changed: number): string[] {
  return [
    'BEGIN:VEVENT',
    // Calendars are synchronised and shared, so they must not contain our own ids.
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

/** Lines have at most 75 octets; a folded line continues after a space (3.1). Characters are not split. */
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
