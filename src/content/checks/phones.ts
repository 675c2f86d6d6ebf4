import type { Language } from '../../domain/viewer.ts';
import type { Localized } from '../localized.ts';

/** Numbers that a text may link to. One wrong digit would send someone in need to a stranger. */
const known: ReadonlyMap<string, Localized> = new Map([
  ['112', { da: 'livsfare', en: 'danger to life' }],
  ['114', { da: 'politiet', en: 'the police' }],
  ['1813', { da: 'akuttelefon i Region Hovedstaden', en: 'out-of-hours doctor of the Capital Region' }],
  ['1888', { da: 'Lev Uden Vold: vold i hjemmet', en: 'Lev Uden Vold: violence at home' }],
  ['70201201', { da: 'Livslinien: tanker om selvmord', en: 'Livslinien: thoughts of suicide' }],
]);

const TELEPHONE = /^tel:(\+?\d{3,15})$/;

export function isTelephone(address: string): boolean {
  return TELEPHONE.test(address);
}

/** A link in Markdown that a telephone can call. */
export function phoneLink(number: string): string {
  return `[${number}](tel:${dialled(number)})`;
}

/**
 * What is wrong with a link to a telephone; undefined if it is right.
 * @param shown the words of the link
 * @param own numbers that settings give
 */
export function phoneFault(address: string, shown: string, own: readonly string[]): Localized | undefined {
  const number = TELEPHONE.exec(address)?.[1] ?? '';
  if (!known.has(number) && !own.map(dialled).includes(number)) {
    return {
      da: `Nummeret ${number} er ikke et af de kendte. De er ${numbersIn('da')}.`,
      en: `the number ${number} is not known; known are ${numbersIn('en')}`,
    };
  }
  return dialled(shown) === number
    ? undefined
    : {
        da: `Linket ringer til ${number}, men viser "${shown}". Skriv det samme nummer.`,
        en: `the link calls ${number} and shows "${shown}"; they must be the same number`,
      };
}

function numbersIn(language: Language): string {
  return [...known].map(([number, whose]) => `${number} (${whose[language]})`).join(', ');
}

function dialled(number: string): string {
  return number.replaceAll(/[\s-]/g, '');
}
