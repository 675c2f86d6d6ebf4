import type { Courses, Module, Question, Step, SteppedActivity } from '../../../content/course.ts';
import type { Clock } from '../../../domain/clock.ts';
import type { Viewer } from '../../../domain/viewer.ts';
import { Problem } from '../../../http/problem.ts';
import type { Visit } from '../../../http/route.ts';
import type { InstructorNotes } from '../instructorNotes.ts';
import type { KeepTokens } from '../../../forms/keepTokens.ts';
import type { OwnNotes } from '../../../forms/ownNotes.ts';
import type { Ideas } from '../../ideas/index.ts';
import type { Replies } from '../../replies/index.ts';
import type { Schedules } from '../../../rooms/settings.ts';
import { courseIn } from '../../../content/find.ts';
import { classNow, sentBy, type ClassDeps } from '../classNow.ts';
import type { SentAnswers } from '../questionBlock.ts';
import { othersOf, prepOf, scenarioOf } from './module.ts';

export interface BriefDeps extends ClassDeps {
  courses: Courses;
  schedules: Schedules;
  instructorNotes: InstructorNotes;
  replies: Replies;
  ideas: Ideas;
  webinarNotes: OwnNotes;
  keepTokens: KeepTokens;
  clock: Clock;
}

/** @throws {Problem} `not-found` if the address names no module */
export function moduleIn({ courses }: Pick<BriefDeps, 'courses'>, { viewer, req }: Visit): Module {
  const id = String(req.params['modul']);
  const module = courseIn(courses, viewer.language).modules.find((one) => one.id === id);
  if (!module) throw new Problem('not-found');
  return module;
}

/** A question that may be starred, with the activity it belongs to. */
export interface BriefQuestion {
  activity: SteppedActivity;
  step: Step;
  question: Question;
}

/** Every question of the module's preparation and co-participants. */
export function askedIn(module: Module): BriefQuestion[] {
  return readIn(module).flatMap((activity) =>
    activity.steps.flatMap((step) => step.questions.map((question) => ({ activity, step, question }))),
  );
}

/** A class before a module's webinar: who takes part, and what was sent to the activities read there. */
export async function gather(deps: BriefDeps, viewer: Viewer, module: Module) {
  const [prep, scenario] = [prepOf(module), scenarioOf(module)];
  const now = await classNow(deps, viewer.room, prep?.id ?? '');
  const sentOf = async ({ id }: SteppedActivity) => sentBy(now.people, await deps.responses.list(viewer.room, id));
  const met = scenario ? await sentOf(scenario) : [];
  const others = await Promise.all(
    othersOf(module).map(async (activity) => ({ activity, sent: await sentOf(activity) })),
  );
  const sentTo = (activity: string): SentAnswers[] => {
    if (activity === scenario?.id) return met;
    return others.find((other) => other.activity.id === activity)?.sent ?? now.sent;
  };
  return { prep, scenario, others, now, met, sentTo };
}

/** The same without asking the LMS who is enrolled, which is enough for starred answers. */
export async function readable({ rooms, responses }: BriefDeps, room: string, module: Module) {
  const people = await rooms.people(room);
  const found = await Promise.all(
    readIn(module).map(async ({ id }): Promise<[string, SentAnswers[]]> => [
      id,
      sentBy(people, await responses.list(room, id)),
    ]),
  );
  const byActivity = new Map(found);
  return { sentTo: (activity: string): SentAnswers[] => byActivity.get(activity) ?? [] };
}

/** Notes in the audit log whose answers to the module's activities are about to be shown. */
export async function noteClass(
  { noteInAuditLog }: Visit,
  module: Module,
  { sentTo }: Pick<Gathered, 'sentTo'>,
): Promise<void> {
  const read = readIn(module);
  if (read.length === 0) await noteInAuditLog({ kind: 'answers', activity: '', whose: [] });
  for (const { id } of read) {
    await noteInAuditLog({ kind: 'answers', activity: id, whose: sentTo(id).map(({ person }) => person) });
  }
}

/** The activities whose answers the instructor reads before a webinar. */
function readIn(module: Module): SteppedActivity[] {
  return [prepOf(module), scenarioOf(module), ...othersOf(module)].flatMap((activity) => activity ?? []);
}

export type Gathered = Awaited<ReturnType<typeof gather>>;
