import { isPresent } from '../../domain/attendance.ts';
import type { AbsenceRule } from '../../domain/courseRule.ts';
import { instantOf } from '../../domain/week.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Absence } from '../absence/index.ts';
import type { Attendance } from './store.ts';
import { courseWeekOf, webinarDayOf } from './webinars.ts';

/** One person's attendance at the webinars. */
export interface Attended {
  /** How many webinars they came to, as noted. */
  came: number;
  /** How many they were absent from, by the rule. */
  absent: number;
  /** When they last came, in milliseconds since 1970; 0 if it was never noted. */
  lastCame: number;
}

export interface AttendanceFacts {
  schedule: Schedule;
  /** All of the room. */
  attendance: readonly Attendance[];
  absences: readonly Absence[];
  rule: AbsenceRule;
}

/** @param person id, as the notes have it */
export function attendanceByPerson(facts: AttendanceFacts, person: string): Attended {
  const noted = facts.attendance.filter((one) => one.person === person);
  const told = facts.absences.filter((one) => one.person === person);
  const present = noted.filter(({ state }) => isPresent(state));
  return {
    came: present.length,
    absent: absentFrom(facts, noted, told),
    lastCame: Math.max(0, ...present.map((one) => timeOf(facts.schedule, one))),
  };
}

function absentFrom({ schedule, rule }: AttendanceFacts, noted: readonly Attendance[], told: readonly Absence[]) {
  const away = new Set(noted.filter(({ state }) => state === 'away').map(({ week }) => week));
  const came = new Set(noted.filter(({ state }) => isPresent(state)).map(({ week }) => week));
  // Without a start date nobody knows which note a reported absence belongs to, so the larger number counts.
  if (schedule.start === '') return rule === 'all' ? Math.max(away.size, told.length) : away.size;
  const toldWeeks = new Set(told.flatMap(({ day }) => courseWeekOf(schedule, day) ?? []));
  if (rule === 'untold') return [...away].filter((week) => !toldWeeks.has(week)).length;
  return new Set([...away, ...[...toldWeeks].filter((week) => !came.has(week))]).size;
}

function timeOf(schedule: Schedule, { week, at }: Attendance): number {
  const day = webinarDayOf(schedule, week);
  return day === '' ? at : Math.min(at, instantOf(day, schedule.webinar?.time ?? '12:00'));
}
