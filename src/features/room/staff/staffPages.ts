import { kindOf } from '../../../activities/kinds.ts';
import type { Activity, Course, Module } from '../../../content/course.ts';
import { opensLater, weekNow, type Schedule } from '../../../domain/schedule.ts';
import type { Language } from '../../../domain/viewer.ts';
import type { CombinedScore } from '../../../responses/combinedScores.ts';
import { isSent, type Report, type SealedResponse } from '../../../responses/responses.ts';
import { texts } from '../../../text/texts.ts';
import { activitiesOf, surveysOf } from '../../../content/find.ts';
import { weekCount, weekOf } from '../../../content/rhythm.ts';
import { dayInWords } from '../../../text/times.ts';
import { partName } from '../../combinedScores/index.ts';
import { classPlaces } from '../places.ts';
import { otherThan } from '../week/weekItems.ts';
import { syncCauseOf } from '../../../domain/syncCause.ts';

export interface StaffPageInput {
  course: Course;
  /** Activity id to everyone's responses. */
  responses: ReadonlyMap<string, SealedResponse[]>;
  home: string;
  language: Language;
}

export interface ClassPageInput extends StaffPageInput {
  schedule: Schedule;
  /** Milliseconds since 1970. */
  now: number;
}

/** The instructor's front page: the class's progress with each week and activity, and links to the answers. */
export function classPage(input: ClassPageInput) {
  const { course, schedule, now, home, language } = input;
  const text = texts[language].room;
  const shown = weekToShow(input);
  return {
    title: text.instructorTitle,
    weeks: course.modules.map((module) => {
      const counts = module.activities.map(({ id }) => countsOf(input, id));
      const sum = (key: 'sent' | 'begun') => counts.reduce((total, one) => total + one[key], 0);
      const week = weekOf(course, schedule, module);
      const opens = opensLater(schedule, week, now);
      const isBegun = counts.some(({ sent, begun }) => sent + begun > 0);
      const progress = isBegun ? text.weekCounts(sum('sent'), sum('begun')) : '';
      return {
        title: text.week(week, module.title),
        lang: otherThan(module.language, language),
        shown: week === shown,
        state: opens === '' ? progress : text.opens(dayInWords(opens, language)),
        activities: module.activities.map((activity) => ({
          title: activity.title,
          read: kindOf(activity).staffRead === 'plans' ? text.readPlans : text.readAnswers,
          ...countsShown(input, activity),
        })),
      };
    }),
    surveys: surveyCounts(input),
    places: classPlaces(home, language),
  };
}

function countsOf({ responses }: StaffPageInput, activity: string) {
  const all = responses.get(activity) ?? [];
  const sent = all.filter(isSent).length;
  return { sent, begun: all.length - sent };
}

/** The current week; in a class without dates, the last week that anybody has begun. */
function weekToShow(input: ClassPageInput): number {
  const { course, schedule, now } = input;
  const byDate = weekNow(schedule, now);
  if (byDate !== undefined) return Math.min(Math.max(byDate, 1), weekCount(course, schedule));
  const isBegun = ({ activities }: Module) => activities.some(({ id }) => (input.responses.get(id) ?? []).length > 0);
  const last = course.modules.findLast(isBegun);
  return last ? weekOf(course, schedule, last) : 1;
}

export interface AdministratorPageInput extends StaffPageInput {
  /** Scores of weeks and of the whole course. */
  combined: CombinedScore[];
}

/** The administrator's front page: whether grades get through, and why not. No names, no answers. */
export function administratorPage(input: AdministratorPageInput) {
  const { language } = input;
  const columns = columnsOf(input);
  const all = columns.flatMap(({ reports }) => reports);
  return {
    title: texts[language].room.administratorTitle,
    rows: columns.map(({ title, reports }) => {
      const inState = (state: Report['state']) => reports.filter((report) => report.state === state).length;
      return {
        title,
        delivered: inState('delivered'),
        waiting: inState('waiting'),
        columnless: inState('columnless'),
        stopped: inState('stopped'),
      };
    }),
    isColumnless: all.some(({ state }) => state === 'columnless'),
    verdict: verdictOf(all, language),
    causes: causesOf(all, language),
  };
}

/** Only what has been reported: a course has thirty activities, most of which nobody has come to yet. */
function columnsOf({ course, responses, combined, language }: AdministratorPageInput) {
  const parts = Map.groupBy(
    combined.flatMap(({ reports }) => reports),
    ({ resourceId }) => resourceId,
  );
  const columns = [
    ...activitiesOf(course).map(({ id, title }) => ({
      title,
      reports: (responses.get(id) ?? []).flatMap(({ reports }) => reports),
    })),
    ...[...parts]
      .toSorted(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
      .map(([id, reports]) => ({ title: partName(id, language), reports })),
  ];
  return columns
    .map(({ title, reports }) => ({ title, reports: reports.filter(isOfParticipant) }))
    .filter(({ reports }) => reports.length > 0);
}

/** What is first to know about the grades, in the shape that `views/partials/alert.hbs` takes. */
function verdictOf(reports: Report[], language: Language) {
  const text = texts[language].room;
  if (reports.length === 0) return undefined;
  const stopped = reports.filter(({ state }) => state === 'stopped').length;
  const held = reports.filter(({ state }) => state !== 'delivered').length;
  if (stopped > 0) return { kind: 'warning', heading: text.gradesStopped(stopped), message: text.gradesWhy };
  if (held > 0) return { kind: 'info', heading: text.gradesHeld(held), message: text.gradesWhy };
  return { kind: 'success', heading: text.gradesThrough, message: '' };
}

/** An attempt by a teacher as a participant is not a missing grade. */
function isOfParticipant(report: Report) {
  return report.cause !== 'not-participant';
}

/**
 * Every reason why something waits or was given up, most frequent first: in words, by the code that is in the log, and
 * in the platform's own words if it gave any.
 */
function causesOf(reports: Report[], language: Language) {
  const { causes, reason: said } = texts[language].instructor.sync;
  const held = reports.filter(({ state, cause }) => state !== 'delivered' && cause !== '');
  const byCause = Map.groupBy(held, ({ cause, reason }) => JSON.stringify([cause, reason]));
  return [...byCause.values()]
    .flatMap((alike) => alike.slice(0, 1).map(({ cause, reason }) => ({ code: cause, reason, count: alike.length })))
    .map(({ code, reason, count }) => ({
      code,
      words: causes[syncCauseOf(code)],
      reason: reason === '' ? '' : said(reason),
      count,
    }))
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_CAUSES);
}

/** A limit, for platforms that word every refusal differently. */
const MOST_CAUSES = 30;

/** The surveys, which belong to no week. */
function surveyCounts(input: StaffPageInput) {
  const text = texts[input.language].room;
  const { screening, before, later } = surveysOf(input.course);
  const used = screening.filter(({ id }) => (input.responses.get(id) ?? []).length > 0);
  const part = (title: string, surveys: Activity[]) => ({
    title,
    activities: surveys.map((survey) => ({ title: survey.title, ...countsShown(input, survey) })),
  });
  return [part(text.before, [...used, ...before]), part(text.later, later)].filter(
    ({ activities }) => activities.length > 0,
  );
}

function countsShown(input: StaffPageInput, { id }: Activity) {
  const text = texts[input.language].room;
  const { sent, begun } = countsOf(input, id);
  // Zeros beside each of thirty activities hide where something happens.
  const counts = sent + begun > 0 ? `${text.sent(sent)}. ${text.begun(begun)}.` : '';
  return { href: `${input.home}aktivitet/${id}`, counts };
}
