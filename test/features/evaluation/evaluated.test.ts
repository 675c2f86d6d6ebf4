import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { shippedCourse } from '../../support/shippedCourse.ts';
import type { Question, SurveyActivity } from '../../../src/content/course.ts';
import { evaluatedOf, isCountable, valuesOf } from '../../../src/features/evaluation/evaluated.ts';
import { evaluation } from '../../../src/features/evaluation/figures.ts';
import { numbersOf } from '../../../src/features/evaluation/roomAnswers.ts';
import { takeIn } from '../../../src/features/evaluation/disclosure/steps.ts';

function scale(id: string, from = 1): Question {
  return {
    ...{ kind: 'scale', id, ask: `Spørgsmål ${id}`, hint: '', required: true },
    options: [0, 1, 2, 3, 4]
      .map((step) => ({ id: String(from + step), label: `Svar ${from + step}` }))
      .concat([{ id: 'ved-ikke', label: 'Ved ikke', isExit: true }] as never),
  };
}
function option(id: string) {
  return { id, label: id };
}
const questions: Question[] = [
  { kind: 'one', id: 'samtykke', ask: '', hint: '', required: true, options: [option('ja'), option('nej')] },
  scale('fem'),
  scale('nul', 0),
  { kind: 'one', id: 'fravaer', ask: '', hint: '', required: true, options: [option('nej'), option('ja')] },
  {
    ...{ kind: 'many', id: 'grund', ask: 'Hvorfor?', hint: '', required: true },
    ...{ when: { question: 'fravaer', is: ['ja'] }, options: [option('syg'), option('glemte')] },
  },
  { kind: 'number', id: 'timer', ask: '', hint: '', required: true, min: 0, max: 37, unit: '', options: [] },
  { kind: 'text', id: 'andet', ask: '', hint: '', required: false } as Question,
];
const score = {
  ...{
    id: 'trivsel',
    label: 'Trivsel',
    how: 'sum' as const,
    factor: 4,
    mayMiss: 0,
    better: 'high' as const,
    bands: [],
  },
  items: [{ question: 'nul', low: 0, high: 4, isReversed: false }],
};
const instrument = {
  ...{ id: 'job', version: 3, title: '', source: '', licence: '', comparableWith: [2] },
  ...{ questions: ['fem', 'nul'], scores: [score] },
};
const survey = {
  ...{ id: 'foer', kind: 'survey', wave: 'foer', title: '', intro: '', minutes: 1, version: '', consent: 'samtykke' },
  steps: [{ id: 'a', title: '', minutes: 1, video: undefined, html: '', questions }],
  ...{ instruments: [instrument], withoutWording: [] },
} as SurveyActivity;

const given = { samtykke: 'ja', fem: '5', nul: '0', fravaer: 'nej', timer: '12', andet: 'Frie ord' };

/** The figures of a class whose people answer so. */
function figuresOf(all: Record<string, string | string[]>[]) {
  const ready = new Map(all.flatMap((answers, index) => {
    const values = valuesOf(survey, answers);
    return values ? [[`p${index}`, values] as const] : [];
  })); // prettier-ignore
  const surveyOf = { foer: 'foer' };
  const steps = takeIn({ room: 'r', steps: [], members: [] }, {
    ready: new Map([['foer', ready]]),
    agreed: new Map([['foer', new Set(ready.keys())]]),
    surveyOf,
  }); // prettier-ignore
  const room = {
    ...{ id: 'r', pseudonym: 'r', rhythm: '', period: '', municipality: '', participants: all.length },
    ...{ answered: new Map([['foer', all.length]]), ...numbersOf(steps, surveyOf) },
  };
  const { figures } = evaluation({ surveys: [survey], rooms: [room] })(new Set(['r']));
  return new Map(figures.map(({ question, shown }) => [question.id, shown]));
}

describe('what is evaluated of a survey', () => {
  it('is every question but consent and free text, and each score', () => {
    expect(evaluatedOf(survey).map(({ id }) => id)).to.deep.equal([
      'fem',
      'nul',
      'fravaer',
      'grund',
      'timer',
      'trivsel',
    ]);
    expect(valuesOf(survey, given)).to.deep.equal({ fem: 5, nul: 0, fravaer: 1, timer: 12, trivsel: 0 });
    expect(valuesOf(survey, { ...given, fravaer: 'ja' }), 'the follow-up is open').to.equal(undefined);
    const asked = valuesOf(survey, { ...given, fravaer: 'ja', grund: ['syg'] });
    expect(asked).to.include({ 'grund/syg': 1, 'grund/glemte': 0 });
    expect(valuesOf(survey, { ...given, nul: 'ved-ikke' }), 'no answer is in no score').to.include({ nul: -1 });
  });

  it('is explained, question by question, in docs/evaluation.md', async () => {
    const docs = await readFile('docs/evaluation.md', 'utf8');
    const rows = [...docs.matchAll(/^\| `([a-z-]+)` \| (`.*`) \| (`.*`) \|$/gm)];
    const named = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
    const told = rows.flatMap(([, instrument, ids, surveys]) =>
      named(ids).flatMap((id) => named(surveys).map((name) => `${instrument} ${id} spoergeskema-${name}`)),
    );
    const { surveys = [] } = (await shippedCourse()).da;
    const asked = surveys.flatMap((one) =>
      evaluatedOf(one).map(({ id }) => {
        const instrument = one.instruments.find(({ questions }) => questions.includes(id));
        return `${instrument?.id} ${id} ${one.id}`;
      }),
    );
    expect(told).to.have.members(asked);
  });

  it('counts options of every kind, with means of numbers alone, and "ved ikke" in no mean', () => {
    const six = ['1', '2', '3', '4', '5', 'ved-ikke'].map((fem, index) => ({
      ...given,
      fem,
      nul: String(index % 2),
      timer: String(index),
      ...(index > 0 && { fravaer: 'ja', grund: index < 3 ? ['syg', 'glemte'] : ['syg'] }),
    }));
    const figures = figuresOf(six);
    expect(figures.get('fem')).to.deep.include({ n: 6, mean: 3, counts: [1, 1, 1, 1, 1, 1] });
    expect(figures.get('nul')).to.deep.include({ n: 6, mean: 0.5, counts: [3, 3, 0, 0, 0, 0] });
    expect(figures.get('fravaer')).to.deep.include({ n: 6, mean: undefined, counts: [1, 5] });
    expect(figures.get('grund')).to.deep.include({ n: 5, mean: undefined, counts: [5, 2] });
    expect(figures.get('timer')).to.deep.include({ n: 6, mean: 2.5, counts: [] });
    expect(figures.get('trivsel')).to.deep.include({ n: 6, mean: 2 });
  });

  it('shows nothing of a follow-up that fewer than five people of a step were asked', () => {
    const six = Array.from({ length: 6 }, (_, index) => ({
      ...given,
      ...(index < 4 && { fravaer: 'ja', grund: ['syg'] }),
    }));
    expect(figuresOf(six).get('grund')).to.equal(undefined);
    expect(figuresOf(six).get('fravaer')).to.include({ n: 6 });
  });

  it('counts answers to an earlier version only where the instrument says that they mean the same', () => {
    expect(isCountable(survey, 'job.3+tro.1:abc')).to.equal(true);
    expect(isCountable(survey, 'job.2:abc')).to.equal(true);
    expect(isCountable(survey, 'job.1+tro.1:abc')).to.equal(false);
    expect(isCountable(survey, 'tro.1:abc'), 'answered without it').to.equal(true);
  });
});
