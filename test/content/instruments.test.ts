import { expect } from 'chai';
import { bandOf, isComparable, rangeOf, scoreOf } from '../../src/content/instruments/scores.ts';
import type { Instrument, Score } from '../../src/content/instruments/instrument.ts';
import { knownInstrument } from '../../src/activities/survey/instruments.ts';
import { instrumentSchema, wordingSchema } from '../../src/activities/survey/schema.ts';

const who5 = knownInstrument(
  wordingSchema.parse({
    known: 'who-5',
    title: 'Trivsel',
    minutes: 1,
    ask: 'De sidste to uger',
    labels: ['nul', 'en', 'to', 'tre', 'fire', 'fem'],
    items: ['a', 'b', 'c', 'd', 'e'],
  }),
  'da',
);

function answersOf(id: string, values: (number | string)[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${id}-${index + 1}`, String(value)]));
}

describe('scores of instruments', () => {
  const wellBeing = who5?.about.scores[0] as Score;

  it('make WHO-5 of five answers from 0 to 5: their sum times 4, in its bands', () => {
    expect(rangeOf(wellBeing)).to.deep.equal({ low: 0, high: 100 });
    expect(scoreOf(wellBeing, answersOf('who-5', [0, 1, 2, 3, 5]))).to.equal(44);
    const bands = [0, 35, 36, 50, 51, 100].map((score) => bandOf(wellBeing, score)?.id);
    expect(bands).to.deep.equal(['low', 'low', 'middle', 'middle', 'high', 'high']);
  });

  it('say nothing of WHO-5 if an answer is missing, is no answer, or is from a scale that there no longer is', () => {
    for (const last of ['', 'vil-ikke-svare', '6', '-1', '1.5', 'x'])
      expect(scoreOf(wellBeing, answersOf('who-5', [1, 1, 1, 1, last])), last).to.equal(undefined);
  });

  it('let up to three of ten answers to the self-efficacy scale be missing, and count them as the mean of the others', () => {
    const gse = knownInstrument(
      wordingSchema.parse({
        known: 'gse',
        title: 'Tro på egne evner',
        minutes: 2,
        ask: 'Hvor godt passer det?',
        labels: ['en', 'to', 'tre', 'fire'],
        items: Array.from({ length: 10 }, (_, index) => `Sætning ${index}`),
      }),
      'da',
    )?.about.scores[0] as Score;
    expect(rangeOf(gse)).to.deep.equal({ low: 10, high: 40 });
    expect(scoreOf(gse, answersOf('gse', [4, 4, 4, 4, 1, 1, 1]))).to.equal(27.142857);
    expect(scoreOf(gse, answersOf('gse', [4, 4, 4, 4, 1, 1]))).to.equal(undefined);
  });

  it('count a reversed item from the other end, in a mean', () => {
    const own = instrumentSchema.parse({
      id: 'eget',
      version: 3,
      title: 'Eget',
      minutes: 1,
      labels: ['en', 'to', 'tre', 'fire', 'fem'],
      comparableWith: [2],
      questions: [
        { id: 'let', ask: 'Det er let' },
        { id: 'svaert', ask: 'Det er svært' },
      ],
      scores: [{ id: 'eget', label: 'Eget', how: 'mean', reversed: ['svaert'] }],
    });
    expect(own.scores[0]?.how).to.equal('mean');
    const items = [
      { question: 'let', low: 1, high: 5, isReversed: false },
      { question: 'svaert', low: 1, high: 5, isReversed: true },
    ];
    const score: Score = {
      id: 'eget',
      label: '',
      items,
      how: 'mean',
      factor: 1,
      mayMiss: 0,
      better: 'high',
      bands: [],
    };
    expect(scoreOf(score, { let: '4', svaert: '1' })).to.equal(4.5);
  });

  it('are comparable with the versions that the instrument names, and no others', () => {
    const instrument: Instrument = {
      ...{ id: 'eget', version: 4, title: '', source: '', licence: '', questions: [], scores: [] },
      comparableWith: [3],
    };
    expect([1, 2, 3, 4].map((version) => isComparable(instrument, version))).to.deep.equal([false, false, true, true]);
  });
});

describe('what cannot be an instrument', () => {
  const file = {
    id: 'eget',
    version: 2,
    title: 'Eget',
    minutes: 1,
    labels: ['en', 'to', 'tre'],
    questions: [
      { id: 'et', ask: 'Et' },
      { id: 'to', ask: 'To' },
      {
        kind: 'one',
        id: 'fri',
        ask: 'Fri',
        options: [
          { id: 'a', label: 'A' },
          { id: 'b', label: 'B' },
        ],
      },
    ],
  };
  const refusedAt = (change: object) =>
    instrumentSchema.safeParse({ ...file, ...change }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  const score = { id: 'sum', label: 'Sum' };

  it('is nothing, where nothing is wrong', () => {
    expect(refusedAt({ scores: [{ ...score, bands: [{ id: 'alt', label: 'Alt', from: 2, to: 6 }] }] })).to.deep.equal(
      [],
    );
  });

  const cases: [string, object, string][] = [
    ['a later version to compare with', { comparableWith: [2] }, 'comparableWith.0'],
    ['a score of a question without a scale', { scores: [{ ...score, items: ['et', 'fri'] }] }, 'scores.0.items'],
    ['a reversed item that there is not', { scores: [{ ...score, reversed: ['tre'] }] }, 'scores.0.reversed'],
    ['a score that needs no answer', { scores: [{ ...score, mayMiss: 2 }] }, 'scores.0.mayMiss'],
    [
      'bands with a gap',
      {
        scores: [
          {
            ...score,
            bands: [
              { id: 'a', label: 'A', from: 2, to: 3 },
              { id: 'b', label: 'B', from: 5, to: 6 },
            ],
          },
        ],
      },
      'scores.0.bands.1.from',
    ],
    [
      'bands that end too early',
      { scores: [{ ...score, bands: [{ id: 'a', label: 'A', from: 2, to: 5 }] }] },
      'scores.0.bands',
    ],
    [
      'options that lead on, as the engine makes the pages',
      { questions: [{ ...file.questions[2], leadsOn: true }] },
      'questions.0.leadsOn',
    ],
    [
      'a follow-up of nothing',
      { questions: [{ id: 'et', ask: 'Et', when: { question: 'to', is: 1 } }] },
      'questions.0.when',
    ],
  ];
  for (const [what, change, path] of cases)
    it(`is ${what}`, () => {
      expect(refusedAt(change)).to.deep.equal([path]);
    });

  it('is a wording with another number of items or words than the instrument has', () => {
    const wording = {
      known: 'who-5',
      title: 'T',
      minutes: 1,
      ask: 'A',
      labels: ['0', '1', '2', '3', '4'],
      items: ['a', 'b'],
    };
    const paths = wordingSchema.safeParse(wording).error?.issues.map(({ path }) => path.join('.'));
    expect(paths).to.deep.equal(['items', 'labels']);
  });
});
