import { domainToASCII } from 'node:url';
import { z } from 'zod';
import type { ChannelKind } from './records.ts';

const LONGEST_EMAIL = 254;
const email = z.email().max(LONGEST_EMAIL);

/**
 * The address in the form in which it is stored and used: an e-mail address, or `+` and digits. Undefined if it is
 * neither. The result contains no line break, comma or bracket that would have a meaning in a header or a request.
 */
export function parseAddress(kind: ChannelKind, written: string): string | undefined {
  return written.length > LONGEST_WRITTEN ? undefined : parsers[kind](unseenGone(written));
}

/** Allows for a name before the address, as mail programs copy it. */
const LONGEST_WRITTEN = 500;

/**
 * Contacts and web pages wrap copied text in direction marks, soft hyphens and zero-width characters; keyboards for
 * other scripts write full-width digits and signs.
 */
function unseenGone(written: string): string {
  return written
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .trim()
    .replace(/[.,;]$/, '');
}

/** `Anna <anna@example.dk>`, as copied by a mail program. */
const NAMED = /^[^<>\r\n]*<([^<>]*)>$/;

function parseEmail(written: string): string | undefined {
  const [address = ''] = (NAMED.exec(written)?.[1] ?? written)
    .trim()
    .replace(/^mailto:/i, '')
    .split('?');
  const parsed = email.safeParse(inAscii(address));
  return parsed.success ? parsed.data : undefined;
}

/** `rødgrød.dk` in the form that mail uses (RFC 5891). The part before the `@` has no such form. */
function inAscii(address: string): string {
  const [, local, domain] = /^([^@]+)@([\p{L}\p{M}\p{N}.-]+)$/u.exec(address) ?? [];
  return local && domain && /[^\0-\x7f]/.test(domain) ? `${local}@${domainToASCII(domain)}` : address;
}

/** What a number is called where it is copied from: `tlf. 20 12 34 56`, `Mobil: 20123456`, `tel:+4520123456`. */
const CALLED = /^(?:tel|tlf|telefon|mobil|mob|sms|phone|mobile)[.: ]\s*:?\s*/i;

const DANISH = /^\+45[2-9]\d{7}$/;
/** E.164: at most 15 digits. Shorter ones are not mobile numbers. */
const FOREIGN = /^\+(?!45)[1-9]\d{7,14}$/;

/** A Danish number with or without its country code, or a foreign number with its code. */
function parseNumber(written: string): string | undefined {
  const digits = written
    .replace(CALLED, '')
    // The zero that is dialled only inside the country: `+46 (0)70`.
    .replace(/(?<=^(?:\+|00)[\d\s]+)\(0\)/, '')
    .replace(/[\s()./\u00b7\u2022\u2212\p{Pd}]/gu, '')
    .replace(/^00/, '+');
  const number = /^\d{8}$/.test(digits) ? `+45${digits}` : digits.replace(/^45(?=\d{8}$)/, '+45');
  return DANISH.test(number) || FOREIGN.test(number) ? number : undefined;
}

/** Whether an SMS may go to this number, according to the calling codes that are served. */
export function isServed(number: string, countries: readonly string[]): boolean {
  return countries.some((code) => number.startsWith(`+${code}`));
}

const parsers = { email: parseEmail, sms: parseNumber };
