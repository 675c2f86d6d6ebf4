import { z } from 'zod';
import { fingerprint } from '../../responses/merge.ts';
import { asksAboutCpr, cprChoice } from '../../forms/cpr.ts';
import { entriesOf, textsIn, valuesIn } from '../../forms/values.ts';

export const LONGEST_REPLY = 500;
/** Id of the form's only field. */
export const REPLY = 'svar';

/** A posted reply. Whatever the body contains, no written word is dropped. */
export interface ReplyForm {
  text: string;
  /** Fingerprint of the sent reply that the page showed. */
  base: string;
  fault: 'missing' | 'tooLong' | 'unreadable' | 'cpr' | undefined;
}

const short = z.string().max(50).catch('');

/** @param body as `express.urlencoded` gives it, or anything else */
export function parseReply(body: unknown): ReplyForm {
  const posted = new Map(entriesOf(body));
  const given = posted.get(`answer.${REPLY}`) ?? '';
  const texts = textsIn(given);
  const text = texts.join('\n\n');
  const isAsked = asksAboutCpr(text, textsIn(posted.get(cprChoice(REPLY))));
  const fault = faultOf(text, texts.length, valuesIn(given) !== undefined) ?? (isAsked ? 'cpr' : undefined);
  return { text, base: short.parse(posted.get('base')) || fingerprint(''), fault };
}

function faultOf(text: string, fields: number, isReadable: boolean): ReplyForm['fault'] {
  if (!isReadable || fields > 1) return 'unreadable';
  if (text === '') return 'missing';
  return text.length > LONGEST_REPLY ? 'tooLong' : undefined;
}
