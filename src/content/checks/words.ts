import { memoizeByText } from '../../util/memoizeByText.ts';
import type { Localized } from '../localized.ts';

interface Avoided {
  words: RegExp;
  /** What to write instead, as the object of "write"; a plain string serves both languages, with "or" translated. */
  instead: string | Localized;
}

/** Matches whole words only, since \b does not know æ, ø and å. */
function word(pattern: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'giu');
}

/**
 * Danish that reads like translated English, and words that the course replaces by others. Each entry was found in one
 * of our texts at least once. The list cannot replace a native reader.
 */
const avoided: readonly Avoided[] = [
  { words: word('er fundet på'), instead: '"er opdigtet"' },
  { words: word('jobcenteret'), instead: '"jobcentret"' },
  { words: word('ideer(?:ne)?'), instead: '"idéer"' },
  { words: word('print(?:e|es|et|ede)?'), instead: '"udskriv"' },
  { words: word('for nu(?=[.,!?]|$)'), instead: '"lige nu" or "indtil videre"' },
  { words: word('nå (?:en|din|min|sin) (?:handle)?plan'), instead: '"holde" or "gennemføre en plan"' },
  { words: word('mindes om'), instead: '"have en påmindelse om"' },
  { words: word('fare for liv'), instead: '"livsfare"' },
  { words: word('meld(?:e|er|t) fra'), instead: '"melde afbud"' },
  { words: word('onde? cirk(?:el|ler)'), instead: '"symptomcirkel"' },
  { words: word('(?:bed|bede|spørg|spørge) en(?=,? om|[.?!]|$)'), instead: '"nogen" or "en anden"' },
  {
    words: word('(?:ring|skriv|tal|snak|sig det)\\p{L}*(?: \\p{L}+)? (?:til|med) en(?=[.?!]|$)'),
    instead: '"nogen" or "en anden"',
  },
  { words: word('tag(?:e|er)? en med(?=[.?!]|$)'), instead: '"nogen" or "en anden"' },
  { words: word('fordi,'), instead: { da: '"fordi" uden komma efter', en: '"fordi" with no comma after it' } },
  { words: word('sæt(?:te|ter)? (?:et ur|uret|vækkeuret|sit vækkeur)'), instead: '"stil uret"' },
  { words: word('prøv(?:e|er)?(?: \\p{L}+)? hårdere'), instead: '"tage sig mere sammen"' },
  { words: word('lyt(?:te|ter)? til ende'), instead: '"høre efter, til den anden er færdig"' },
  { words: word('lad(?:e|er)? (?:dem|ham|hende|mig|andre) vide'), instead: '"fortælle"' },
  { words: word('det er frit'), instead: '"du bestemmer selv"' },
  {
    words: word('hvad er noget'),
    instead: {
      da: 'spørgsmålet direkte, for eksempel "hvad har du"',
      en: 'the question itself, for example "hvad har du"',
    },
  },
  { words: word('hver (?:skriver|siger|vælger|tager)[^.,]*, de'), instead: '"alle"' },
  { words: word('finde på at'), instead: '"få sig selv til at" or "turde"' },
];

/** "Drille" is for technology only: said of an illness, it sounds as if it were a prank. */
const teasing: Avoided = { words: word('drill(?:e|er|ede|et)'), instead: '"er svært" or "står i vejen"' };
const technology = /teknik|computer|telefon|forbindelse|skærm|net/iu;

/** The course's texts have straight quotation marks throughout. */
const curly: Avoided = { words: /[“”„»«]/gu, instead: { da: 'lige anførselstegn', en: 'straight quotation marks' } };

/** What should be worded differently in a Danish text: one message for each place. */
export function avoidedIn(text: string): Localized[] {
  return [...avoided, ...(technology.test(text) ? [] : [teasing])].flatMap((entry) => found(entry, text));
}

/** The same for a text of the course, including its quotation marks. */
export const avoidedInCourse = memoizeByText((text): readonly Localized[] => {
  const said = [...avoidedIn(text), ...found(curly, text)];
  return said.length > 0 ? said : NONE;
});

/** Shared by most texts. */
const NONE: readonly Localized[] = [];

function found({ words, instead }: Avoided, text: string): Localized[] {
  const write = typeof instead === 'string' ? { da: instead.replaceAll(' or ', ' eller '), en: instead } : instead;
  return [...text.matchAll(words)].map(([said]) => ({
    da: `Der står "${said}". Skriv ${write.da}.`,
    en: `says "${said}"; write ${write.en}`,
  }));
}
