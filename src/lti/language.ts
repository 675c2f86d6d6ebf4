import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import type { Language } from '../domain/viewer.ts';

/** The language of a locale as platforms write it: `en`, `en_us`, `da-DK`. Undefined for one we do not speak. */
export function languageOfLocale(locale: string): Language | undefined {
  const primary = locale.trim().toLowerCase().split(/[-_]/)[0];
  return primary === 'da' || primary === 'en' ? primary : undefined;
}

const ofCourse = new WeakMap<object, Language>();

/** Notes the language that the course uses, once a request has told it. */
export function rememberLanguage(request: object, language: Language | undefined): void {
  if (language) ofCourse.set(request, language);
}

/** The language of the course, where a request has told it: a login does not, a launch does. */
export function languageOfCourse(request: object): Language | undefined {
  return ofCourse.get(request);
}

/** The language of the course where it is known, else the first of `Accept-Language` that we speak (RFC 9110, 12.5.4), else Danish. */
export function languageOfRequest(request: Pick<IncomingMessage, 'headers'>): Language {
  const known = ofCourse.get(request);
  if (known) return known;
  const wanted = new Negotiator(request).languages();
  return wanted.map(languageOfLocale).find((language) => language !== undefined) ?? 'da';
}
