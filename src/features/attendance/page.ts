import { attendanceStates, isPresent } from '../../domain/attendance.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { Language } from '../../domain/viewer.ts';
import type { RosterAnswer } from '../../rooms/roster.ts';
import { createNamer } from '../../text/names.ts';
import { texts } from '../../text/texts.ts';
import { dayInWords } from '../../text/times.ts';
import type { Absence } from '../absence/index.ts';
import { rosterHint, type Participant } from '../instructor/index.ts';
import { REST, shownField, stateField, type Noted } from './form.ts';
import { listedAs, type Attendance } from './store.ts';
import { courseWeekOf, webinarDayOf } from './webinars.ts';

export interface AttendancePageInput {
  room: string;
  week: number;
  weeks: number;
  schedule: Schedule;
  attendance: readonly Attendance[];
  absences: readonly Absence[];
  participants: readonly Participant[];
  roster: RosterAnswer['kind'];
  isSaved: boolean;
  home: string;
  language: Language;
}

/** How notes name a participant. */
export function whoOf(room: string, { person, subject }: Pick<Participant, 'person' | 'subject'>): string {
  return person ?? listedAs(room, subject);
}

const danish = new Intl.Collator('da', { numeric: true });

/** The list of one webinar, in the shape that `views/attendance/list.hbs` takes. */
export function attendancePage(input: AttendancePageInput) {
  const { week, weeks, schedule, home, language, isSaved } = input;
  const text = texts[language].attendance;
  const named = createNamer(language);
  const day = webinarDayOf(schedule, week);
  const rows = input.participants
    .map((one) => ({ name: named(one), ...rowOf(input, one) }))
    .toSorted((one, other) => danish.compare(one.name, other.name));
  const came = rows.filter(({ state }) => state !== '' && isPresent(state)).length;
  return {
    title: text.title(week),
    when: day === '' ? '' : text.when(dayInWords(day, language)),
    saved: isSaved ? text.saved(came, rows.length) : '',
    rosterHint: rosterHint(input.roster, language),
    weeks: Array.from({ length: weeks }, (_, index) => weekLink(input, index + 1)),
    action: `${home}fremmoede/${week}`,
    back: `${home}hold`,
    rest: REST,
    rows,
  };
}

function weekLink({ week, attendance, home, language }: AttendancePageInput, number: number) {
  const noted = attendance.filter((one) => one.week === number);
  const text = texts[language].attendance;
  const count = noted.filter(({ state }) => isPresent(state)).length;
  return {
    href: `${home}fremmoede/${number}`,
    label: texts[language].classOverview.shortWeek(number),
    isNoted: noted.length > 0,
    note: noted.length === 0 ? text.notNoted : text.came(count),
    isCurrent: number === week,
  };
}

/** Reported absence is filled in until the instructor notes something else. */
function rowOf(input: AttendancePageInput, participant: Participant) {
  const { room, week, schedule, attendance, absences, language } = input;
  const text = texts[language].attendance;
  const who = whoOf(room, participant);
  const noted: Noted = attendance.find((one) => one.person === who && one.week === week)?.state ?? '';
  const hasTold = absences.some(({ person, day }) => person === who && courseWeekOf(schedule, day) === week);
  const state: Noted = noted === '' && hasTold ? 'away' : noted;
  return {
    who,
    state,
    hint: [hasTold ? text.told : '', participant.hasLeft ? texts[language].classOverview.hasLeft : '']
      .filter(Boolean)
      .join(' '),
    shown: { name: shownField(who), value: noted },
    field: stateField(who),
    options: [...attendanceStates, '' as const].map((one) => ({
      value: one,
      inputId: `${who}-${one || 'intet'}`,
      label: text.states[one || 'unknown'],
      checked: one === state,
    })),
  };
}
