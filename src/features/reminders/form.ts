import { z } from 'zod';
import { weekdays, type Weekday } from '../../domain/week.ts';
import type { Choices } from './records.ts';

/** Hours that can be chosen for a reminder: all outside the quiet hours. */
export const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] as const;
export const DAYS_BEFORE = [1, 2, 3, 4, 5, 6] as const;
export const WHAT = ['preparation', 'webinar', 'survey', 'plan'] as const;

export type ChoiceField = 'naar' | 'dage' | 'ugedag' | 'tid' | 'plandage' | 'plantid';

export interface ChoiceEntry {
  what: (typeof WHAT)[number][];
  when: string;
  days: string;
  weekday: string;
  time: string;
  planDays: Weekday[];
  planTime: string;
}

// A missing, repeated or overlong field counts as empty.
const line = z.string().trim().max(300).catch('');
const list = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .catch([])
  .transform((values) => values.slice(0, 20));
const formSchema = z.object({
  hvad: list,
  naar: line,
  dage: line,
  ugedag: line,
  tid: line,
  plandage: list,
  plantid: line,
});
const textSchema = z.object({ adresse: line, kode: line, handling: line });

/** The fields of the small forms. */
export function textsOf(body: unknown) {
  return textSchema.parse(body ?? {});
}

export function entryOf(body: unknown): ChoiceEntry {
  const form = formSchema.parse(body ?? {});
  return {
    what: WHAT.filter((one) => form.hvad.includes(one)),
    when: form.naar,
    days: form.dage,
    weekday: form.ugedag,
    time: form.tid,
    planDays: weekdays.filter((day) => form.plandage.includes(String(day))),
    planTime: form.plantid,
  };
}

/** The form for these choices. */
export function entryFrom({ preparation, webinar, survey, plan }: Choices): ChoiceEntry {
  return {
    what: WHAT.filter((one) => ({ preparation: preparation.on, webinar, survey, plan: plan.on })[one]),
    when: preparation.when,
    days: String(preparation.days),
    weekday: String(preparation.weekday),
    time: preparation.time,
    planDays: plan.weekdays,
    planTime: plan.time,
  };
}

export interface ChoiceFault {
  field: ChoiceField;
  code: 'choice' | 'weekdays';
}

export function timeOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/**
 * What the form asks for, or everything that is wrong with it. Details of an option that is switched off are kept for
 * later.
 */
export function parseChoices(entry: ChoiceEntry): { choices: Choices | undefined; faults: ChoiceFault[] } {
  const faults: ChoiceFault[] = [];
  const one = <Value>(field: ChoiceField, written: string, offered: [Value, string][]): Value | undefined => {
    const found = offered.find(([, text]) => text === written);
    if (!found) faults.push({ field, code: 'choice' });
    return found?.[0];
  };
  const plain = <Value>(values: readonly Value[]) => values.map((value): [Value, string] => [value, String(value)]);
  const times = HOURS.map((hour): [string, string] => [timeOf(hour), timeOf(hour)]);
  const when = one('naar', entry.when, plain(['before', 'weekly'] as const));
  const days = one('dage', entry.days, plain(DAYS_BEFORE));
  const weekday = one('ugedag', entry.weekday, plain(weekdays));
  const time = one('tid', entry.time, times);
  const planTime = one('plantid', entry.planTime, times);
  const wantsPlan = entry.what.includes('plan');
  if (wantsPlan && entry.planDays.length === 0) faults.push({ field: 'plandage', code: 'weekdays' });
  if (faults.length > 0 || !when || !days || !weekday || !time || !planTime) return { choices: undefined, faults };
  return {
    choices: {
      preparation: { on: entry.what.includes('preparation'), when, days, weekday, time },
      webinar: entry.what.includes('webinar'),
      survey: entry.what.includes('survey'),
      plan: { on: wantsPlan, weekdays: entry.planDays, time: planTime },
    },
    faults,
  };
}
