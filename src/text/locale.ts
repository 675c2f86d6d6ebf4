import type { Language } from '../domain/viewer.ts';

/** How numbers, dates and times are written in a language. */
export const locale: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };
