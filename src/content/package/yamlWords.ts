import type { YAMLParseError } from 'yaml';
import type { Localized } from '../localized.ts';

/** What is wrong with the way a file is written. The library tells it in English; Danish tells the usual cause. */
export function syntaxWords({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): Localized {
  return { da: danish[code] ?? USUAL, en: `is not valid YAML here: ${oneLine(message)}` };
}

const USUAL =
  'Linjen kan ikke læses. Se efter et kolon, et anførselstegn eller et mellemrum, der mangler eller er for meget.';

const INDENT = 'Linjen begynder et forkert sted. Brug lige så mange mellemrum foran som på linjerne ved siden af.';
const QUOTES = 'Sæt anførselstegn om hele teksten: "…".';
const LONG_KEY = 'Der mangler et kolon efter ordet først på linjen, eller også skal teksten stå i anførselstegn.';

const danish: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_INDENT: INDENT,
  TAB_AS_INDENT: 'Linjen begynder med et tabulatortegn. Brug mellemrum.',
  BAD_SCALAR_START: `Teksten begynder med et tegn, der betyder noget særligt. ${QUOTES}`,
  BAD_DQ_ESCAPE: 'Tegnet \\ betyder noget særligt i anførselstegn. Skriv \\\\, eller fjern det.',
  MISSING_CHAR:
    'Et tegn er begyndt og ikke sluttet: et anførselstegn, en parentes eller et kolon. Skriv det, der mangler.',
  UNEXPECTED_TOKEN: `Her står et tegn, der ikke hører til. Fjern det, eller brug anførselstegn. ${QUOTES}`,
  BLOCK_AS_IMPLICIT_KEY: `Der er to koloner på linjen. ${QUOTES}`,
  BLOCK_IN_FLOW: 'En liste i [ ] skal stå på én linje. Skriv den sådan, eller brug bindestreger.',
  BAD_COLLECTION_TYPE: INDENT,
  MULTILINE_IMPLICIT_KEY: LONG_KEY,
  KEY_OVER_1024_CHARS: LONG_KEY,
  MULTIPLE_DOCS: 'Linjen --- deler filen i to. Fjern den.',
  BAD_DIRECTIVE: 'En linje må ikke begynde med %. Fjern den.',
};

function oneLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

/** Usual causes, each with what to do. What is written in Word comes with signs that look like those of a keyboard. */
export const causes = {
  tab: { da: 'Linjen begynder med et tabulatortegn. Brug mellemrum.', en: 'begins with a tab; use spaces' },
  oddSpace: {
    da: 'Der er et mellemrum af en anden slags på linjen, som Word og hjemmesider laver. Slet mellemrummene foran ordet, og skriv dem igen.',
    en: 'has a space of another kind, as Word and web pages make; delete the spaces before the word and write them again',
  },
  bullet: {
    da: 'Linjen begynder med et punkttegn, som Word laver. Skriv en bindestreg og et mellemrum: "- ".',
    en: 'begins with a bullet as Word makes them; write a hyphen and a space',
  },
  afterDash: {
    da: 'Der mangler et mellemrum efter bindestregen. Skriv det.',
    en: 'lacks a space after the hyphen; write it',
  },
  afterColon: {
    da: 'Der mangler et mellemrum efter kolon. Skriv det.',
    en: 'lacks a space after the colon; write it',
  },
  noColon: {
    da: 'Linjen har intet ord med kolon foran. Skriv ordet, for eksempel ask:, eller ryk linjen ind under den tekst, den hører til.',
    en: 'has no word with a colon before it; write the word, or indent the line below the text that it belongs to',
  },
  unclosed: {
    da: 'Teksten begynder med et anførselstegn, men slutter ikke med et. Skriv det sidste, eller fjern det første.',
    en: 'begins with a quotation mark and does not end with one; write the last or remove the first',
  },
  partQuoted: {
    da: 'Anførselstegnene er kun om en del af teksten. Sæt dem om det hele, og brug ”…” inde i teksten: "”Ja” eller ”nej”?"',
    en: 'has quotation marks around a part only; put them around the whole text, and use “…” within it',
  },
  curly: {
    da: 'Anførselstegnene er skæve, som Word laver dem. Når der er kolon i teksten, skal de være lige: "…". Skriv dem igen her.',
    en: 'has the curly quotation marks that Word makes; with a colon in the text they must be straight: "…"',
  },
  firstSign: {
    da: `Teksten begynder med et tegn, der betyder noget særligt. ${QUOTES}`,
    en: 'begins with a sign that has a meaning of its own; put the text in quotes',
  },
  colons: { da: `Der er to koloner på linjen. ${QUOTES}`, en: 'has two colons; put the text in quotes' },
  listWithoutWord: {
    da: 'Listen har intet ord over sig. Skriv det på linjen over, for eksempel options:.',
    en: 'begins a list with no word above it; write it on the line above, such as options:',
  },
  indent: (there: number, right: number): Localized => ({
    da: `Linjen begynder ${there === 0 ? 'uden' : `med ${there}`} mellemrum. Skriv ${right}, så den står lige under dem, den hører til.`,
    en: `begins with ${there} spaces; write ${right}, as the lines that it belongs to`,
  }),
  hash: {
    da: `Det, der står efter #, kommer ikke med. ${QUOTES}`,
    en: 'loses what stands after #; put the text in quotes',
  },
};
