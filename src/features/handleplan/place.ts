import { randomBytes } from 'node:crypto';
import type { Courses } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Answers } from '../../domain/answers.ts';
import { Problem } from '../../http/problem.ts';
import type { Visit } from '../../http/route.ts';
import { answerOf } from '../../responses/merge.ts';
import type { KeepTokens } from '../../responses/keepTokens.ts';
import type { ActivityResponse, Responses } from '../../responses/responses.ts';
import type { Person, Room } from '../../rooms/rooms.ts';
import { fieldsOf, type Field } from './fields.ts';
import type { Wording } from './fieldModel.ts';
import { planBefore, type MadePlan } from './history.ts';
import { planOf, type Plan } from './plan.ts';
import { subjectOf, type Subject } from './subject.ts';
import { addDays, type Day, dayOf, isMonday, mondayOf, weekdayOf } from '../../domain/week.ts';

export interface PlanDeps {
  courses: Courses;
  responses: Responses;
  keepTokens: KeepTokens;
  clock: Clock;
  rooms: { people(room: string): Promise<Person[]>; room(id: string): Promise<Room | undefined> };
}

/** A visit to a plan: which it is, and all that is known of it. */
export interface Place {
  subject: Subject;
  response: ActivityResponse | undefined;
  plan: Plan;
  /** The person's plan before this one. */
  before: MadePlan | undefined;
  /** Every response of the person in the room. */
  own: ActivityResponse[];
  fields: Field[];
  wording: Wording;
}

/** @throws {Problem} `unknown-activity` where the address names no plan. */
export const placeOf = async (deps: PlanDeps, { viewer, req }: Visit): Promise<Place> => {
  const subject = subjectOf(deps.courses, viewer, String(req.params['activity']));
  if (!subject) throw new Problem('unknown-activity');
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  const response = own.find(({ activity }) => activity === subject.key.activity);
  const today = dayOf(deps.clock());
  return {
    subject,
    response,
    own,
    plan: planOf(response?.draft ?? {}, subject.week),
    before: planBefore(own, subject.id),
    fields: fieldsFor(subject, response?.draft ?? {}, today),
    wording: { language: viewer.language, today, ideas: subject.content.ideas },
  };
};

/** The fields of this plan: this week or the next may be chosen, and the one that has been. */
export const fieldsFor = (subject: Subject, draft: Answers, today: Day): Field[] => {
  const chosen = answerOf(draft, 'uge');
  const monday = mondayOf(today);
  const offered = [monday, addDays(monday, 7), ...(typeof chosen === 'string' && isMonday(chosen) ? [chosen] : [])];
  const weeks = subject.week === '' ? [...new Set(offered)].sort() : [];
  return fieldsOf({ weeks, ideas: subject.content.ideas.map(({ id }) => id), reader: subject.reader });
};

/** From Friday a plan is most likely for the week to come. */
export const likelyWeek = (today: Day): Day => addDays(mondayOf(today), weekdayOf(today) >= 5 ? 7 : 0);

/** What every form of a plan carries unseen. */
export const hiddenOf = ({ keepTokens }: Pick<PlanDeps, 'keepTokens'>, { viewer }: Visit, { subject }: Place) => ({
  csrf: viewer.csrf,
  kept: keepTokens.issue(subject.key),
  page: randomBytes(9).toString('base64url'),
});

export type Hidden = ReturnType<typeof hiddenOf>;
