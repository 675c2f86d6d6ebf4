import type { Course, SurveyActivity } from '../course.ts';
import { knownInstruments, type KnownInstrument } from '../instruments/known.ts';

/** How long a survey takes, and which instruments it leaves out because the package lacks their wording. */
export interface SurveyTime {
  survey: string;
  /** Minutes, by its words. */
  minutes: number;
  questions: number;
  withoutWording: KnownInstrument[];
}

export function surveyTimes({ surveys = [] }: Course): SurveyTime[] {
  return surveys.map((survey) => ({
    survey: survey.id,
    minutes: survey.minutes,
    questions: survey.steps.reduce((sum, { questions }) => sum + questions.length, 0),
    withoutWording: leftOutOf([survey]),
  }));
}

/** The known instruments that these surveys leave out, each once. */
export function leftOutOf(surveys: readonly SurveyActivity[]): KnownInstrument[] {
  const ids = new Set(surveys.flatMap(({ withoutWording }) => withoutWording));
  return [...ids].flatMap((id) => knownInstruments.get(id) ?? []);
}
