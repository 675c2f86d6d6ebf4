import { z } from 'zod';
import { fingerprint } from '../../responses/merge.ts';

export const LONGEST_REPLY = 500;

/** A posted reply. Whatever the body holds, no word that was written is dropped. */
export interface ReplyForm {
  text: string;
  /** Fingerprint of the sent reply that the page showed. */
  base: string;
  fault: 'missing' | 'tooLong' | 'unreadable' | undefined;
}

const values = z.union([z.string().transform((value) => [value]), z.array(z.string())]);
const short = z.string().max(50).catch('');

/** @param body as `express.urlencoded` gives it, or anything else. */
export const parseReply = (body: unknown): ReplyForm => {
  const posted = new Map(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const given = values.safeParse(posted.get('answer.svar') ?? '');
  const texts = given.success ? given.data.map(plain).filter(Boolean) : [];
  const text = texts.join('\n\n');
  return { text, base: short.parse(posted.get('base')) || fingerprint(''), fault: faultOf(text, texts.length, given) };
};

const faultOf = (text: string, fields: number, { success }: { success: boolean }): ReplyForm['fault'] => {
  if (!success || fields > 1) return 'unreadable';
  if (text === '') return 'missing';
  return text.length > LONGEST_REPLY ? 'tooLong' : undefined;
};

/** As in the activities' forms: one kind of line break, nothing unprintable, nothing around it. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\u0000', '').toWellFormed().trim();
