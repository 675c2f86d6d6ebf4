import type { Language } from '../../../domain/viewer.ts';
import { daysOfWeek } from '../../../domain/week.ts';
import { texts } from '../../../text/texts.ts';
import { weekdayInWords } from '../../../text/times.ts';
import { commentId, taskId, TASKS, taskTickId, TICKED, tickId, WEEKDAYS } from './ids.ts';

/** Any week that begins on a Monday: only the names of its days are used. */
const anyWeek = daysOfWeek('2024-01-01');

/**
 * What is asked in a plan, by the id of the answer, and what its options say, by `answer/option`: for showing answers
 * outside the plan's own pages.
 */
export function planInWords(language: Language): Map<string, string> {
  const { fields, options, sure, sureOf, summary, commentOn } = texts[language].handleplan;
  const { yes } = texts[language].privacy.copy;
  const words = new Map<string, string>();
  for (const [id, { ask }] of Object.entries(fields)) words.set(id, ask);
  for (const [id, labels] of Object.entries(options))
    for (const [option, label] of Object.entries(labels)) words.set(`${id}/${option}`, label);
  for (const days of WEEKDAYS) words.set(`antal-dage/${days}`, summary.daysAWeek(days));
  for (const [number, label] of sure.entries()) words.set(`tro/${number}`, sureOf(number, label));
  const ticks: [id: string, label: string][] = [
    ...anyWeek.map((day, index): [string, string] => [tickId(index + 1), weekdayInWords(day, language)]),
    ...TASKS.map((task): [string, string] => [taskTickId(task), fields[taskId(task)].ask]),
  ];
  for (const [id, label] of ticks)
    words.set(id, label).set(`${id}/${TICKED}`, yes).set(commentId(id), commentOn(label));
  return words;
}
