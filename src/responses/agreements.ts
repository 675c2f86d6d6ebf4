import type { Answer, Answers } from '../domain/answers.ts';
import { answerOf, fingerprint, type FieldChange } from './merge.ts';

/** A person's answer to a consent question, and when they gave it. */
export interface Agreement {
  answer: Answer;
  /** Version of the wording that was shown. */
  wording: string;
  /** Milliseconds since 1970. */
  at: number;
}

export type Agreements = Record<string, Agreement>;

interface Posted {
  fields: FieldChange[];
  /** The draft after the form was merged into it. */
  draft: Answers;
  now: number;
}

/** Records the consent answers in a form. The same answer to the same wording keeps its original time. */
export function noteAgreements(noted: Agreements, { fields, draft, now }: Posted): Agreements {
  const fresh = fields.flatMap(({ question, posted, wording }): [string, Agreement][] => {
    const answer = answerOf(draft, question) ?? '';
    if (wording === undefined || answer.length === 0 || fingerprint(posted) !== fingerprint(answer)) return [];
    const before = Object.hasOwn(noted, question) ? noted[question] : undefined;
    const isSame = before?.wording === wording && fingerprint(before.answer) === fingerprint(answer);
    return isSame ? [] : [[question, { answer, wording, at: now }]];
  });
  return { ...noted, ...Object.fromEntries(fresh) };
}
