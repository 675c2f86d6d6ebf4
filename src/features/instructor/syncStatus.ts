import type { Language } from '../../domain/viewer.ts';
import type { Report, ResponseRecord } from '../../responses/responses.ts';
import { texts, type Text } from '../../text/texts.ts';
import { syncCauseOf } from '../../domain/syncCause.ts';
import { dayAndTime, timeOfDay } from '../../text/times.ts';
import { createNamer } from '../../text/names.ts';
import type { Participant } from './participation.ts';

export interface SyncInput {
  participants: Participant[];
  responses: ResponseRecord[];
  /** Milliseconds since 1970. */
  now: number;
  language: Language;
}

type State = Report['state'];

/** The most important state first: an activity may be placed several times in the course room. */
const byWeight: State[] = ['stopped', 'waiting', 'columnless', 'delivered'];

/**
 * Whether the LMS knows who has completed the activity: one line for each person. Undefined if there is nothing to
 * report.
 */
export function syncStatus({ participants, responses, now, language }: SyncInput) {
  const named = createNamer(language);
  const rows = participants.flatMap((participant) => {
    const report = weightiest(responses.find(({ person }) => person === participant.person)?.reports ?? []);
    if (!report) return [];
    const who = named(participant);
    const resendFor = texts[language].instructor.sync.resendFor(who);
    return [{ state: report.state, person: participant.person, who, resendFor, ...wordsOf(report, now, language) }];
  });
  if (rows.length === 0) return undefined;
  const inState = (state: State) => rows.filter((row) => row.state === state);
  const [stopped, waiting] = [inState('stopped'), inState('waiting')];
  const [columnless, delivered] = [inState('columnless'), inState('delivered')];
  const text = texts[language].instructor.sync;
  return {
    summary: text.counts({
      delivered: delivered.length,
      waiting: waiting.length,
      columnless: columnless.length,
      stopped: stopped.length,
    }),
    attention: stopped.length > 0 ? text.attention(stopped.length) : '',
    stopped,
    waiting,
    columnless,
    columnlessWhy: columnlessWhy(columnless[0]?.why, text),
    delivered,
    resendAll: stopped.length > 1,
  };
}

/**
 * The reason why there is no column is the same for everyone; if the course room could have one, what to do about it.
 */
function columnlessWhy(why: string | undefined, { causes, columnlessAdvice }: Text['instructor']['sync']): string {
  if (why === undefined) return '';
  return why === causes.noColumn ? `${why} ${columnlessAdvice}` : why;
}

/** The report that needs attention most. */
export function weightiest(reports: Report[]): Report | undefined {
  return byWeight.flatMap((state) => reports.filter((report) => report.state === state).sort(latestFirst))[0];
}

function latestFirst(one: Report, other: Report) {
  return other.settledAt - one.settledAt;
}

function wordsOf(report: Report, now: number, language: Language) {
  const text = texts[language].instructor.sync;
  if (report.state === 'delivered') {
    const isOlder = report.cause === 'http-409';
    return { when: text.deliveredAt(dayAndTime(report.settledAt, language)), why: isOlder ? text.alreadyGraded : '' };
  }
  const code = report.cause || (report.state === 'columnless' ? 'no-column' : '');
  const why = code === '' ? '' : text.causes[syncCauseOf(code)];
  if (report.state !== 'waiting') return { when: '', why };
  return { when: nextTry(report.dueAt, now, language), why };
}

const SOON = 60_000;
const HALF_A_DAY = 12 * 60 * 60_000;

function nextTry(at: number, now: number, language: Language): string {
  const text = texts[language].instructor.sync;
  if (at - now < SOON) return text.soon;
  return at - now < HALF_A_DAY ? text.nextTryToday(timeOfDay(at, language)) : text.nextTry(dayAndTime(at, language));
}
