import { z } from 'zod';
import { fingerprint } from '../../responses/merge.ts';
import { asksAboutCpr, cprChoice } from '../cpr.ts';
import { textsIn } from '../postedForm.ts';

export const LONGEST_REPLY = 500;
/** Id of the form's one field. */
export const REPLY = 'svar';

/** A posted reply. Whatever the body holds, no word that was written is dropped. */
export interface ReplyForm {
  text: string;
  /** Fingerprint of the sent reply that the page showed. */
  base: string;
  fault: 'missing' | 'tooLong' | 'unreadable' | 'cpr' | undefined;
}

const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);
const short = z.string().max(50).catch('');

/** @param body as `express.urlencoded` gives it, or anything else. */
export const parseReply = (body: unknown): ReplyForm => {
  const posted = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const given = values.safeParse(posted.get(`answer.${REPLY}`) ?? '');
  const texts = given.success ? given.data.map(plain).filter(Boolean) : [];
  const text = texts.join('\n\n');
  const isAsked = asksAboutCpr(text, textsIn(posted.get(cprChoice(REPLY))));
  const fault = faultOf(text, texts.length, given) ?? (isAsked ? 'cpr' : undefined);
  return { text, base: short.parse(posted.get('base')) || fingerprint(''), fault };
};

const faultOf = (text: string, fields: number, { success }: { success: boolean }): ReplyForm['fault'] => {
  if (!success || fields > 1) return 'unreadable';
  if (text === '') return 'missing';
  return text.length > LONGEST_REPLY ? 'tooLong' : undefined;
};

/** As in the activities' forms: one kind of line break, nothing unprintable, nothing around it. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().trim();
