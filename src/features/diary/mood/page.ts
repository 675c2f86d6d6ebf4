import type { Viewer } from '../../../domain/viewer.ts';
import { addDays, mondayOf, weekNumberOf, type Day } from '../../../domain/week.ts';
import { errorsOf } from '../../../forms/errors.ts';
import type { Wrong } from '../../../forms/faults.ts';
import type { OwnPlace } from '../../../forms/ownForm.ts';
import { formModel, type HiddenFields } from '../../../forms/shown.ts';
import type { OwnNote } from '../../../forms/ownNotes.ts';
import { texts } from '../../../text/texts.ts';
import { dateInWords, dayInWords } from '../../../text/times.ts';
import { DIARY, isWritten, LONGEST_BACK, sumUp, weekEntries, type DayEntry } from './entries.ts';
import { hadManyHardDays } from './hardDays.ts';
import { moodInWords, moodPicture } from './picture.ts';
import { writtenWeeks } from './weeks.ts';
import { roomPath } from '../../../http/roomPath.ts';

export function diaryPath({ room }: Pick<Viewer, 'room'>): string {
  return roomPath(room, `/${DIARY}`);
}
export function dayPath(viewer: Pick<Viewer, 'room'>, day: Day): string {
  return `${diaryPath(viewer)}/dag/${day}`;
}
function weekPath(viewer: Pick<Viewer, 'room'>, monday: Day): string {
  return `${diaryPath(viewer)}/uge/${monday}`;
}

interface WeekInput {
  viewer: Viewer;
  monday: Day;
  today: Day;
  /** All weeks of the person's diary. */
  notes: OwnNote[];
}

export interface DayPageInput {
  viewer: Viewer;
  day: Day;
  today: Day;
  notes: OwnNote[];
  place: OwnPlace;
  hidden: HiddenFields;
  wrong?: Wrong | undefined;
  /** What the person has just done, if the page is the answer to a form. */
  just?: 'saved' | 'removed' | undefined;
}

/** A day's form, and below it the week of that day: `views/diary/day.hbs`. */
export function dayPage(input: DayPageInput) {
  const { viewer, day, today, notes, place, wrong, just } = input;
  const { language } = viewer;
  const text = texts[language].diary;
  const note = notes.find(({ part }) => part === mondayOf(day));
  const entry = weekEntries(mondayOf(day), note?.draft).find((one) => one.day === day);
  return {
    title: text.title,
    errors: errorsOf(place.questions, { wrong, words: texts[language].prep }),
    unplacedTexts: wrong?.unplacedTexts,
    isSaved: just === 'saved',
    isRemoved: just === 'removed',
    hadManyHardDays: hadManyHardDays(notes, today),
    heading: dayHeading(day, today, viewer),
    form: formOf(input, note),
    removeHref: entry && isWritten(entry) ? `${dayPath(viewer, day)}/slet` : '',
    week: weekModel({ viewer, monday: mondayOf(day), today, notes }),
    todayHref: day === today ? '' : diaryPath(viewer),
    seeWeek: weekPath(viewer, mondayOf(day)),
  };
}

function dayHeading(day: Day, today: Day, { language }: Viewer): string {
  const text = texts[language].diary;
  const words = dayInWords(day, language);
  if (day === today) return text.today(words);
  return day === addDays(today, -1) ? text.yesterday(words) : capital(words);
}

function formOf({ viewer, day, place, hidden, wrong }: DayPageInput, note: OwnNote | undefined) {
  const { language } = viewer;
  const { whoReads, notSaved } = texts[language].diary;
  const form = formModel({ questions: place.questions, stored: note, wrong, language });
  const [mood, ...more] = form.questions;
  return {
    ...hidden,
    ...form,
    action: dayPath(viewer, day),
    whoReads,
    notSaved,
    mood,
    more,
    isOpen: more.some(({ value, error, other }) => value !== '' || error !== '' || other !== ''),
  };
}

/** A week to look at and to print: `views/diary/week.hbs`. */
export function weekPage(input: WeekInput) {
  const text = texts[input.viewer.language].diary;
  const week = weekModel(input);
  return { title: text.ownWeek(week.number), week, todayHref: diaryPath(input.viewer) };
}

function weekModel({ viewer, monday, today, notes }: WeekInput) {
  const { language } = viewer;
  const text = texts[language].diary;
  const entries = weekEntries(monday, notes.find(({ part }) => part === monday)?.draft);
  const number = weekNumberOf(monday);
  const link = (week: Day, label: string) => ({ href: weekPath(viewer, week), label });
  return {
    number,
    heading: text.ownWeek(number),
    range: text.range(dateInWords(monday, language), dateInWords(addDays(monday, 6), language)),
    written: text.written(sumUp(entries).days),
    picture: moodPicture(entries, language),
    caption: text.tableCaption(number),
    isEmpty: !entries.some(isWritten),
    rows: entries.map((entry) => rowOf(entry, { viewer, today })),
    notes: entries
      .filter(({ did, helped }) => did !== '' || helped !== '')
      .map(({ day, did, helped }) => ({ day: capital(dayInWords(day, language)), did, helped })),
    previous:
      monday > addDays(today, -LONGEST_BACK) &&
      link(addDays(monday, -7), text.previous(weekNumberOf(addDays(monday, -7)))),
    next: monday < mondayOf(today) && link(addDays(monday, 7), text.next(weekNumberOf(addDays(monday, 7)))),
    earlier: writtenWeeks(notes)
      .filter((week) => week.monday !== monday)
      .map((week) => ({
        ...link(week.monday, text.week(week.number)),
        range: text.range(dateInWords(week.monday, language), dateInWords(week.sunday, language)),
        days: text.writtenShort(week.days),
      })),
  };
}

function rowOf(entry: DayEntry, { viewer, today }: { viewer: Viewer; today: Day }) {
  const { language } = viewer;
  const text = texts[language].diary;
  const mayWrite = entry.day <= today && entry.day >= addDays(today, -LONGEST_BACK);
  return {
    day: capital(dayInWords(entry.day, language)),
    mood: capital(moodInWords(entry.mood, language)),
    href: mayWrite ? dayPath(viewer, entry.day) : '',
    label: isWritten(entry) ? text.change : text.write,
    isAhead: entry.day > today,
  };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
