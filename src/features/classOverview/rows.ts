import type { Activity, Course, Module } from '../../content/course.ts';
import { kindOf } from '../../activities/kinds.ts';
import { weekOf } from '../../content/rhythm.ts';
import { leastOf as leastIn, type CourseRule } from '../../domain/courseRule.ts';
import type { Absence } from '../absence/index.ts';
import { attendanceByPerson, whoOf, type Attendance, type Attended } from '../attendance/index.ts';
import type { Member } from '../../rooms/roster.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { CombinedScore } from '../../responses/combinedScores.ts';
import { isSent, type Report, type SealedResponse } from '../../responses/responses.ts';
import type { Person } from '../../rooms/rooms.ts';
import { type Participant, participation, type Progress, weightiest } from '../instructor/index.ts';
import { leastWebinars, standingOf, type Running, type Standing } from './standing.ts';

export interface ClassInput {
  course: Course;
  schedule: Schedule;
  running: Running;
  people: Person[];
  /** The LMS's list; undefined if it gives none. */
  members: Member[] | undefined;
  /** Activity id to everyone's responses. */
  responses: ReadonlyMap<string, SealedResponse[]>;
  /** Everyone's scores of weeks and of the whole course. */
  combined: CombinedScore[];
  absences: Absence[];
  /** All that was noted of webinars. */
  attendance: Attendance[];
  /** How many weeks, and so webinars, the course has. */
  weeks: number;
  rule: CourseRule;
  room: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Someone in the class, and how far they are. Contains nothing that they have written. */
export interface ParticipantRow {
  participant: Participant;
  /** The last sign of activity, in milliseconds since 1970; 0 for someone who has never been here. */
  lastSeen: number;
  /** By activity id: how far they are. */
  progress: ReadonlyMap<string, Progress>;
  /** How many activities of the modules they have sent. */
  done: number;
  /** For how many weeks they have sent the preparation. */
  weeksSent: number;
  standing: Standing;
  /** What was reported to the LMS: the report that needs attention most, and its activity, if it is of one alone. */
  sync: { report: Report; activity: string | undefined } | undefined;
  /** The webinars that they have said they will miss. */
  absences: Absence[];
  attended: Attended;
}

export function activitiesOfWeeks({ modules }: Course): Activity[] {
  return modules.flatMap(({ activities }) => activities);
}

/** Everyone who takes part, with their progress. */
export function rowsOf(input: ClassInput): ParticipantRow[] {
  const all = [...input.responses.values()].flat();
  const byPerson = Map.groupBy(all, ({ person }) => person);
  const progress = new Map([...byPerson].map(([person, own]) => [person, furthest(own)] as const));
  const people = new Map(input.people.map((person) => [person.id, person]));
  const absences = Map.groupBy(input.absences, ({ person }) => person);
  return participation({ people: input.people, members: input.members, progress }).map((participant) => {
    const id = participant.person ?? '';
    const attended = attendedOf(input, participant);
    const combined = input.combined.filter(({ person }) => person === id);
    const facts = { own: byPerson.get(id) ?? [], combined, seen: people.get(id)?.lastSeen ?? 0, attended };
    return { participant, ...rowOf(input, facts), attended, absences: absences.get(id) ?? [] };
  });
}

function attendedOf({ rule, ...input }: ClassInput, participant: Participant): Attended {
  return attendanceByPerson({ ...input, rule: rule.absenceCounts }, whoOf(input.room, participant));
}

interface RowFacts {
  own: SealedResponse[];
  combined: CombinedScore[];
  seen: number;
  attended: Attended;
}

function rowOf(input: ClassInput, { own, combined, seen, attended }: RowFacts) {
  const progress = new Map(own.map((response): [string, Progress] => [response.activity, progressIn(response)]));
  const lastSeen = own.reduce((last, { savedAt }) => Math.max(last, savedAt), seen);
  const hasSent = ({ id }: Activity) => progress.get(id) === 'sent';
  const weeksSent = prepWeeks(input).filter((preps) => preps.every(hasSent)).length;
  return {
    lastSeen,
    progress,
    done: activitiesOfWeeks(input.course).filter(hasSent).length,
    weeksSent,
    standing: standingOf({
      ...input,
      weeksSent,
      least: leastOf(input),
      came: attended.came,
      leastCame: leastCameOf(input),
      lastSeen: Math.max(lastSeen, attended.lastCame),
    }),
    sync: syncOf(own, combined),
  };
}

/** The preparations week by week, in the class's rhythm; without weeks that have none. */
function prepWeeks({ course, schedule }: Pick<ClassInput, 'course' | 'schedule'>): Activity[][] {
  const weeks = Map.groupBy(course.modules, (module: Module) => weekOf(course, schedule, module));
  const prepsOf = (modules: Module[]) =>
    modules.flatMap(({ activities }) => activities.filter((activity) => kindOf(activity).isPreparation));
  return [...weeks.values()].map(prepsOf).filter((preps) => preps.length > 0);
}

export function weeksWithPrep(input: Pick<ClassInput, 'course' | 'schedule'>): number {
  return prepWeeks(input).length;
}
export function leastOf(input: Pick<ClassInput, 'course' | 'schedule' | 'rule'>): number {
  return leastIn(weeksWithPrep(input), input.rule);
}

/** How many webinars it takes to complete the course, and of how many; none where nothing was noted. */
export function webinarsOf(input: ClassInput) {
  const noted = new Set(input.attendance.map(({ week }) => week)).size;
  return leastWebinars({ ...input, noted });
}
function leastCameOf(input: ClassInput): number {
  return webinarsOf(input).least;
}

function progressIn(response: SealedResponse): Progress {
  return isSent(response) ? 'sent' : 'begun';
}
function furthest(own: SealedResponse[]): Progress {
  return own.some(isSent) ? 'sent' : 'begun';
}

function syncOf(own: SealedResponse[], combined: CombinedScore[]): ParticipantRow['sync'] {
  const report = weightiest([...own, ...combined].flatMap(({ reports }) => reports));
  return report && { report, activity: own.find(({ reports }) => reports.includes(report))?.activity };
}
