import type { Language } from '../../../domain/viewer.ts';
import { weekNumberOf } from '../../../domain/week.ts';
import { texts } from '../../../text/texts.ts';
import { dayInWords } from '../../../text/times.ts';
import { MOODS, type DayEntry } from './entries.ts';

// Drawn for a width of 280, which a phone shows at full size, so that its letters are as large as the page's.
const LEFT = 50;
const DAY_WIDTH = 36;
const TOP = 20;
const MOOD_HEIGHT = 34;

function xOf(index: number): number {
  return LEFT + index * DAY_WIDTH;
}
function yOf(mood: number): number {
  return TOP + (MOODS.length - mood) * MOOD_HEIGHT;
}

/** A week's moods, in the shape that `views/partials/diary/moodPicture.hbs` takes. A line joins consecutive days. */
export function moodPicture(entries: DayEntry[], language: Language) {
  const text = texts[language].diary;
  const marks = entries.map(({ day, mood }, index) => ({
    x: xOf(index),
    y: yOf(mood),
    mood,
    isMood: mood > 0,
    label: dayInWords(day, language).slice(0, 2),
  }));
  const number = weekNumberOf(entries[0]?.day ?? '');
  return {
    title: text.picture(number),
    desc: [text.pictureExplained, ...entries.map((entry) => text.onDay(...said(entry, language)))].join(' '),
    rows: MOODS.map((mood) => ({ mood, y: yOf(Number(mood)) })),
    marks,
    lines: marks.flatMap((mark, index) => {
      const next = marks[index + 1];
      return mark.isMood && next?.isMood ? [{ x1: mark.x, y1: mark.y, x2: next.x, y2: next.y }] : [];
    }),
  };
}

function said({ day, mood }: DayEntry, language: Language): [day: string, mood: string] {
  return [dayInWords(day, language), moodInWords(mood, language)];
}

/** For example `4 Godt`. @param mood 0 if none was chosen */
export function moodInWords(mood: number, language: Language): string {
  const text = texts[language].diary;
  const id = MOODS[mood - 1];
  return id ? `${id} ${text.moods[id]}` : text.nothing;
}
