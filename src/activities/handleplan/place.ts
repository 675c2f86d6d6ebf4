import type { Courses, Question } from '../../content/course.ts';
import type { Clock } from '../../domain/clock.ts';
import type { Answers } from '../../domain/answers.ts';
import { Problem } from '../../http/problem.ts';
import type { Visit } from '../../http/route.ts';
import { answerOf } from '../../responses/merge.ts';
import type { KeepTokens } from '../../forms/keepTokens.ts';
import type { ActivityResponse, Responses } from '../../responses/responses.ts';
import type { Person, Room } from '../../rooms/rooms.ts';
import { planBefore, type MadePlan } from './plan/history.ts';
import { planOf, type Plan } from './plan/plan.ts';
import { planQuestions } from './making/questions.ts';
import { subjectOf, type Subject } from './plan/subject.ts';
import type { Wording } from './plan/wording.ts';
import { addDays, type Day, dayOf, isMonday, mondayOf, weekdayOf } from '../../domain/week.ts';

export interface PlanDeps {
  courses: Courses;
  responses: Responses;
  keepTokens: KeepTokens;
  clock: Clock;
  rooms: { people(room: string): Promise<Person[]>; room(id: string): Promise<Room | undefined> };
}

/** A visit to a plan: which plan it is, and everything known about it. */
export interface PlanVisit {
  subject: Subject;
  response: ActivityResponse | undefined;
  plan: Plan;
  /** The person's plan before this one. */
  before: MadePlan | undefined;
  /** Every response of the person in the room. */
  own: ActivityResponse[];
  /** Everything that the plan's forms ask. */
  questions: Question[];
  wording: Wording;
}

/** Whether the person has made no plan before this one. */
export function isFirst({ before }: Pick<PlanVisit, 'before'>): boolean {
  return before === undefined;
}

/** @throws {Problem} `unknown-activity` if the address names no plan */
export async function placeOf(deps: PlanDeps, { viewer, req }: Visit): Promise<PlanVisit> {
  const subject = subjectOf(deps.courses, viewer, String(req.params['activity']));
  if (!subject) throw new Problem('unknown-activity');
  const own = await deps.responses.ofPerson(viewer.room, viewer.person);
  const response = own.find(({ activity }) => activity === subject.key.activity);
  const known = {
    subject,
    own,
    before: planBefore(own, subject.id),
    wording: { language: viewer.language, today: dayOf(deps.clock()) },
  };
  return { ...known, ...withResponse(known, response) };
}

type Known = Pick<PlanVisit, 'subject' | 'before' | 'wording'>;

/** The parts of a place that depend on what is stored. */
export function withResponse(known: Known, response: ActivityResponse | undefined) {
  return {
    response,
    plan: planOf(response?.draft ?? {}, known.subject.week),
    questions: questionsFor(known, response?.draft ?? {}),
  };
}

/** What this plan's forms ask: the person may choose this week or the next, and the week already chosen. */
export function questionsFor({ subject, before, wording }: Known, draft: Answers): Question[] {
  const chosen = answerOf(draft, 'uge');
  const monday = mondayOf(wording.today);
  const offered = [monday, addDays(monday, 7), ...(typeof chosen === 'string' && isMonday(chosen) ? [chosen] : [])];
  return planQuestions({
    ...wording,
    plan: planOf(draft, subject.week),
    weeks: subject.week === '' ? [...new Set(offered)].sort() : [],
    likelyWeek: likelyWeek(wording.today),
    ideas: subject.content.ideas,
    reader: subject.reader,
    likelyForm: before?.plan.form ?? 'dage',
  });
}

/** From Friday on, a plan is most likely for the coming week. */
export function likelyWeek(today: Day): Day {
  return addDays(mondayOf(today), weekdayOf(today) >= 5 ? 7 : 0);
}
