import { isHandleplan, planInWords } from '../../activities/handleplan/index.ts';
import type { Courses, Question } from '../../content/course.ts';
import { courseIn, everyActivity } from '../../content/find.ts';
import type { Language } from '../../domain/viewer.ts';
import { readerId, readerOf } from '../../forms/readers.ts';
import { texts } from '../../text/texts.ts';

/**
 * The course's names for its activities, questions and options, by id: `activity`, `activity/question` and
 * `activity/question/option`. Words that may occur in any document are under `/value`.
 */
export function courseWords(courses: Courses, language: Language): Map<string, string> {
  const words = new Map<string, string>();
  const add = (place: string, { ask, ...question }: Question) => {
    words.set(place, ask);
    if ('options' in question) for (const { id, label } of question.options) words.set(`${place}/${id}`, label);
  };
  const { attendance, evaluation, people, privacy } = texts[language];
  const anywhere = {
    ...attendance.states,
    ...people.roles,
    ...evaluation.report.deviceNames,
    ...privacy.copy.languages,
  };
  for (const [value, said] of Object.entries(anywhere)) words.set(`/${value}`, said);
  for (const [value, said] of Object.entries(privacy.copy.languages)) words.set(`/language/${value}`, said);
  for (const activity of everyActivity(courseIn(courses, language))) {
    words.set(activity.id, activity.title);
    for (const question of (activity.steps ?? []).flatMap(({ questions }) => questions)) {
      add(`${activity.id}/${question.id}`, question);
      const reader = readerOf(question, texts[language]);
      if (reader) add(`${activity.id}/${readerId(question)}`, { ...reader, ask: `${question.ask} ${reader.ask}` });
    }
    if (!isHandleplan(activity)) continue;
    for (const [id, said] of planInWords(language)) words.set(`${activity.id}/${id}`, said);
    for (const { id, label } of activity.ideas) words.set(`${activity.id}/ideer/${id}`, label);
  }
  return words;
}
