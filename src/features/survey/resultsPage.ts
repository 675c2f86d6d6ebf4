import type { SurveyActivity } from '../../content/course.ts';
import type { Answers } from '../../domain/answers.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { LEAST_ANSWERS, resultsOf, type Result } from './results.ts';

export interface ResultsPageInput {
  survey: SurveyActivity;
  sent: Answers[];
  viewer: Viewer;
}

/** All answers to a survey added up, as `views/survey/results.hbs` takes it. Nobody's own answer is in it. */
export const resultsPage = ({ survey, sent, viewer }: ResultsPageInput) => {
  const text = texts[viewer.language].survey.results;
  return {
    title: text.title(survey.title),
    wide: true,
    intro: text.intro(LEAST_ANSWERS),
    download: `/rum/${viewer.room}/evaluering.csv`,
    questions: resultsOf(survey, sent).map((result) => questionOf(result, viewer)),
  };
};

const questionOf = ({ question, n, shown }: Result, { language }: Viewer) => {
  const text = texts[language].survey.results;
  const options = question.kind === 'text' ? [] : question.options;
  const number = (value: number) =>
    value.toLocaleString(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 });
  return {
    id: question.id,
    tableId: `${question.id}-table`,
    ask: question.ask,
    summary: shown
      ? `${text.answered(n)} · ${text.mean(number(shown.mean), options.length)}`
      : text.tooFew(n, LEAST_ANSWERS),
    options: shown?.counts.map((count, index) => ({
      label: `${index + 1}: ${options[index]?.label ?? ''}`,
      count,
      share: Math.round((100 * count) / n),
    })),
  };
};
