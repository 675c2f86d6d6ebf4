import type { ActivityReader, SurveysReader } from '../content/reading/activityReader.ts';
import type { Activity, Course, Courses, Question, Step } from '../content/course.ts';
import type { Answers } from '../domain/answers.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language, Viewer } from '../domain/viewer.ts';
import type { RoomRoute } from '../http/route.ts';
import type { KeepTokens } from '../forms/keepTokens.ts';
import type { OwnLinks } from './survey/ownLinks/index.ts';
import type { ActivityResponse, Responses } from '../responses/responses.ts';
import type { Person, Room } from '../rooms/rooms.ts';
import type { Schedules } from '../rooms/settings.ts';
import type { Stepping } from './engine/stepping.ts';

/**
 * Everything that is particular to a kind of activity. The rest of the tool never names a kind: pages ask the
 * activity's kind (`kinds.ts`). How to add a kind: docs/adding-an-activity.md.
 */
export interface Kind<A extends Activity = Activity> {
  /**
   * Its name in a package's file, with stored answers, and as the tag of its column in the LMS (contract). Its picture
   * is `public/images/activities/<name>.png`.
   */
  name: A['kind'];
  words: Record<Language, KindWords>;
  /** Reads its files: one file that a module names, or all the files that the course names. */
  file: { namedBy: 'module'; read: ActivityReader<A> } | { namedBy: 'course'; read: SurveysReader };
  /** Its pages for participants, and for staff if no feature has those. */
  routes(deps: KindDeps): RoomRoute[];
  /** How its steps behave, if each step is one form; undefined if the kind has its own pages. */
  stepping: Stepping | undefined;
  /**
   * The address where a person goes on, so that a launch leads there without a redirect in between; left out if it
   * depends on more than their response.
   */
  goesOnAt?(viewer: Pick<Viewer, 'room'>, activity: A, response: ActivityResponse | undefined): string;
  /** Whether completing it gives a grade. */
  isGraded: boolean;
  /**
   * Whether it prepares people for a week's webinar. People then get reminders about it, calendars contain it, and it
   * counts towards completing the course.
   */
  isPreparation: boolean;
  /** What an instructor reads: each person's answers, shared plans, or figures for the whole class. */
  staffRead: 'answers' | 'plans' | 'figures';
  /**
   * What it adds to the page before a webinar: answers by question, digital co-participants and who recognises them,
   * how the previous week's plans went, or nothing.
   */
  inBrief: 'answers' | 'people' | 'plans' | 'none';
  /** The steps that an instructor can look at before placing it; none if its steps depend on answers. */
  preview(activity: A): Step[];
  /**
   * Its questions outside steps whose options the package words, in this version of the course; left out if there are
   * none. Changing these concerns answers already given.
   */
  asksBesides?(activity: A, course: Course): Question[];
  /** The answers that a person may put on the sheet that they print and take along. */
  takeAlong(activity: A, taking: Taking): TakenAlong[];
}

/** What is said about a kind. */
interface KindWords {
  /** Advice to someone who opens it before its day; empty for the usual advice. */
  notOpenYet: string;
}

export interface Taking {
  answers: Answers;
  language: Language;
}

/** An answer that can be chosen for the sheet. */
export interface TakenAlong {
  /** Unique in the activity. */
  id: string;
  ask: string;
  words: string;
}

/** What the routes of every kind are built from. */
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
