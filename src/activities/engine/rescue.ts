import type { Activity, Courses } from '../../content/course.ts';
import type { FindPlace } from '../../forms/rescue.ts';
import type { Responses } from '../../responses/responses.ts';
import { texts } from '../../text/texts.ts';
import { courseIn, findActivity, steppedOf } from '../../content/find.ts';
import { readStepPath } from '../addresses.ts';
import { draftOf } from './postStep.ts';
import { questionsOf, stepAt } from './rules.ts';
import type { Stepping } from './stepping.ts';

export interface StepRescueDeps {
  courses: Courses;
  responses: Responses;
  /** How an activity's steps behave. */
  steppingOf: (activity: Activity) => Stepping | undefined;
}

/** Saves a step's form that arrives without a session to the draft only; what was sent stays as it is. */
export function stepRescue({ courses, responses, steppingOf }: StepRescueDeps): FindPlace {
  return ({ path, person, language }) => {
    const address = readStepPath(path);
    const found = address && findActivity(courseIn(courses, language), address.activity);
    const activity = found && steppedOf(found);
    const stepping = activity && steppingOf(activity);
    if (!stepping) return undefined;
    const of = { room: address.room, person, activity: activity.id };
    const index = stepAt(activity, address.step) ?? 0;
    return {
      room: address.room,
      scope: activity.id,
      questions: questionsOf(activity),
      words: texts[language].prep.rescued,
      save: (fields) =>
        responses.saveDraft(
          of,
          draftOf({ activity, stepping, fields, dropped: [] }, () => index),
        ),
    };
  };
}
