import type { Language } from '../../../domain/viewer.ts';
import { locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import type { Passkeys } from './passkeys.ts';

interface PasskeyPage {
  path: string;
  kept: Awaited<ReturnType<Passkeys['all']>>;
  refused: 'name' | 'refused' | undefined;
  language: Language;
}

/** The passkeys that work, and the form for another. */
export function passkeyPage({ path, kept, refused, language }: PasskeyPage) {
  const words = texts[language].passkeys;
  const error = refused && words.faults[refused];
  return {
    title: words.title,
    words,
    path,
    action: `${path}/noegler`,
    error,
    errors: error === undefined ? [] : [{ href: '#navn', message: error }],
    keys: kept.map(({ id, doc: { name, madeAt, usedAt } }) => ({
      id,
      name,
      made: words.madeAt(dayIn(madeAt, language)),
      used: usedAt === 0 ? words.unused : words.usedAt(dayIn(usedAt, language)),
    })),
  };
}

function dayIn(at: number, language: Language): string {
  return new Date(at).toLocaleDateString(locale[language], { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
}
