import type { Module } from '../../content/course.ts';
import { weekOf } from '../../content/rhythm.ts';
import type { RosterAnswer } from '../../rooms/roster.ts';
import { dayOf, type Day } from '../../domain/week.ts';
import type { Language } from '../../domain/viewer.ts';
import { texts } from '../../text/texts.ts';
import { LEAST_ABSENT, reasonCounts } from '../absence/index.ts';
import { createNamer } from '../../text/names.ts';
import { syncCauseOf } from '../../domain/syncCause.ts';
import { dayInWords, shortDate } from '../../text/times.ts';
import { listNames, rosterHint, type Progress } from '../instructor/index.ts';
import { groups, peopleToWriteTo, QUIET_DAYS } from './peopleToWriteTo.ts';
import { reachOf } from './message.ts';
import type { Reply } from '../replies/index.ts';
import { missingGrades } from './missingGrades.ts';
import { inOrder, orders, type Order } from './order.ts';
import { ruleInWords } from './ruleInWords.ts';
import type { ClassInput, ParticipantRow } from './rows.ts';
import { standings } from './standing.ts';

export interface OverviewPageInput extends ClassInput {
  rows: ParticipantRow[];
  /** Whether the LMS gave its list of participants. */
  roster: RosterAnswer['kind'];
  /** The day of the next webinar; empty if none is known. */
  nextWebinar: Day;
  order: Order;
  /** What instructors have written in the room. */
  replies: Reply[];
  /** How many a message has just been sent to. */
  sentTo?: number | undefined;
  /** Whether grades are being sent again. */
  resending?: boolean;
  home: string;
  language: Language;
}

/** The whole class by week, in the shape that `views/classOverview/class.hbs` takes. */
export function overviewPage(input: OverviewPageInput) {
  const { course, rows, home, language, order } = input;
  const text = texts[language].classOverview;
  const named = createNamer(language);
  const shown = inOrder(rows, order, ({ participant }) => named(participant));
  return {
    title: text.title,
    wide: true,
    rosterHint: rosterHint(input.roster, input.language),
    sentTo: input.sentTo === undefined ? '' : text.message.sent(input.sentTo),
    hands: handsOf(input),
    standings: standingsOf(input),
    rule: ruleInWords(input, input.language),
    attendance: `${home}fremmoede`,
    statement: `${home}opgoerelse`,
    hasAttendance: input.attendance.length > 0,
    download: `${home}hold.csv`,
    sorts: Object.fromEntries(
      orders.map((one) => [one, { href: `${home}hold?sorter=${one}#holdet`, isChosen: one === order }]),
    ),
    modules: course.modules.map((module) => ({
      label: text.shortWeek(weekOf(course, input.schedule, module)),
      title: text.weekTitle(weekOf(course, input.schedule, module), module.title),
    })),
    missing: missingGrades(input),
    resend: `${home}hold/send-igen`,
    resending: input.resending ?? false,
    hasSync: rows.some(({ sync }) => sync?.report.state === 'stopped'),
    rows: shown.map((row) => ({ who: named(row.participant), ...rowShown(row, input) })),
    absence: absenceOf(input, shown),
  };
}

function standingsOf({ rows, running, language }: OverviewPageInput) {
  return standings
    .map((standing) => ({
      label: texts[language].classOverview.standings[standing],
      isUnknown: standing === 'away' && running === undefined,
      count: rows.filter((row) => row.standing === standing).length,
      isAlways: standing === 'completed' || standing === 'away',
    }))
    .filter(({ count, isAlways }) => count > 0 || isAlways);
}

function rowShown(row: ParticipantRow, input: OverviewPageInput) {
  const { language, course } = input;
  const text = texts[language].classOverview;
  return {
    lastSeen: row.lastSeen === 0 ? text.never : shortDate(row.lastSeen, language),
    done: row.done,
    standing: text.standings[row.standing],
    weeks: course.modules.map((module) => weekCell(module, row, language)),
    sync: syncShown(row, input),
    absences: row.attended.absent,
    came: row.attended.came,
    hasLeft: row.participant.hasLeft,
    isAbsentNext: row.absences.some(({ day }) => day === input.nextWebinar),
  };
}

/** A week of one person: a part for each activity, filled if it was sent, and the same in words. */
function weekCell({ activities }: Module, { progress }: ParticipantRow, language: Language) {
  const text = texts[language].classOverview;
  const parts = activities.map(({ id }) => progress.get(id) ?? 'notBegun');
  const count = (wanted: Progress) => parts.filter((one) => one === wanted).length;
  return {
    label: text.weekCell({ sent: count('sent'), begun: count('begun'), total: parts.length }),
    // The outlines lie half outside their parts.
    width: parts.length * (PART + PART_GAP),
    parts: parts.map((one, index) => ({ progress: one, isBegun: one === 'begun', x: index * (PART + PART_GAP) })),
  };
}

/** Units of the drawing. */
const PART = 12;
const PART_GAP = 3;

/** The names of those who may need a hand, and the way to write to them. */
function handsOf(input: OverviewPageInput) {
  const { rows, home, language } = input;
  const text = texts[language].classOverview;
  return groups
    .map((group) => {
      const found = peopleToWriteTo(group, rows, input);
      const reach = reachOf(found, input.replies, input.now);
      const hasAnyone = reach.to.length + reach.unknown > 0;
      return {
        count: found.length,
        sentence: text.hand[group](found.length, QUIET_DAYS),
        names: listNames(
          found.map(({ participant }) => participant),
          language,
        ),
        // Where all have had a message within a week, there is nothing to write.
        href: hasAnyone ? `${home}hold/hilsen/${group}` : '',
        written: hasAnyone ? '' : text.message.rested(reach.rested),
      };
    })
    .filter(({ count }) => count > 0);
}

/** Why a score was given up; undefined in every other state. */
function syncShown({ sync }: ParticipantRow, { language, home }: OverviewPageInput) {
  if (sync?.report.state !== 'stopped') return undefined;
  const { stopped, causes } = texts[language].instructor.sync;
  return {
    state: stopped,
    why: causes[syncCauseOf(sync.report.cause)],
    href: sync.activity === undefined ? '#karakterer' : `${home}aktivitet/${sync.activity}#besked`,
  };
}

/** The people who will miss the next webinar (no reasons), plus class-wide reasons once the group is big enough. */
function absenceOf({ nextWebinar, absences, rows, language }: OverviewPageInput, shown: ParticipantRow[]) {
  const text = texts[language];
  const named = createNamer(language);
  const known = new Set(rows.map(({ participant }) => participant.person));
  const counted = absences.filter(({ person }) => known.has(person));
  const away = shown.filter((row) => row.absences.some(({ day }) => day === nextWebinar));
  return {
    next: nextWebinar === '' ? '' : text.classOverview.absence.next(dayInWords(nextWebinar, language), away.length),
    away: away.map(({ participant }) => named(participant)),
    total: text.classOverview.absence.total(counted.length),
    reasons: reasonCounts(counted)?.map(({ reason, count }) => ({ label: text.absence.reasons[reason], count })),
    tooFew: counted.length > 0 ? text.classOverview.absence.tooFew(LEAST_ABSENT) : '',
  };
}

/** The day of the next webinar in Denmark. @param begins milliseconds since 1970 */
export function webinarDay(begins: number | undefined): Day {
  return begins === undefined ? '' : dayOf(begins);
}
