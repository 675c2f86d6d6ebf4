import { expect } from 'chai';
import { entryOf, parseSchedule } from '../../../src/features/room/schedule/scheduleForm.ts';
import { parseDay, parseLink, parseTime } from '../../../src/features/room/schedule/written.ts';

describe('what is written of a class', () => {
  const dates = [
    ...[
      '7.12.2026',
      '07.12.2026',
      '7/12-2026',
      '7-12-2026',
      '7/12/2026',
      '7. 12. 2026',
      '7.12.26',
      '7/12-26',
      '07-12-26',
    ],
    ...[
      '2026-12-07',
      '2026/12/7',
      '2026-12-07 00:00:00',
      '7.12.2026 00.00',
      '\u200E7.12.2026\u200B',
      '7\u201112\u20112026',
    ],
    ...[
      '7. december 2026',
      '7 december 2026',
      '7. dec. 2026',
      '7.dec.26',
      'd. 7. december 2026',
      'den 7. december 2026',
    ],
    ...['mandag den 7. december 2026', 'Mandag d. 7/12-2026', 'man. 7.12.2026', 'mandag 7. december 2026'],
    ...['7 Dec 2026', '7th December 2026', '07-Dec-26', 'December 7, 2026', 'Dec 7th, 2026', 'Dec. 7 2026'],
    ...['Monday, 7 December 2026', 'Mon, Dec 7, 2026', 'Monday the 7th December 2026', '7\u00A0DECEMBER\u00A02026'],
  ];
  for (const start of dates) it(`takes the date ${start}`, () => expect(parseDay(start)).to.equal('2026-12-07'));

  it('takes every day of some years, as Danish and English programs write it', () => {
    const long = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    const ways = [long, { ...long, weekday: 'long' }, { ...long, month: 'short' }] as const;
    const formats = ['da-DK', 'en-GB', 'en-US'].flatMap((language) =>
      ways.map((way) => new Intl.DateTimeFormat(language, way)),
    );
    formats.push(new Intl.DateTimeFormat('da-DK', { dateStyle: 'short', timeZone: 'UTC' }));
    for (let at = Date.parse('2025-11-22'); at < Date.parse('2028-11-20'); at += 24 * 60 * 60 * 1000) {
      const day = new Date(at).toISOString().slice(0, 10);
      for (const format of formats) expect(parseDay(format.format(at)), format.format(at)).to.equal(day);
    }
  });

  for (const time of [
    ...['10.00', '10', '10:00:00', '10 00', '10:00', '10,00', 'kl. 10.00', 'kl 10', 'Kl.10:00', 'klokken 10', '10 am'],
    ...['\u200B10.00'],
  ])
    it(`takes the time ${time}`, () => expect(parseTime(time)).to.equal('10:00'));

  it('takes times after noon', () => {
    const times = ['2 pm', '2:30 p.m.', '12 am', '12.15 pm', 'kl. 14.00'].map(parseTime);
    expect(times).to.deep.equal(['14:00', '14:30', '00:00', '12:15', '14:00']);
  });

  it('takes a link that says www. without https', () => {
    const link = 'www.webinar.example/hold-7\u200B';
    expect(parseLink(link)).to.equal('https://www.webinar.example/hold-7');
  });

  it('is taken so by the form of the settings', () => {
    const written = {
      start: 'mandag d. 7/12-26',
      pace: 'all',
      rhythm: '',
      weekday: '4\u200B',
      time: 'kl. 10.00',
      link: '',
    };
    const given = { now: Date.parse('2026-11-21'), rhythms: [], isPast: () => false };
    expect(parseSchedule(entryOf(written), given).schedule).to.deep.include({
      start: '2026-12-07',
      webinar: { weekday: 4, time: '10:00' },
    });
  });
});
