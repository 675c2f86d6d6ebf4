import { z } from 'zod';
import type { ChannelKind } from './records.ts';

const LONGEST_EMAIL = 254;
const email = z.email().max(LONGEST_EMAIL);

/**
 * The address as it is kept and sent to: an e-mail address, or `+` and digits. Undefined where it is neither; so what
 * comes out has no line break, comma or bracket that would mean something in a header or a request.
 */
export const parseAddress = (kind: ChannelKind, written: string): string | undefined =>
  kind === 'email' ? parseEmail(written) : parseNumber(written);

const parseEmail = (written: string): string | undefined => {
  const parsed = email.safeParse(written.trim());
  return parsed.success ? parsed.data : undefined;
};

const DANISH = /^\+45[2-9]\d{7}$/;
/** E.164: at most 15 digits. Shorter ones are no mobile numbers. */
const FOREIGN = /^\+(?!45)[1-9]\d{7,14}$/;

/** A Danish number with or without its country code, or another country's with it. */
const parseNumber = (written: string): string | undefined => {
  if (written.length > 40) return undefined;
  const digits = written
    .trim()
    .replace(/[\s().-]/g, '')
    .replace(/^00/, '+');
  const number = /^\d{8}$/.test(digits) ? `+45${digits}` : digits.replace(/^45(?=\d{8}$)/, '+45');
  return DANISH.test(number) || FOREIGN.test(number) ? number : undefined;
};
