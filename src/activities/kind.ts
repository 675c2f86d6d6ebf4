import type { ActivityReader, SurveysReader } from '../content/activityReader.ts';
import type { Activity, Courses, Step } from '../content/course.ts';
import type { Answers } from '../domain/answers.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/viewer.ts';
import type { RoomRoute } from '../http/route.ts';
import type { KeepTokens } from '../forms/keepTokens.ts';
import type { OwnLinks } from './survey/ownLinks/index.ts';
import type { Responses } from '../responses/responses.ts';
import type { Person, Room } from '../rooms/rooms.ts';
import type { Schedules } from '../rooms/settings.ts';
import type { Stepping } from './engine/stepping.ts';

/**
 * All that is particular to one kind of activity. Nothing else in the tool knows a kind by its name: pages ask the
 * activity's kind (`kinds.ts`). How to add one: docs/adding-an-activity.md.
 */
export interface Kind<A extends Activity = Activity> {
  /**
   * As a package's file says it, as it is stored with answers, and the tag of its column in the LMS (contract). Its
   * picture is `public/images/activities/<name>.png`.
   */
  name: A['kind'];
  words: Record<Language, KindWords>;
  /** What reads it: the file that a module names, or all the files that the course names. */
  file: { namedBy: 'module'; read: ActivityReader<A> } | { namedBy: 'course'; read: SurveysReader };
  /** Its pages for participants, and for staff where no feature has them. */
  routes(deps: KindDeps): RoomRoute[];
  /** How its steps behave, where it is steps of one form each; undefined where it has pages of its own. */
  stepping: Stepping | undefined;
  /** Whether completing it gives a grade. */
  isGraded: boolean;
  /**
   * Whether it is what a week's webinar is prepared by. Then people are reminded of it, calendars have it, and it counts
   * for having completed the course.
   */
  isPreparation: boolean;
  /** What an instructor reads of it: each person's answers, shared plans, or figures of the whole class. */
  staffRead: 'answers' | 'plans' | 'figures';
  /**
   * Its part in the page before a webinar: answers by question, co-participants and who knows them, how the plans of the
   * week before went, or none.
   */
  inBrief: 'answers' | 'people' | 'plans' | 'none';
  /** The steps that an instructor can look at before placing it; none where they depend on what is chosen. */
  preview(activity: A): Step[];
  /** What of a person's answers may go on the sheet that they print and take along. */
  takeAlong(activity: A, taking: Taking): TakenAlong[];
}

/** What a kind is called, and what is said of it. */
interface KindWords {
  /** Above its column in the class table. */
  short: string;
  /** One sentence: what `short` stands for. */
  shortMeans: string;
  /** Advice to someone who opens it before its day; empty for the usual one. */
  notOpenYet: string;
}

export interface Taking {
  answers: Answers;
  language: Language;
}

/** An answer as it can be chosen for the sheet. */
export interface TakenAlong {
  /** Unique in the activity. */
  id: string;
  ask: string;
  words: string;
}

/** What the routes of any kind are built from. */
export interface KindDeps {
  courses: Courses;
  responses: Responses;
  keepTokens: KeepTokens;
  ownLinks: OwnLinks;
  schedules: Schedules;
  clock: Clock;
  config: { toolUrl: string };
  rooms: { people(room: string): Promise<Person[]>; room(id: string): Promise<Room | undefined> };
}
