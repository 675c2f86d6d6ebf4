import { isHard } from '../../domain/hardWords.ts';
import { cprLike } from '../../domain/cpr.ts';
import type { Idea } from './store.ts';

export const LONGEST = 300;
export const FIELD = 'tekst';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** Per person and week: enough to ask and to help, too little to flood a page. */
const MOST_QUESTIONS = 3;
const MOST_IDEAS = 10;

/** `hard`: the writer sees helplines first, and may send it to the instructor only. */
export type IdeaFault = 'missing' | 'tooLong' | 'cpr' | 'tooMany' | 'hard';

export interface Writing {
  text: string;
  person: string;
  /** Empty for a question. */
  question: string;
  /** Whether the writer has chosen that only the instructor is to read it. */
  isForInstructor: boolean;
  now: number;
}

/** Why words are not sent as they are. @param all what the room holds */
export function faultOf({ text, person, question, isForInstructor, now }: Writing, all: Idea[]): IdeaFault | undefined {
  if (text === '') return 'missing';
  if (text.length > LONGEST) return 'tooLong';
  // Nobody needs such a number here, so the writer cannot insist on it.
  if (cprLike(text).length > 0) return 'cpr';
  const own = all.filter((one) => one.person === person && (one.question === '') === (question === ''));
  const most = question === '' ? MOST_QUESTIONS : MOST_IDEAS;
  if (own.filter(({ at }) => at > now - WEEK_MS).length >= most) return 'tooMany';
  return isHard(text) && !isForInstructor ? 'hard' : undefined;
}

/** Whether the same press has come twice. */
export function isThere({ text, person, question }: Writing, all: Idea[]): boolean {
  return all.some((one) => one.person === person && one.question === question && one.text === text);
}
