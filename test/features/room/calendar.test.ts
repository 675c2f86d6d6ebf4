import { expect } from 'chai';
import { calendarFile } from '../../../src/files/calendar.ts';

const event = {
  id: 'uge-1',
  begins: Date.parse('2026-12-10T09:00:00Z'),
  ends: Date.parse('2026-12-10T10:00:00Z'),
  summary: 'Webinar; med, komma',
  url: 'https://webinar.example/hold-7',
};
const now = Date.parse('2026-11-21T09:42:10.123Z');

describe('a calendar file', () => {
  it('holds an event as RFC 5545 writes it', () => {
    const file = calendarFile([event], { changed: now });
    expect(file).to.include(
      '\r\nDTSTAMP:20261121T094210Z\r\nLAST-MODIFIED:20261121T094210Z\r\nSEQUENCE:217417330\r\nDTSTART:20261210T090000Z\r\nDTEND:20261210T100000Z\r\n',
    );
    expect(file).to.include('\r\nSUMMARY:Webinar\\; med\\, komma\r\n');
    expect(file)
      .to.match(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/)
      .and.match(/\r\nEND:VCALENDAR\r\n$/);
    expect(file.replaceAll('\r\n', '')).not.to.match(/[\r\n]/);
  });

  it('gives the same event the same id each time, and two events two', () => {
    const ids = (file: string) => file.match(/UID:.*/g);
    expect(ids(calendarFile([event], { changed: now }))).to.deep.equal(
      ids(calendarFile([{ ...event, begins: now }], { changed: now + 1 })),
    );
    expect(new Set(ids(calendarFile([event, { ...event, id: 'uge-2' }], { changed: now }))).size).to.equal(2);
  });

  it('has a name where it is subscribed to', () => {
    expect(calendarFile([event], { changed: now, name: 'Mine, tider' })).to.include(
      '\r\nNAME:Mine\\, tider\r\nX-WR-CALNAME:Mine\\, tider\r\n',
    );
    expect(calendarFile([event], { changed: now })).not.to.match(/NAME/);
  });

  it('folds long lines between characters, and says the same', () => {
    const file = calendarFile([{ ...event, summary: 'æøå 🌱 '.repeat(40) }], { changed: now });
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
    expect(file.replaceAll('\r\n ', '')).to.include(`SUMMARY:${'æøå 🌱 '.repeat(40)}\r\n`);
  });
});
