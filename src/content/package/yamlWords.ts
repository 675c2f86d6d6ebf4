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
