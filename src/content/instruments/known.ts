import type { Localized } from '../localized.ts';

/**
 * Validated instruments whose structure and scoring are part of the program. Their sentences belong to their
 * publishers: the package has them in a file once whoever runs the course has obtained them on the publisher's terms.
 */
export interface KnownInstrument {
  id: string;
  title: string;
  version: number;
  /** The publication to cite. */
  source: string;
  /** On what terms it may be used. */
  licence: Localized;
  /** Where to get the sentences. */
  wordsFrom: Localized;
  /** How many items it has, and the lowest and highest number of each. */
  items: number;
  low: number;
  high: number;
  /**
   * Roughly how many words it has to read: a survey must have time for them even before the package has the wording.
   */
  words: number;
  /** Whether its form lists the highest number first. */
  isHighestFirst: boolean;
  score: { how: 'sum' | 'mean'; factor: number; mayMiss: number };
  /** Their labels are in the interface's words. */
  bands: readonly { id: 'low' | 'middle' | 'high'; from: number; to: number; offersHelp: boolean }[];
}

const who5: KnownInstrument = {
  id: 'who-5',
  title: 'WHO-5',
  version: 1,
  source:
    'WHO-5 Well-Being Index (1998 version). C. W. Topp, S. D. Østergaard, S. Søndergaard, P. Bech: The WHO-5 Well-Being Index: a systematic review of the literature. Psychotherapy and Psychosomatics 84 (2015), 167-176.',
  licence: {
    da: 'Gratis. Ordene må ikke ændres, og kilden skal nævnes. Læs vilkårene der, hvor I henter ordene.',
    en: 'Free of charge; the wording must not be changed and the source must be named. Read the terms where it is fetched.',
  },
  wordsFrom: {
    da: 'Sundhedsstyrelsen (sst.dk) på dansk, og WHO (who.int, søg efter WHO-5) på engelsk',
    en: 'World Health Organization (who.int, search for WHO-5) and, in Danish, Sundhedsstyrelsen (sst.dk)',
  },
  items: 5,
  low: 0,
  high: 5,
  words: 105,
  isHighestFirst: true,
  score: { how: 'sum', factor: 4, mayMiss: 0 },
  bands: [
    { id: 'low', from: 0, to: 35, offersHelp: true },
    { id: 'middle', from: 36, to: 50, offersHelp: false },
    { id: 'high', from: 51, to: 100, offersHelp: false },
  ],
};

const generalSelfEfficacy: KnownInstrument = {
  id: 'gse',
  title: 'General Self-Efficacy Scale',
  version: 1,
  source:
    "R. Schwarzer, M. Jerusalem: Generalized Self-Efficacy Scale. In J. Weinman, S. Wright, M. Johnston: Measures in health psychology: A user's portfolio. NFER-NELSON (1995), 35-37.",
  licence: {
    da: 'Må bruges uden at spørge, hvis kilden nævnes, og ordene er forfatternes. Læs vilkårene der, hvor I henter ordene.',
    en: 'May be used without asking, if the source is named and the wording is that of the authors. Read the terms where it is fetched.',
  },
  wordsFrom: {
    da: 'forfatterne (userpage.fu-berlin.de/~health), som har en dansk oversættelse',
    en: 'the authors (userpage.fu-berlin.de/~health), who have a Danish translation',
  },
  items: 10,
  low: 1,
  high: 4,
  words: 150,
  isHighestFirst: false,
  score: { how: 'sum', factor: 1, mayMiss: 3 },
  bands: [],
};

export const knownInstruments: ReadonlyMap<string, KnownInstrument> = new Map(
  [who5, generalSelfEfficacy].map((instrument) => [instrument.id, instrument]),
);
