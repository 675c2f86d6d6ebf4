import { cut } from '../cut.ts';
import type { Variable } from './codebook.ts';

/** Statistics programs that read `data.csv`, by the name of the file with their commands. */
export const syntaxes = { 'data.R': inR, 'data.sps': inSpss, 'data.do': inStata } as const;

const FROM = 'data.csv';

/** The longest label that each program takes, in characters. */
const MOST_SPSS = 120;
const MOST_STATA = 80;

function inR(variables: readonly Variable[]): string {
  const text = (words: string) => JSON.stringify(words);
  return lines([
    '# R: the answers as numbers, with labels as attributes (as the package haven has them).',
    `d <- read.csv(${text(FROM)}, encoding = "UTF-8", na.strings = "", check.names = FALSE, stringsAsFactors = FALSE)`,
    ...variables.map(({ name, label }) => `attr(d[[${text(name)}]], "label") <- ${text(label)}`),
    ...labelled(variables).map(
      ({ name, values }) =>
        `attr(d[[${text(name)}]], "labels") <- setNames(c(${values.map(({ value }) => value).join(', ')}), c(${values
          .map(({ label }) => text(label))
          .join(', ')}))`,
    ),
    '# Ways out ("do not know", "will not answer") are below zero in the file, and missing here, so that they are in no mean.',
    ...withExits(variables).map(({ name }) => `d[[${text(name)}]][which(d[[${text(name)}]] < 0)] <- NA`),
  ]);
}

function inSpss(variables: readonly Variable[]): string {
  const text = (words: string) => `'${onLine(words, MOST_SPSS).replaceAll("'", "''")}'`;
  return lines([
    '* Encoding: UTF-8.',
    '* SPSS: open this file beside data.csv, and run all of it.',
    `GET DATA /TYPE=TXT /FILE='${FROM}' /ENCODING='UTF8' /DELIMITERS="," /QUALIFIER='"' /ARRANGEMENT=DELIMITED /FIRSTCASE=2`,
    `  /VARIABLES=${variables.map(({ name, kind }) => `${name} ${kind === 'text' ? 'A80' : 'F8.2'}`).join(' ')}.`,
    ...variables.map(({ name, label }) => `VARIABLE LABELS ${name} ${text(label)}.`),
    ...labelled(variables).map(
      ({ name, values }) =>
        `VALUE LABELS ${name} ${values.map(({ value, label }) => `${value} ${text(label)}`).join(' ')}.`,
    ),
    ...withExits(variables).map(({ name, exits }) => `MISSING VALUES ${name} (${exits.join(', ')}).`),
    'EXECUTE.',
  ]);
}

function inStata(variables: readonly Variable[]): string {
  const text = (words: string) => `"${onLine(words, MOST_STATA).replaceAll('"', "'").replaceAll(/[`$]/g, ' ')}"`;
  return lines([
    '* Stata: open this file beside data.csv, and run all of it.',
    `import delimited using "${FROM}", clear varnames(1) case(preserve) encoding("UTF-8") bindquote(strict)`,
    ...variables.map(({ name, label }) => `label variable ${name} ${text(label)}`),
    ...withExits(variables).map(
      ({ name, exits }) =>
        `mvdecode ${name}, mv(${exits.map((exit) => `${exit} = ${missingInStata(exit)}`).join(' \\ ')})`,
    ),
    ...labelled(variables).flatMap(({ name, values }) => [
      `label define ${name}_l ${values.map(({ value, label }) => `${value < 0 ? missingInStata(value) : value} ${text(label)}`).join(' ')}`,
      `label values ${name} ${name}_l`,
    ]),
  ]);
}

function labelled(variables: readonly Variable[]): Variable[] {
  return variables.filter(({ values }) => values.length > 0);
}

/** The columns with ways out and the codes of these, to be declared as missing values so that no mean counts them. */
function withExits(variables: readonly Variable[]): { name: string; exits: number[] }[] {
  return variables.flatMap(({ name, values }) => {
    const exits = values.map(({ value }) => value).filter((value) => value < 0);
    return exits.length === 0 ? [] : [{ name, exits }];
  });
}

/** Stata's missing values with a letter may have labels: `.a` for -1. */
function missingInStata(exit: number): string {
  return `.${'abc'.charAt(-exit - 1)}`;
}

function onLine(words: string, most: number): string {
  return cut(words.replaceAll(/\s+/g, ' '), most);
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
