import type { z } from 'zod';
import type { Language } from '../../domain/viewer.ts';
import type { Refusal, Localized } from '../localized.ts';

export type Issue = z.core.$ZodIssue;

/**
 * A path as authors of each language count: in English `steps[1].questions[0].kind`, as in a terminal; in Danish "kind
 * (trin 2, spørgsmål 1)", for those who write in a browser.
 */
export function pathText(path: readonly PropertyKey[], language: Language): string {
  return language === 'da' ? countedPath(path) : exactPath(path);
}

function exactPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

function countedPath(path: readonly PropertyKey[]): string {
  const places: string[] = [];
  let words: string[] = [];
  for (const part of path) {
    if (typeof part === 'number') {
      const list = words.join('.');
      places.push(`${members[list] ?? `${list} punkt`} ${part + 1}`);
      words = [];
    } else words.push(String(part));
  }
  const last = words.length > 0 ? words.join('.') : (places.pop() ?? '');
  return places.length > 0 ? `${last} (${places.join(', ')})` : last;
}

/** What one of a list is called; of other lists it is a "punkt". */
const members: Record<string, string> = {
  steps: 'trin',
  questions: 'spørgsmål',
  options: 'svarmulighed',
  statements: 'udsagn',
  labels: 'ord på skalaen, nummer',
  people: 'medkursist',
  scenes: 'scene',
  'choice.ways': 'valg',
  examples: 'eksempel',
  ideas: 'idé',
  activities: 'aktivitet',
  parts: 'del',
  tools: 'værktøj',
  sheet: 'linje på arket',
  when: 'hvornår',
};

/** What is wrong with a value, and what to do. */
export function sentenceOf(issue: Issue): Localized {
  return { da: sentence(issue, 'da'), en: sentence(issue, 'en') };
}

function sentence(issue: Issue, language: Language): string {
  const say = words[language];
  const name = pathText(issue.path, language) || say.file;
  const { said, advice } = refusalOf(issue);
  if (said) return `${name} ${said[language]}`;
  if (isMissing(issue)) return say.missing(name, valueList(issue, say.or));
  if (advice) return say.wrong(name, shown(issue.input, say), advice[language]);
  switch (issue.code) {
    case 'invalid_type':
      return say.wrong(name, shown(issue.input, say), say.write(say.types[issue.expected] ?? issue.expected));
    case 'invalid_value':
    case 'invalid_union':
      return say.wrong(name, shown(atDiscriminator(issue), say), say.use(valueList(issue, say.or)));
    case 'too_small':
      return say.tooSmall(name, issue.origin, String(issue.minimum));
    case 'too_big':
      return say.tooBig(name, issue.origin, String(issue.maximum));
    default:
      return say.other(name, issue.message);
  }
}

const en = {
  file: 'the file',
  empty: 'empty',
  list: 'a list',
  map: 'a map of keys',
  or: 'or',
  missing: (name: string, choices: string) => `${name} is missing; add it${choices && ` (${choices})`}`,
  wrong: (name: string, value: string, advice: string) => `${name} is ${value}; ${advice}`,
  write: (what: string) => `write ${what}`,
  use: (what: string) => `use ${what}`,
  tooSmall: (name: string, origin: string, least: string) => {
    if (origin === 'string') return `${name} is too short; write at least ${least} characters`;
    if (origin === 'array') return `${name} has too few entries; give at least ${least}`;
    return `${name} is too small; use at least ${least}`;
  },
  tooBig: (name: string, origin: string, most: string) => {
    if (origin === 'string') return `${name} is too long; write at most ${most} characters`;
    if (origin === 'array') return `${name} has too many entries; give at most ${most}`;
    return `${name} is too large; use at most ${most}`;
  },
  other: (name: string, message: string) => `${name} ${message}`,
  types: {
    string: 'a text (in quotes if it looks like a number or true/false)',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list, each entry on its own line after a dash',
    object: 'keys with values, one on each line',
  } as Record<string, string>,
};

type Words = typeof en;

const da: Words = {
  file: 'filen',
  empty: 'tom',
  list: 'en liste',
  map: 'flere linjer med kolon',
  or: 'eller',
  missing: (name, choices) => `${name} mangler. Skriv linjen${choices && ` (${choices})`}.`,
  wrong: (name, value, advice) => `${name} er ${value}. ${advice}`,
  write: (what) => `Skriv ${what}.`,
  use: (what) => `Brug ${what}.`,
  tooSmall: (name, origin, least) => {
    if (origin === 'string') return `${name} er for kort. Skriv mindst ${least} tegn.`;
    if (origin === 'array') return `${name} har for få punkter. Skriv mindst ${least}.`;
    return `${name} er for lille. Brug mindst ${least}.`;
  },
  tooBig: (name, origin, most) => {
    if (origin === 'string') return `${name} er for lang. Skriv højst ${most} tegn.`;
    if (origin === 'array') return `${name} har for mange punkter. Skriv højst ${most}.`;
    return `${name} er for stor. Brug højst ${most}.`;
  },
  other: (name, message) => `${name} kan ikke bruges. Ret det. (${message})`,
  types: {
    string: 'en tekst (i anførselstegn, hvis den ligner et tal eller true/false)',
    number: 'et tal',
    int: 'et helt tal',
    boolean: 'true eller false',
    array: 'en liste, hvert punkt på sin egen linje efter en bindestreg',
    object: 'linjer med et ord, et kolon og en værdi',
  },
};

const words: Record<Language, Words> = { da, en };

function refusalOf(issue: Issue): Refusal {
  return issue.code === 'custom' ? (issue.params ?? {}) : {};
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_union' ? atDiscriminator(issue) === undefined : issue.input === undefined;
}

/** For a union discriminated by one key, zod gives the whole map as the input. */
function atDiscriminator(issue: Issue): unknown {
  const { input } = issue;
  if (!('discriminator' in issue) || typeof issue.discriminator !== 'string') return input;
  return typeof input === 'object' && input !== null ? Reflect.get(input, issue.discriminator) : input;
}

function valueList(issue: Issue, or: string): string {
  const values: readonly unknown[] =
    issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : [];
  const texts = values.map(String);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(', ')} ${or} ${last}`;
}

function shown(value: unknown, { empty, list, map }: Words): string {
  if (value === null) return empty;
  if (Array.isArray(value)) return list;
  return typeof value === 'object' ? map : JSON.stringify(value);
}
