import { kindOf, kindsIn } from '../../activities/kinds.ts';
import type { Activity } from '../../content/course.ts';
import { weekOf } from '../../content/rhythm.ts';
import type { RosterAnswer } from '../../rooms/roster.ts';
import { dayOf, type Day } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { LEAST_ABSENT, reasonCounts } from '../absence/index.ts';
import { createNamer } from '../../text/names.ts';
import { syncCauseOf } from '../../domain/syncCause.ts';
import { dayInWords, shortDate } from '../../text/times.ts';
import { inOrder, orders, type Order } from './order.ts';
import { activitiesOfWeeks, leastOf, weeksWithPrep, type ClassInput, type Row } from './rows.ts';
import { AWAY_DAYS, type Standing } from './standing.ts';

export interface OverviewPageInput extends ClassInput {
  rows: Row[];
  /** Whether the LMS gave its list of participants. */
  roster: RosterAnswer['kind'];
  /** The day of the next webinar; empty if none is known. */
  nextWebinar: Day;
  order: Order;
  home: string;
  language: Language;
}

/** The whole class by week, in the shape that `views/classOverview/class.hbs` takes. */
export function overviewPage(input: OverviewPageInput) {
  const { course, rows, home, language, order } = input;
  const text = texts[language].overview;
  const named = createNamer(language);
  const shown = inOrder(rows, order, ({ participant }) => named(participant));
  return {
    title: text.title,
    wide: true,
    rosterHint: rosterHint(input),
    standings: standingsOf(input),
    rule: ruleOf(input),
    download: `${home}hold.csv`,
    sorts: Object.fromEntries(
      orders.map((one) => [one, { href: `${home}hold?sorter=${one}#holdet`, isChosen: one === order }]),
    ),
    modules: course.modules.map((module) => ({
      label: text.week(weekOf(course, input.schedule, module)),
      title: module.title,
      span: module.activities.length,
    })),
    activities: activitiesOfWeeks(course).map((activity) => ({
      short: kindOf(activity).words[language].short,
      title: activity.title,
    })),
    kindsLegend: kindsIn(activitiesOfWeeks(course))
      .map(({ words }) => words[language].shortMeans)
      .join(' '),
    rows: shown.map((row) => ({ who: named(row.participant), ...rowShown(row, input) })),
    absence: absenceOf(input, shown),
  };
}

function rosterHint({ roster, language }: OverviewPageInput): string {
  const { noRoster, rosterSilent } = texts[language].instructor;
  return { members: '', 'not-offered': noRoster, silent: rosterSilent }[roster];
}

const standings: Standing[] = ['completed', 'underWay', 'away', 'notStarted', 'unfinished'];

function standingsOf({ rows, language }: OverviewPageInput) {
  return standings
    .map((standing) => ({
      label: texts[language].overview.standings[standing],
      count: rows.filter((row) => row.standing === standing).length,
      isAlways: standing === 'completed' || standing === 'away',
    }))
    .filter(({ count, isAlways }) => count > 0 || isAlways);
}

/** The rules for "completed" and "dropped out" in words, because the numbers are passed on to others. */
function ruleOf(input: OverviewPageInput): string[] {
  const text = texts[input.language].overview;
  const completed = text.rule.completed(leastOf(input), weeksWithPrep(input));
  return [completed, input.running ? text.rule.away(AWAY_DAYS) : text.rule.noStart];
}

function rowShown(row: Row, input: OverviewPageInput) {
  const { language, course } = input;
  const text = texts[language].overview;
  return {
    lastSeen: row.lastSeen === 0 ? text.never : shortDate(row.lastSeen, language),
    done: row.done,
    standing: text.standings[row.standing],
    marks: activitiesOfWeeks(course).map((activity: Activity) => {
      const progress = row.progress.get(activity.id) ?? 'notBegun';
      return { progress, sign: signs[progress], label: text.progress[progress] };
    }),
    sync: syncShown(row, input),
    absences: row.absences.length,
    hasLeft: row.participant.hasLeft,
    isAbsentNext: row.absences.some(({ day }) => day === input.nextWebinar),
  };
}

/** Distinguished by shape, not by colour. */
const signs = { sent: '●', begun: '◐', notBegun: '○' };

function syncShown({ sync }: Row, { language, home }: OverviewPageInput) {
  if (!sync) return { state: '', why: '', href: '' };
  const { state, cause } = sync.report;
  const text = texts[language];
  const why = state === 'stopped' ? text.instructor.sync.causes[syncCauseOf(cause)] : '';
  const href = state === 'stopped' ? `${home}aktivitet/${sync.activity}#besked` : '';
  return { state: text.instructor.sync[state], why, href };
}

/** Who will miss the next webinar (no reasons), plus class-wide reasons once the group is big enough. */
function absenceOf({ nextWebinar, absences, rows, language }: OverviewPageInput, shown: Row[]) {
  const text = texts[language];
  const named = createNamer(language);
  const known = new Set(rows.map(({ participant }) => participant.person));
  const counted = absences.filter(({ person }) => known.has(person));
  const away = shown.filter((row) => row.absences.some(({ day }) => day === nextWebinar));
  return {
    next: nextWebinar === '' ? '' : text.overview.absence.next(dayInWords(nextWebinar, language), away.length),
    away: away.map(({ participant }) => named(participant)),
    total: text.overview.absence.total(counted.length),
    reasons: reasonCounts(counted)?.map(({ reason, count }) => ({ label: text.absence.reasons[reason], count })),
    tooFew: counted.length > 0 ? text.overview.absence.tooFew(LEAST_ABSENT) : '',
  };
}

/** The day of the next webinar in Denmark. @param begins milliseconds since 1970 */
export function webinarDay(begins: number | undefined): Day {
  return begins === undefined ? '' : dayOf(begins);
}
