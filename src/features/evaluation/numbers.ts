import type { Language } from '../../domain/viewer.ts';
import { locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import type { Interval } from './statistics.ts';

/** Formats numbers for a language, after rounding them as in the files. */
export function inNumbers(language: Language) {
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const { range: words } = texts[language].evaluation;
  const two = (value: number): string => asInFiles(value).toLocaleString(locale[language], decimals);
  const signed = (value: number): string =>
    // The minus sign that is as wide as a plus.
    `${asInFiles(value) > 0 ? '+' : ''}${two(value)}`.replace('-', '−');
  const percent = (share: number): string => `${Math.round(share * 100)}${language === 'da' ? ' ' : ''}%`;
  return {
    two,
    signed,
    percent,
    percents: ({ low, high }: Interval): string => words(percent(low), percent(high)),
    range: (interval: Interval | undefined): string =>
      interval ? words(two(interval.low), two(interval.high)).replaceAll('-', '−') : '',
  };
}

/** Avoids a minus before a zero. */
function asInFiles(value: number): number {
  return Number(value.toFixed(2)) + 0;
}
