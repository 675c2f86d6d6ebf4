import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import type { WaveFigure } from './figures.ts';
import { inNumbers } from './numbers.ts';
import { waves } from './waves.ts';

/** On a phone, a part narrower than this share of the bar has no room for its number. */
const LEAST_FOR_NUMBER = 0.08;

/**
 * The distribution of the answers, in the shape that `views/partials/evaluation/spread.hbs` takes. Widths are in
 * percent, so that one drawing fits phone, screen and paper, and its letters are never stretched.
 */
export function barOf({ survey, question, shown }: WaveFigure, language: Language) {
  // A bar divides a whole, which the options of a question with several answers do not.
  if (!shown || (question.kind !== 'scale' && question.kind !== 'one')) return undefined;
  const text = texts[language].evaluation;
  const { percent } = inNumbers(language);
  let from = 0;
  const parts = question.options.map(({ id }, index) => {
    const share = (shown.counts[index] ?? 0) / shown.n;
    const part = {
      x: from * 100,
      width: share * 100,
      middle: (from + share / 2) * 100,
      id,
      step: stepOf(index, question.options.length),
    };
    from += share;
    return { ...part, number: share >= LEAST_FOR_NUMBER ? id : '', said: text.question.barPart(id, percent(share)) };
  });
  const said = text.question.bar(text.waves[survey.wave], parts.map(({ said: one }) => one).join('. '));
  return { label: said, parts: parts.filter(({ width }) => width > 0) };
}

/** Which of five colours: the outermost two are the same for any number of answers. */
function stepOf(index: number, of: number): number {
  return Math.round((index * 4) / Math.max(1, of - 1)) + 1;
}

const TOP = 34;
const HEIGHT = 150;
/** The axis of a longer scale, such as a score's, has no room for every number. */
const MOST_LINES = 10;

/**
 * Means over the waves, in the shape that `views/partials/evaluation/means.hbs` takes; undefined if there is only one.
 * Horizontal positions are in percent, as in the bars.
 */
export function lineOf(shown: readonly WaveFigure[], language: Language) {
  const text = texts[language].evaluation;
  const { two } = inNumbers(language);
  const over = shown.filter(({ survey }) => survey.wave !== 'screening');
  const ranges = over.flatMap(({ question }) => question.range ?? []);
  if (ranges.length < over.length || ranges.some(({ low, high }) => high - low > MOST_LINES)) return undefined;
  const inOrder = over.toSorted((one, other) => waves.indexOf(one.survey.wave) - waves.indexOf(other.survey.wave));
  if (inOrder.length < 2) return undefined;
  const top = Math.max(...ranges.map(({ high }) => high));
  const bottom = Math.min(...ranges.map(({ low }) => low));
  const yOf = (value: number): number => Math.round(10 * (TOP + ((top - value) / (top - bottom)) * HEIGHT)) / 10;
  const points = inOrder.flatMap(({ survey, shown: figure }, index) => {
    if (figure?.mean === undefined) return [];
    const { mean, interval = { low: mean, high: mean } } = figure;
    const x = Math.round(15 + (index * 66) / (inOrder.length - 1));
    const marks = { y: yOf(mean), low: yOf(interval.low), high: yOf(interval.high) };
    return [{ x, ...marks, value: two(mean), valueY: yOf(interval.high) - 8, when: text.waves[survey.wave] }];
  });
  return {
    title: text.question.line,
    label: `${text.question.line}. ${points.map(({ when, value }) => text.question.linePart(when, value)).join(' ')}`,
    height: TOP + HEIGHT + 36,
    below: TOP + HEIGHT + 28,
    grid: Array.from({ length: top - bottom + 1 }, (_, index) => ({ number: bottom + index, y: yOf(bottom + index) })),
    points,
    lines: points.flatMap((point, index) => {
      const next = points[index + 1];
      return next ? [{ x1: point.x, y1: point.y, x2: next.x, y2: next.y }] : [];
    }),
  };
}
