import type { Logger } from 'pino';
import type { Courses } from '../../content/course.ts';
import type { Facts } from '../../content/facts.ts';
import type { Clock } from '../../domain/clock.ts';
import { dayOf } from '../../domain/week.ts';
import type { Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import type { Store } from '../../store/port.ts';
import { createAnsweredBy, type AnsweredBy, type AnsweredDeps } from './answers/answered.ts';
import { createDraftCheck, type CheckDraft } from './checking.ts';
import { createDraft, type Draft } from './draft.ts';
import { createPublishing, type Publishing } from './publishing.ts';
import { createServed, type Served } from './served.ts';
import { createContents, type Contents } from './store/contents.ts';
import { createDrafts } from './store/drafts.ts';
import { createCourseFolder } from './store/folder.ts';
import { createVersions } from './store/versions.ts';

/** Everything that editors store, and the versions of it that rooms show. */
export interface Editing extends Pick<Served, 'coursesOf'> {
  /** See `CurrentCourses`. */
  courses: Courses;
  served: Served;
  /** Id of the course, which is the same in every version. */
  courseId: string;
  draft: Draft;
  checkDraft: CheckDraft;
  publishing: Publishing;
  contents: Contents;
  /** How many people have answered: all that editors may know of answers. */
  answered: AnsweredBy;
}

interface EditingDeps extends Pick<AnsweredDeps, 'responses'> {
  clock: Clock;
  log: Logger;
  disk: Courses;
  facts: Facts;
  courseFolder: string;
  rooms: Pick<Rooms, 'room' | 'all'>;
  schedules: Pick<Schedules, 'of'>;
}

export async function createEditing(
  store: Store,
  { clock, log, disk, facts, ...given }: EditingDeps,
): Promise<Editing> {
  const versions = await createVersions(store, clock);
  const contents = await createContents(store);
  const beginningOf = async (room: string) => {
    const { start } = await given.schedules.of(room);
    return start || dayOf((await given.rooms.room(room))?.createdAt ?? clock());
  };
  const rhythmOf = async (room: string) => (await given.schedules.of(room)).rhythm;
  const folder = createCourseFolder(given.courseFolder);
  const served = await createServed({ versions, contents, folder, disk, facts, beginningOf, rhythmOf, log });
  const draft = createDraft({ drafts: await createDrafts(store, clock), contents, folder });
  const checkDraft = createDraftCheck(draft);
  const courseId = disk.da.id;
  const publishing = createPublishing({ draft, checkDraft, versions, contents, served, courseId });
  const { coursesOf, current } = served;
  const answered = createAnsweredBy({ ...given, clock });
  return { courses: current.courses, coursesOf, served, courseId, draft, checkDraft, publishing, contents, answered };
}
