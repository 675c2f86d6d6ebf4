import type { Course, Question, SurveyActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';

/** Fewer answers than this are not shown, so that no number is one person's answer. */
export const LEAST_ANSWERS = 5;

/** One question of one survey, added up. */
export interface Result {
  question: Question;
  /** How many have answered it. */
  n: number;
  /** Undefined where too few have answered. */
  shown: { mean: number; counts: number[] } | undefined;
}

/** All that one question's answers may show: the numbers, or nothing where there are too few of them. */
const shownOf = (values: number[], options: number): Result['shown'] => {
  if (values.length < LEAST_ANSWERS) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const counts = Array.from({ length: options }, (_, index) => values.filter((value) => value === index + 1).length);
  return { mean, counts };
};

/** What was answered to a survey, question by question; only by those who said yes to taking part. */
export const resultsOf = (survey: SurveyActivity, sent: Answers[]): Result[] => {
  const agreed = sent.filter((answers) => answers[survey.consent] === 'ja');
  return survey.steps
    .flatMap((step) => step.questions)
    .filter((question) => question.kind === 'scale')
    .map((question) => {
      const known = question.options.map(({ id }) => id);
      const values = agreed
        .map((answers) => answers[question.id])
        .filter((answer) => typeof answer === 'string' && known.includes(answer))
        .map(Number);
      return { question, n: values.length, shown: shownOf(values, known.length) };
    });
};

/** The results of all surveys as a file for evaluators (contract): UTF-8, comma, header row. */
export const resultsFile = ({ surveys = [] }: Course, sentTo: ReadonlyMap<string, Answers[]>): string => {
  const rows = surveys.flatMap((survey) =>
    resultsOf(survey, sentTo.get(survey.id) ?? []).map((result) => ({ survey, ...result })),
  );
  const most = Math.max(5, ...rows.map(({ question }) => (question.kind === 'scale' ? question.options.length : 0)));
  const places = Array.from({ length: most }, (_, index) => index);
  const header = ['survey', 'wave', 'question', 'n', 'mean', ...places.map((place) => `option_${place + 1}`)];
  const lines = rows.map(({ survey, question, n, shown }) => [
    survey.id,
    survey.wave,
    question.id,
    n,
    shown ? shown.mean.toFixed(2) : '',
    ...places.map((place) => shown?.counts[place] ?? ''),
  ]);
  // Ids and numbers only: nothing in them needs quotes.
  return [header, ...lines].map((line) => `${line.join(',')}\r\n`).join('');
};
