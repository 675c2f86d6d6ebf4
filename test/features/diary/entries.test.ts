import { expect } from 'chai';
import { isWritten, sumUp, weekEntries } from '../../../src/features/diary/mood/entries.ts';
import { moodPicture } from '../../../src/features/diary/mood/picture.ts';
import { writtenWeeks } from '../../../src/features/diary/mood/weeks.ts';
import { mondayOf, weekNumberOf } from '../../../src/domain/week.ts';

const monday = '2026-11-23';
const draft = { 'humoer-1': '2', 'humoer-2': '5', 'humoer-4': '9', 'lavede-5': 'Gik', 'humoer-7': ['3'] };

describe('a week of the mood diary', () => {
  it('reads what is there and nothing else', () => {
    const entries = weekEntries(monday, draft);
    expect(entries.map(({ mood }) => mood)).to.deep.equal([2, 5, 0, 0, 0, 0, 0]);
    expect(entries.filter(isWritten).map(({ day }) => day)).to.deep.equal(['2026-11-23', '2026-11-24', '2026-11-27']);
  });

  it('is summed up by counting alone', () => {
    expect(sumUp(weekEntries(monday, draft))).to.deep.equal({ days: 3, moods: 2, mean: 3.5 });
    expect(sumUp(weekEntries(monday))).to.deep.equal({ days: 0, moods: 0, mean: undefined });
  });

  it('is drawn with a dot for each mood, joined only from day to day', () => {
    const { marks, lines, desc } = moodPicture(weekEntries(monday, { ...draft, 'humoer-6': '1' }), 'da');
    expect(marks.filter(({ isMood }) => isMood).map(({ label }) => label)).to.deep.equal(['ma', 'ti', 'lø']);
    expect(lines).to.have.length(1);
    expect(desc).to.include('mandag 23. november: 2 Dårligt.').and.include('onsdag 25. november: ikke skrevet.');
  });

  it('is listed where anything is written, the latest first', () => {
    const note = (part: string, answers: Record<string, string>) => ({
      room: 'r',
      person: 'p',
      part,
      draft: answers,
      other: {},
      writers: {},
      turns: {},
      beganAt: 0,
      savedAt: 0,
    });
    const weeks = writtenWeeks([note('2026-11-16', { 'humoer-1': '3' }), note(monday, { 'hjalp-1': 'Te' })]);
    expect(weeks.map(({ number, days, mean }) => [number, days, mean])).to.deep.equal([
      [48, 1, undefined],
      [47, 1, 3],
    ]);
    expect(writtenWeeks([note(monday, {})])).to.deep.equal([]);
  });

  it('has the number of the Danish calendar', () => {
    expect(['2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30'].map(weekNumberOf)).to.deep.equal([53, 53, 1, 1]);
    expect(mondayOf('2026-11-29')).to.equal(monday);
  });
});
