import type { SurveyActivity } from '../../content/course.ts';
import { texts } from '../../text/texts.ts';
import type { Kind } from '../kind.ts';
import { readSurveys } from './read.ts';
import { surveyRoutes } from './routes.ts';
import { stepping } from './stepping.ts';

/** The same questions before, after and three months after the course. `features/evaluation` shows the results. */
export const survey: Kind<SurveyActivity> = {
  name: 'survey',
  words: { da: texts.da.kinds.survey, en: texts.en.kinds.survey },
  file: { namedBy: 'course', read: readSurveys },
  routes: surveyRoutes,
  stepping,
  isGraded: true,
  isPreparation: false,
  staffRead: 'figures',
  inBrief: 'none',
  preview: () => [],
  takeAlong: () => [],
};
