import type { IncomingMessage } from 'node:http';
import type { Language } from '../domain/viewer.ts';

/** The language of a locale as platforms write it: `en`, `en_us`, `da-DK`. Undefined for one we do not speak. */
export const languageOfLocale = (locale: string): Language | undefined => {
  const primary = locale.trim().toLowerCase().split(/[-_]/)[0];
  return primary === 'da' || primary === 'en' ? primary : undefined;
};

const ofCourse = new WeakMap<object, Language>();

/** Notes the language that the course uses, once a request has told it. */
export const rememberLanguage = (request: object, language: Language | undefined): void => {
  if (language) ofCourse.set(request, language);
};

/** The language of the course, where a request has told it: a login does not, a launch does. */
export const languageOfCourse = (request: object): Language | undefined => ofCourse.get(request);

/** The language of the course where it is known, else the first of `Accept-Language` that we speak (RFC 9110, 12.5.4), else Danish. */
export const languageOfRequest = (request: Pick<IncomingMessage, 'headers'>): Language => {
  const known = ofCourse.get(request);
  if (known) return known;
  const wanted = (request.headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((value) => value !== undefined);
      return { language: languageOfLocale(tag), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return wanted.find(({ language }) => language)?.language ?? 'da';
};
