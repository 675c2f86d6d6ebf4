import type { Response } from 'express';
import type { Language } from '../domain/viewer.ts';
import { texts } from '../text/texts.ts';
import { baseAfter } from './base.ts';
import { isStored, type FormFault, type FormWords } from './faults.ts';
import { withheldIn, type PostedForm } from './posted.ts';
import { timeOfDay } from '../text/times.ts';

/**
 * Answers a save by the script (contract): when it was saved, what the page's next form builds on, and what was not
 * saved. What is stored in spite of a fault, such as a text that is too long, is no failure here.
 * @param savedAt milliseconds since 1970
 * @param isRefused whether answers were not taken because the person has refused on another page since
 */
export function answerSilently(
  res: Response,
  form: PostedForm,
  { savedAt, isRefused = false, language }: { savedAt: number; isRefused?: boolean; language: Language },
): void {
  const saved = { savedAt: timeOfDay(savedAt, language), fields: { base: baseAfter(form) } };
  const words = texts[language].prep.fault;
  const errors = [...form.faults].flatMap(([id, fault]) =>
    isStored(fault) ? [] : [{ field: `answer.${id}`, message: messageOf(fault, words) }],
  );
  if (form.unplacedTexts.length > 0) errors.push({ field: '', message: words.stray });
  if (isRefused) errors.push({ field: '', message: words.refused });
  if (errors.length === 0) {
    res.json(saved);
    return;
  }
  const message = [...new Set(errors.map((error) => error.message))].join(' ');
  const isWithheld = Object.keys(withheldIn(form)).length > 0;
  res.status(422).json({ ...saved, message, errors, ...(isWithheld && { withheld: true }) });
}

function messageOf({ cause }: FormFault, words: FormWords['fault']): string {
  if (cause === 'cpr') return words.cprUnsaved;
  if (cause === 'far-too-long') return words.farTooLongUnsaved;
  return cause === 'too-long' || cause === 'out-of-bounds' ? '' : words[cause];
}
