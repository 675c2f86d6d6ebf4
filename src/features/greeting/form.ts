import { asksAboutCpr, cprChoice } from '../../forms/cpr.ts';
import { entriesOf, textsIn } from '../../forms/values.ts';

/** The form's fields, and how many characters each may have. */
export const limits = { navn: 40, initialer: 3, hilsen: 400 } as const;

export type Field = keyof typeof limits;
export const fieldNames = Object.keys(limits) as Field[];

type Fault = 'missing' | 'tooLong' | 'cpr';

/** A posted greeting. Whatever the body contains, no written word is dropped. */
export interface GreetingForm {
  values: Record<Field, string>;
  faults: Partial<Record<Field, Fault>>;
  /** Every field is empty, so the class shall see no greeting. */
  isEmpty: boolean;
}

/** @param body as `express.urlencoded` gives it, or anything else */
export function parseGreeting(body: unknown): GreetingForm {
  const posted = new Map(entriesOf(body));
  const read = (field: Field) =>
    textsIn(posted.get(`answer.${field}`))
      .join(' ')
      .trim();
  const values = { navn: read('navn'), initialer: read('initialer'), hilsen: read('hilsen') };
  const isEmpty = values.hilsen === '' && values.navn === '' && values.initialer === '';
  const faults: GreetingForm['faults'] = {};
  for (const field of fieldNames) {
    const kept = textsIn(posted.get(cprChoice(field)));
    if (lengthOf(values[field]) > limits[field]) faults[field] = 'tooLong';
    else if (asksAboutCpr(values[field], kept)) faults[field] = 'cpr';
    else if (!isEmpty && values[field] === '' && field !== 'initialer') faults[field] = 'missing';
  }
  return { values, faults, isEmpty };
}

/** Counts characters as people do: an emoji, or a letter with its accent, is one. */
export function lengthOf(text: string): number {
  return [...new Intl.Segmenter('da').segment(text)].length;
}
