import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import type { Language } from '../domain/viewer.ts';

/** The language of a locale as platforms write it: `en`, `en_us`, `da-DK`. Undefined for a language we do not offer. */
export function languageOfLocale(locale: string): Language | undefined {
  const primary = locale.trim().toLowerCase().split(/[-_]/)[0];
  return primary === 'da' || primary === 'en' ? primary : undefined;
}

const ofCourse = new WeakMap<object, Language>();

/** Remembers the language of the course once a request has told it. */
export function rememberLanguage(request: object, language: Language | undefined): void {
  if (language) ofCourse.set(request, language);
}

/** The language of the course if a request has told it: a launch does, a login does not. */
export function languageOfCourse(request: object): Language | undefined {
  return ofCourse.get(request);
}

/**
 * The language of the course if known, else the first of `Accept-Language` that we offer (RFC 9110, 12.5.4), else
 * Danish.
 */
export function languageOfRequest(request: Pick<IncomingMessage, 'headers'>): Language {
  const known = ofCourse.get(request);
  if (known) return known;
  const wanted = new Negotiator(request).languages();
  return wanted.map(languageOfLocale).find((language) => language !== undefined) ?? 'da';
}
