import type { Localized } from '../localized.ts';

/** Messages to the author of an instrument that cannot be used. */
export const refusals = {
  laterVersion: (earlier: number, version: number): Localized => ({
    da: `er ${earlier}. Brug versioner før ${version}.`,
    en: `is ${earlier}; name versions before ${version}`,
  }),
  unknownItem: (id: string): Localized => ({
    da: `nævner "${id}". Brug et spørgsmål med skala ovenfor.`,
    en: `names "${id}"; name a scale question above`,
  }),
  missesAll: (mayMiss: number, of: number): Localized => ({
    da: `er ${mayMiss} af ${of} spørgsmål. Sæt tallet lavere.`,
    en: `is ${mayMiss} of ${of} questions; allow fewer`,
  }),
  bandGap: {
    da: 'skal være 1 mere end der, hvor båndet før slutter.',
    en: 'must be 1 more than the end of the band before it',
  },
  bandsReach: (low: number, high: number): Localized => ({
    da: `skal gå fra ${low} til ${high}, den laveste og den højeste score.`,
    en: `must reach from ${low} to ${high}, the lowest and highest score`,
  }),
  countOf: (given: number, title: string, right: number): Localized => ({
    da: `er ${given}. ${title} har ${right}. Skriv dem, som udgiveren har dem.`,
    en: `are ${given}; ${title} has ${right}; write them as the publisher has them`,
  }),
};
