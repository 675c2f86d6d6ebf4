import type { SurveyActivity } from '../../../content/course.ts';
import { csv } from '../../../files/csv.ts';
import { scalesOf } from '../roomAnswers.ts';
import type { DataRow } from './readRows.ts';

/** A column of the file, with all that a program or a reader needs to know of it. */
export interface Variable {
  /** Without hyphens, which no statistics program takes in a name. */
  name: string;
  kind: 'text' | 'number';
  label: string;
  /** Labels by number; empty if there are none. */
  values: { value: number; label: string }[];
  /** Surveys that ask it. */
  surveys: string[];
  /** Instrument and version, as the course has it now. */
  instrument: string;
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
  ['municipality', 'From the LMS; empty if unknown or shared by fewer than five', ({ municipality }) => municipality],
  ['sex', 'From the LMS: kvinde, mand, andet; empty if unknown or shared by fewer than five', ({ sex }) => sex],
  ['age_group', 'Age when the class began; empty if unknown or shared by fewer than five', ({ ageGroup }) => ageGroup],
];

/** All columns in order: first the facts, then every question once, whatever surveys ask it. */
export function variablesOf(surveys: readonly SurveyActivity[]): Variable[] {
  const asked = surveys.flatMap((survey) => scalesOf(survey).map((question) => ({ survey, question })));
  const byId = Map.groupBy(asked, ({ question }) => question.id);
  return [
    ...facts.map(([name, label, of]): Variable => ({
      name,
      kind: 'text',
      label,
      values: [],
      surveys: surveys.map(({ id }) => id),
      instrument: '',
      of,
    })),
    ...[...byId].flatMap(([id, found]) => (found[0] ? [questionVariable(id, found[0], found)] : [])),
  ];
}

type Asked = { survey: SurveyActivity; question: ReturnType<typeof scalesOf>[number] };

function questionVariable(id: string, { survey, question }: Asked, all: readonly Asked[]): Variable {
  const step = survey.steps.find(({ questions }) => questions.some((one) => one.id === id));
  return {
    name: id.replaceAll('-', '_'),
    kind: 'number',
    label: question.ask,
    values: question.options
      .filter((option) => /^\d+$/.test(option.id))
      .map((option) => ({ value: Number(option.id), label: option.label })),
    surveys: all.map((one) => one.survey.id),
    instrument: step?.instrument ? `${step.instrument.id}.${step.instrument.version}` : '',
    of: ({ values }) => values[id] ?? '',
  };
}

export function dataFile(rows: readonly DataRow[], variables: readonly Variable[]): string {
  return csv([variables.map(({ name }) => name), ...rows.map((row) => variables.map(({ of }) => of(row)))]);
}

/** What each column means: names, wording, labels, where it is asked, and which version of the instrument has it now. */
export function codebookFile(variables: readonly Variable[]): string {
  return csv([
    ['variable', 'type', 'wording', 'labels', 'missing', 'surveys', 'instrument', 'scoring'],
    ...variables.map(({ name, kind, label, values, surveys, instrument }) => [
      name,
      kind,
      label,
      values.map((one) => `${one.value} = ${one.label}`).join('; '),
      'empty',
      surveys.join(' '),
      instrument,
      kind === 'number' ? 'as answered: a higher number is further down the list of labels' : '',
    ]),
  ]);
}
