import type { Courses } from '../../../content/course.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { dayOf } from '../../../domain/week.ts';
import type { FindPlace, FormWithoutSession } from '../../../forms/rescue.ts';
import type { Responses } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { readStepPath, type StepAddress } from '../../addresses.ts';
import { questionsFor } from '../place.ts';
import { isFollowUp, stepNamed } from './steps.ts';
import { subjectOf, type Subject } from '../plan/subject.ts';

export interface PlanRescueDeps {
  courses: Courses;
  responses: Responses;
  clock: Clock;
  rooms: { person(id: string): Promise<{ room: string; role: Viewer['role'] } | undefined> };
}

/** Saves a plan's form that arrives without a session to the draft only; it never leads to a step of the week. */
export function planRescue(deps: PlanRescueDeps): FindPlace {
  return async (form) => {
    const address = readStepPath(form.path);
    const subject = address && (await subjectFor(deps, address, form));
    if (!subject) return undefined;
    const draft = (await deps.responses.get(subject.key))?.draft ?? {};
    const wording = { language: form.language, today: dayOf(deps.clock()) };
    const named = stepNamed(address.step);
    const step = named && !isFollowUp(named) ? named : 'begynd';
    const { version: contentVersion } = subject.content;
    return {
      room: subject.key.room,
      scope: subject.key.activity,
      questions: questionsFor({ subject, wording, before: undefined }, draft),
      words: texts[form.language].prep.rescued,
      save: (fields) =>
        deps.responses.saveDraft(subject.key, { kind: 'handleplan', contentVersion, step, fields, dropped: [] }),
    };
  };
}

/** An instructor's plan is stored separately from a participant's. */
async function subjectFor(
  { rooms, courses }: PlanRescueDeps,
  { room, activity }: StepAddress,
  { person, language }: FormWithoutSession,
): Promise<Subject | undefined> {
  const { role = 'participant' as const } = (person ? await rooms.person(person) : undefined) ?? {};
  const viewer = { session: '', csrf: '', since: 0, returnUrl: '', person, role, room, language };
  return subjectOf(courses, viewer, activity);
}
