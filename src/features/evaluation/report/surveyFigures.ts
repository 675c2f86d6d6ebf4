import type { Language } from '../../../domain/viewer.ts';
import { texts } from '../../../text/texts.ts';
import type { ChangeFigure, Evaluation, RateFigure, WaveFigure } from '../figures.ts';
import { inNumbers } from '../numbers.ts';
import { figureOf } from './activityFigures.ts';
import type { Part, ReportFigure, ReportSection } from './figure.ts';

/**
 * Response rates; and for each question its answers in each wave, its means, and the change for people who answered
 * twice.
 */
export function surveySections({ rates, figures, changes }: Evaluation, language: Language): ReportSection[] {
  const text = texts[language].evaluation.report;
  const byQuestion = Map.groupBy(figures, ({ question }) => question.id);
  const of = (question: string) => changes.filter((change) => change.question.id === question);
  return [
    { id: 'svarprocenter', title: text.rates, notes: [text.ratesNote], figures: ratesFigure(rates, language) },
    ...[...byQuestion].map(([id, asked]) => ({
      id,
      title: asked[0]?.question.ask ?? id,
      notes: asked.some(({ shown }) => shown) ? [] : [text.tooFew],
      figures: [
        ...asked.flatMap((figure) => answersFigure(figure, language)),
        ...meansFigure(asked, language),
        ...changesFigure(of(id), language),
      ],
    })),
  ];
}

function ratesFigure(rates: readonly RateFigure[], language: Language): ReportFigure[] {
  const parts = rates.flatMap(({ survey, shown }): Part[] =>
    shown
      ? [{ label: survey.title, count: shown.answered, n: shown.of, share: shown.share, interval: shown.interval }]
      : [],
  );
  const { rates: title } = texts[language].evaluation.report;
  return parts.length === 0 ? [] : [{ id: 'svarprocent', title, kind: 'counts', n: undefined, parts, sentences: [] }];
}

function answersFigure({ survey, question, shown }: WaveFigure, language: Language): ReportFigure[] {
  if (!shown || question.options.length === 0) return [];
  const { waves, report } = texts[language].evaluation;
  const parts = question.options.map(({ label }, index) => ({ label, count: shown.counts[index] ?? 0 }));
  const title = report.answers(question.ask, waves[survey.wave]);
  const beside = { title: question.ask, name: waves[survey.wave] };
  return [figureOf({ id: `${question.id}-${survey.id}`, title, beside, n: shown.n }, parts)];
}

function meansFigure(asked: readonly WaveFigure[], language: Language): ReportFigure[] {
  const { waves, report } = texts[language].evaluation;
  const parts = asked.flatMap(({ survey, question, shown }): Part[] => {
    if (shown?.mean === undefined || !question.range) return [];
    const { n, mean, interval } = shown;
    return [{ label: waves[survey.wave], n, mean, interval, share: mean / question.range.high }];
  });
  const [first] = asked;
  if (parts.length === 0 || !first) return [];
  const { id, ask } = first.question;
  return [{ id: `${id}-gennemsnit`, title: report.means(ask), kind: 'means', n: undefined, parts, sentences: [] }];
}

function changesFigure(changes: readonly ChangeFigure[], language: Language): ReportFigure[] {
  const { waves, change, report } = texts[language].evaluation;
  const told = changes.flatMap((one) => (one.same ? [{ ...one, same: one.same }] : []));
  const [first] = told;
  if (!first) return [];
  const { low, high } = first.question.range ?? { low: 0, high: 1 };
  const range = high - low;
  const parts = told.map(({ from, to, same }): Part => ({
    label: change.fromTo(waves[from], waves[to]),
    n: same.n,
    mean: same.mean,
    interval: same.interval,
    effect: same.effect,
    share: Math.abs(same.mean) / range,
  }));
  const { id, ask } = first.question;
  const sentences = parts.map((part, index) =>
    [`${part.label}: ${sentenceOf(part, language)}`, ...(told[index]?.isPart ? [report.said.some] : [])].join(' '),
  );
  return [{ id: `${id}-aendring`, title: report.changes(ask), kind: 'changes', n: undefined, parts, sentences }];
}

/** Cohen's bounds for a standardised difference. */
const sizes = [
  [0.8, 'large'],
  [0.5, 'middle'],
  [0.2, 'small'],
] as const;

/** A change in words: up or down, whether it may be chance, and how large it is. */
function sentenceOf({ n = 0, mean = 0, interval, effect }: Part, language: Language): string {
  const { said } = texts[language].evaluation.report;
  const { two } = inNumbers(language);
  if (mean === 0) return said.same(n);
  const direction = mean > 0 ? said.higher : said.lower;
  if (!interval || (interval.low <= 0 && interval.high >= 0)) return said.unsure(n, two(Math.abs(mean)), direction);
  const size = sizes.find(([least]) => Math.abs(effect ?? 0) >= least)?.[1] ?? 'tiny';
  return said.sure(n, two(Math.abs(mean)), { direction, size: said.sizes[size] });
}
