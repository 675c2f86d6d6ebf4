import type { Course, Module, RunningSheet } from '../../../content/course.ts';
import { weekOf } from '../../../content/rhythm.ts';
import type { Schedule } from '../../../domain/schedule.ts';
import type { Language } from '../../../domain/viewer.ts';
import { dayAndTime } from '../../../text/times.ts';
import { texts } from '../../../text/texts.ts';
import { webinarOf } from '../brief/module.ts';

interface SheetInput {
  course: Course;
  module: Module;
  sheet: RunningSheet;
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
  language: Language;
}

/** A webinar minute by minute: `views/instructor/runningSheet.hbs`. */
export function sheetPage({ course, module, sheet, schedule, now, language }: SheetInput) {
  const text = texts[language].instructor.sheet;
  const begins = webinarOf(course, module, { schedule, now });
  return {
    ...sheet,
    title: text.title(weekOf(course, schedule, module), module.title),
    when: begins === undefined ? '' : texts[language].instructor.brief.when(dayAndTime(begins, language)),
    parts: timed(sheet.parts),
  };
}

/** Each part with the minutes from and to. */
function timed(parts: RunningSheet['parts']) {
  let from = 0;
  return parts.map((part) => {
    const begins = from;
    from += part.minutes;
    return { ...part, time: `${begins}–${from}` };
  });
}
