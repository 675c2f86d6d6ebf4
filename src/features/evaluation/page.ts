import type { SurveyActivity } from '../../content/course.ts';
import { leftOutOf } from '../../content/checks/surveyTimes.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { Evaluated } from './evaluated.ts';
import { LEAST_ANSWERS } from './disclosure/disclosure.ts';
import type { ChangeFigure, Evaluation, RateFigure, WaveFigure } from './figures.ts';
import type { TellsFew } from './files.ts';
import { inNumbers } from './numbers.ts';
import { barOf, lineOf } from './charts.ts';
import { waves } from './waves.ts';

/** The instruments that surveys leave out for lack of wording, so that staff do not believe they were asked. */
export function leftOutPage(surveys: readonly SurveyActivity[], language: Language) {
  const text = texts[language].evaluation.leftOut;
  return leftOutOf(surveys).map(({ title, wordsFrom, licence, source }) => ({
    heading: text.heading(title),
    message: text.message(wordsFrom[language]),
    terms: text.terms(licence[language], source),
  }));
}

export interface PageInput {
  evaluation: Evaluation;
  language: Language;
  tellsFew: TellsFew;
  /** The only wave to show; default: all. */
  wave: Wave | undefined;
}

/** The figures, in the shape that `views/evaluation/page.hbs` takes. */
export function figuresPage(input: PageInput) {
  const { rates, figures } = input.evaluation;
  const isChosen = ({ survey }: WaveFigure | RateFigure) => input.wave === undefined || survey.wave === input.wave;
  // Nothing is shown if nobody has answered: the table above says how many have.
  const begun = figures.filter((figure) => isChosen(figure) && figure.answered > 0).toSorted(byWave);
  const byQuestion = Map.groupBy(begun, ({ question }) => question.id);
  const rateRows = rates.filter(isChosen).map((rate) => rateOf(rate, input));
  return {
    rates: rateRows,
    hasIntervals: rateRows.some(({ interval }) => interval !== ''),
    questions: [...byQuestion.values()].flatMap((asked) =>
      asked[0] ? [questionOf(asked[0].question, asked, input)] : [],
    ),
    nobody: begun.length === 0 && texts[input.language].evaluation.nobody(LEAST_ANSWERS),
  };
}

function byWave(one: WaveFigure, other: WaveFigure): number {
  return waves.indexOf(one.survey.wave) - waves.indexOf(other.survey.wave);
}

function rateOf({ survey, shown, isPart }: RateFigure, { language }: PageInput) {
  const text = texts[language].evaluation;
  const { percent, percents } = inNumbers(language);
  return {
    survey: survey.title,
    answered: shown ? text.rates.of(shown.answered, shown.of) : text.rates.few,
    share: shown ? percent(shown.share) : '',
    interval: shown ? percents(shown.interval) : '',
    part: isPart && shown ? text.question.part : '',
  };
}

function questionOf(question: Evaluated, asked: WaveFigure[], input: PageInput) {
  const text = texts[input.language].evaluation;
  const shown = asked.filter((figure) => figure.shown !== undefined);
  const rows = shown.flatMap((figure) => rowOf(figure, input));
  // No row if no number may be shown, or if one of the waves has no answers.
  const changes = input.evaluation.changes.filter(
    ({ question: { id }, all, same }) => id === question.id && (all !== undefined || same !== undefined),
  );
  return {
    id: question.id,
    ask: question.ask,
    options: question.options.map(({ id, label }) => ({ id, label })),
    waves: asked.map((figure) => waveOf(figure, input)),
    rows,
    tableId: `${question.id}-table`,
    tableCaption: text.question.tableCaption(question.ask),
    line: lineOf(shown, input.language),
    changes: input.wave === undefined && shown.length > 1 ? changes.map((change) => changeOf(change, input)) : [],
    changeId: `${question.id}-change`,
    changeCaption: text.change.caption(question.ask),
  };
}

function waveOf(figure: WaveFigure, { language, tellsFew }: PageInput) {
  const text = texts[language].evaluation.question;
  const { shown, survey, isPart } = figure;
  return {
    title: texts[language].evaluation.waves[survey.wave],
    summary: shown
      ? [text.answered(shown.n), ...meanInWords(figure, language)].join(' · ')
      : fewOf(figure, { language, tellsFew }),
    part: shown && isPart ? text.part : '',
    bar: barOf(figure, language),
  };
}

function meanInWords({ shown, question }: WaveFigure, language: Language): string[] {
  const { two } = inNumbers(language);
  if (shown?.mean === undefined || !question.range) return [];
  return [texts[language].evaluation.question.mean(two(shown.mean), question.range.high)];
}

function fewOf({ answered }: WaveFigure, { language, tellsFew }: Pick<PageInput, 'language' | 'tellsFew'>): string {
  const text = texts[language].evaluation.question;
  // A room's own sums are withheld because there are too few answers, or because they would reveal too much beside
  // others.
  return tellsFew && answered < LEAST_ANSWERS ? text.tooFew(answered, LEAST_ANSWERS) : text.few;
}

function rowOf({ survey, question, shown }: WaveFigure, { language }: PageInput) {
  if (!shown) return [];
  const text = texts[language].evaluation;
  const { two, percent, range } = inNumbers(language);
  return [
    {
      when: text.waves[survey.wave],
      n: shown.n,
      mean: shown.mean === undefined ? '' : two(shown.mean),
      interval: range(shown.interval),
      counts: question.options.map(({ id }, index) => {
        const count = shown.counts[index] ?? 0;
        return { label: text.question.option(id), count: text.question.count(count, percent(count / shown.n)) };
      }),
    },
  ];
}

function changeOf({ from, to, all, same, isPart }: ChangeFigure, { language }: PageInput) {
  const text = texts[language].evaluation;
  const { signed, range } = inNumbers(language);
  return {
    title: text.change.fromTo(text.waves[from], text.waves[to]),
    all: all === undefined ? text.change.hidden : signed(all),
    same: same ? signed(same.mean) : text.change.hidden,
    interval: same ? range(same.interval) : '',
    n: same ? same.n : '',
    part: same && isPart ? text.question.part : '',
  };
}
