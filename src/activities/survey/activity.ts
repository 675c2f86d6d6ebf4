import type { Activity, SurveyActivity } from '../../content/course.ts';

export function isSurvey(activity: Activity): activity is SurveyActivity {
  return activity.kind === 'survey';
}
