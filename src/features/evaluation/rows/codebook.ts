import type { SurveyActivity } from '../../../content/course.ts';
import type { Instrument } from '../../../content/instruments/instrument.ts';
import { csv } from '../../../files/csv.ts';
import { columnNames } from './columnNames.ts';
import { evaluatedOf, keyOf, type Evaluated } from '../evaluated.ts';
import type { DataRow } from './readRows.ts';

/** A column of the file, with everything that a program or reader needs to know about it. */
export interface Variable {
  /** Its name: without hyphens, which statistics programs do not allow. */
  name: string;
  kind: 'text' | 'number';
  label: string;
  /** Labels by number; empty if there are none. */
  values: { value: number; label: string }[];
  /** Surveys that ask it. */
  surveys: string[];
  /** Instrument and version, as the course has it now. */
  instrument: string;
  scoring: string;
  of: (row: DataRow) => string | number;
}

const facts: [string, string, (row: DataRow) => string][] = [
  ['person', 'Pseudonym, the same in every wave and file', ({ person }) => person],
  ['class', 'Class, by pseudonym as in the tables', ({ room }) => room],
  ['period', 'Half-year in which the class began', ({ period }) => period],
  ['rhythm', 'Rhythm of the course; empty for one module a week', ({ rhythm }) => rhythm],
  ['wave', 'screening, foer (before), efter (right after), 3-maaneder (three months after)', ({ wave }) => wave],
  ['survey', 'Id of the survey', ({ survey }) => survey],
  ['version', 'Version of each instrument that was answered', ({ version }) => version],
  [
    'municipality',
    'From the LMS, or set for the class; empty if unknown or shared by fewer than five',
    ({ municipality }) => municipality,
  ],
  ['sex', 'From the LMS: kvinde, mand, andet; empty if unknown or shared by fewer than five', ({ sex }) => sex],
  ['age_group', 'Age when the class began; empty if unknown or shared by fewer than five', ({ ageGroup }) => ageGroup],
];

/** All columns in order: first the facts, then every question once, whatever surveys ask it. */
export function variablesOf(surveys: readonly SurveyActivity[]): Variable[] {
  const asked = surveys.flatMap((survey) => evaluatedOf(survey).map((question) => ({ survey, question })));
  const byId = Map.groupBy(asked, ({ question }) => question.id);
  const names = columnNames(
    [...byId.values()].flatMap(([one]) => (one ? keysOf(one.question) : [])),
    facts.map(([name]) => name),
  );
  return [
    ...facts.map(([name, label, of]): Variable => ({
      name,
      kind: 'text',
      label,
      values: [],
      surveys: surveys.map(({ id }) => id),
      instrument: '',
      scoring: '',
      of,
    })),
    ...[...byId.values()].flatMap((found) => questionVariables(found, names)),
  ];
}

interface Asked {
  survey: SurveyActivity;
  question: Evaluated;
}

/** The keys of a question's values, one for each column. */
function keysOf(question: Evaluated): string[] {
  return question.kind === 'many' ? question.options.map(({ id }) => keyOf(question, id)) : [question.id];
}

/** One column; for a question with several answers, one for each option. */
function questionVariables(all: readonly Asked[], names: ReadonlyMap<string, string>): Variable[] {
  const [first] = all;
  if (!first) return [];
  const { survey, question } = first;
  const { id } = question;
  const ofScore = survey.instruments.find(({ scores }) => scores.some((score) => score.id === id));
  const instrument = survey.instruments.find(({ questions }) => questions.includes(id)) ?? ofScore;
  const variable = (key: string, label: string, values: Variable['values']): Variable => ({
    name: names.get(key) ?? key,
    kind: 'number',
    label,
    values,
    surveys: all.map((one) => one.survey.id),
    instrument: instrument ? `${instrument.id}.${instrument.version}` : '',
    scoring: scoringOf(question, ofScore, names),
    of: ({ values: given }) => given[key] ?? '',
  });
  if (question.kind === 'many')
    return question.options.map((option) =>
      variable(keyOf(question, option.id), `${question.ask} ${option.label}`, [
        { value: 0, label: 'Nej' },
        { value: 1, label: 'Ja' },
      ]),
    );
  return [
    variable(
      id,
      question.ask,
      question.options.map(({ code, label }) => ({ value: code, label })),
    ),
  ];
}

function scoringOf(
  { id, kind }: Evaluated,
  instrument: Instrument | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const score = instrument?.scores.find((one) => one.id === id);
  if (!score)
    return kind === 'many'
      ? '1 if chosen'
      : 'as answered; below zero are ways out such as "ved ikke": count them as missing';
  const items = score.items.map(({ question, isReversed }) =>
    [names.get(question), ...(isReversed ? ['(reversed)'] : [])].join(' '),
  );
  return `${score.how} of ${items.join(' ')}, times ${score.factor}; ${score.mayMiss} may be missing`;
}

export function dataFile(rows: readonly DataRow[], variables: readonly Variable[]): string {
  return csv([variables.map(({ name }) => name), ...rows.map((row) => variables.map(({ of }) => of(row)))]);
}

/**
 * What each column means: names, wording, labels, where it is asked, and which version of the instrument has it now.
 */
export function codebookRows(variables: readonly Variable[]): string[][] {
  return [
    ['variable', 'type', 'wording', 'labels', 'missing', 'surveys', 'instrument', 'scoring'],
    ...variables.map(({ name, kind, label, values, surveys, instrument, scoring }) => [
      name,
      kind,
      label,
      values.map((one) => `${one.value} = ${one.label}`).join('; '),
      'empty',
      surveys.join(' '),
      instrument,
      scoring,
    ]),
  ];
}
