import type { Activity, SurveyActivity } from '../../content/course.ts';

export const isSurvey = (activity: Activity): activity is SurveyActivity => activity.kind === 'survey';
