import { createHmac } from 'node:crypto';
import type { SurveyActivity } from '../../../content/course.ts';
import { ageGroupIn } from '../../../domain/background.ts';
import type { Wave } from '../../../domain/surveyDates.ts';
import { participantIds } from '../../../rooms/participants.ts';
import type { Person, Room } from '../../../rooms/rooms.ts';
import { versionSent, type ResponseRecord } from '../../../responses/responses.ts';
import { surveyOfWaves, type ReadDeps, type RoomAnswers, type RoomRead } from '../roomAnswers.ts';
import type { RoomSteps, Values } from '../disclosure/stepStore.ts';
import { giveOut, rowsOf } from './giveOut.ts';

/** One person's answers to one survey, as an evaluator gets them. */
export interface DataRow {
  /** A pseudonym, the same in every file and wave; only the tool's secret key connects it with the person. */
  person: string;
  /** The class, as in the tables. */
  room: string;
  rhythm: string;
  period: string;
  wave: Wave;
  survey: string;
  /** Which version of each instrument was answered. */
  version: string;
  /** From the LMS or the class's settings; empty if unknown, or if fewer than five people of the file share them. */
  municipality: string;
  sex: string;
  ageGroup: string;
  values: Values;
}

/** A municipality, sex or age that fewer people of the file share is left out. */
const LEAST_ALIKE = 5;

export interface RowsOfRoom {
  room: Room;
  /** Ids of those whose answers are in the file. */
  people: string[];
  rows: DataRow[];
}

/**
 * All rows that an evaluator may have. Once they leave the tool they count as known, and no later table may reveal
 * others by them. If someone answers in a course and its copy, the older class's answers are given.
 */
export async function readRows(deps: ReadDeps, { surveys, rooms }: ToRead, isTaken = true): Promise<RowsOfRoom[]> {
  const taken = new Set<string>();
  const found: RowsOfRoom[] = [];
  for (const read of rooms) {
    const one = await rowsOfRoom(deps, { ...read, surveys, taken, isTaken, isOnly: rooms.length === 1 });
    if (one.rows.length > 0) found.push(one);
  }
  return withoutRare(found);
}

interface ToRead {
  surveys: SurveyActivity[];
  rooms: readonly RoomRead[];
}

interface Reading extends RoomRead {
  surveys: SurveyActivity[];
  /** Person and survey, of rooms read before. */
  taken: Set<string>;
  /** Whether the rows leave the tool; false if only their number and background are shown. */
  isTaken: boolean;
  isOnly: boolean;
}

async function rowsOfRoom(
  deps: ReadDeps,
  { room, answers, surveys, taken, isTaken, isOnly }: Reading,
): Promise<RowsOfRoom> {
  const [people, ...responses] = await Promise.all([
    deps.rooms.people(room.id),
    ...surveys.map(({ id }) => deps.responses.list(room.id, id)),
  ]);
  const bySurvey = new Map(surveys.map(({ id }, index) => [id, responses[index] ?? []]));
  const known = new Map(people.map((person) => [person.id, person]));
  const nameOf = (person: string) => pseudonymOf(room, known.get(person)?.subject ?? person, deps.pseudonymKey);
  const sharing = sharingNow(participantIds(people), surveys, [...bySurvey.values()].flat());
  const surveyOf = surveyOfWaves(surveys);
  const isElsewhere = (person: string, survey: string) => taken.has(`${nameOf(person)}/${survey}`);
  const given = (before: RoomSteps) => giveOut(before, { people: sharing, isElsewhere, surveyOf, isOnly });
  const after = isTaken
    ? await deps.evaluationSteps.change(room.id, given)
    : given(await deps.evaluationSteps.change(room.id, (before) => before));
  const rows = after.members.flatMap((member) =>
    rowsOf(member, sharing).flatMap((id): { person: string; row: DataRow }[] => {
      const survey = surveys.find((one) => one.id === id);
      const person = known.get(member.person);
      if (!survey || !person || isElsewhere(member.person, id)) return [];
      const response = bySurvey.get(id)?.find((one) => one.person === member.person);
      const given = { person, survey, response, values: member.values[id] ?? {} };
      return [{ person: member.person, row: rowOf(answers, nameOf(member.person), given) }];
    }),
  );
  for (const { row } of rows) taken.add(`${row.person}/${row.survey}`);
  return { room, people: [...new Set(rows.map(({ person }) => person))], rows: rows.map(({ row }) => row) };
}

interface Given {
  person: Person;
  survey: SurveyActivity;
  response: ResponseRecord | undefined;
  values: Values;
}

function rowOf(answers: RoomAnswers, name: string, given: Given): DataRow {
  const { pseudonym, rhythm, period } = answers;
  const { background = {} } = given.person;
  return {
    person: name,
    room: pseudonym,
    rhythm,
    period,
    wave: given.survey.wave,
    survey: given.survey.id,
    version: given.response ? (versionSent(given.response).split(':')[0] ?? '') : '',
    municipality: background.municipality ?? answers.municipality,
    sex: background.sex ?? '',
    ageGroup: ageGroupIn(Number(period.slice(0, 4)), background),
    values: given.values,
  };
}

/** The people whose latest answer to the consent is yes, in whichever survey; a no withdraws every row. */
function sharingNow(participants: ReadonlySet<string>, surveys: SurveyActivity[], all: ResponseRecord[]): Set<string> {
  const latest = new Map<string, { answer: unknown; at: number }>();
  const questions = new Set(surveys.flatMap(({ share }) => share ?? []));
  for (const { person, agreements } of all)
    for (const [question, { answer, at }] of Object.entries(agreements)) {
      if (!questions.has(question) || at < (latest.get(person)?.at ?? 0)) continue;
      latest.set(person, { answer, at });
    }
  return new Set(
    [...latest].filter(([person, { answer }]) => answer === 'ja' && participants.has(person)).map(([id]) => id),
  );
}

/** The pseudonym: the same for someone in two rooms of a platform, so that a copied course makes no second person. */
function pseudonymOf({ platform }: Room, subject: string, key: Buffer): string {
  const from = JSON.stringify(['evaluation row', platform, subject]);
  return `p-${createHmac('sha256', key).update(from).digest('hex').slice(0, 12)}`;
}

/** Leaves out what fewer than five people share, which could identify someone. */
function withoutRare(found: RowsOfRoom[]): RowsOfRoom[] {
  const all = found.flatMap(({ rows }) => rows);
  const keep = (field: 'municipality' | 'sex' | 'ageGroup') => {
    const sharers = Map.groupBy(all, (row) => row[field]);
    return (row: DataRow) =>
      new Set(sharers.get(row[field])?.map(({ person }) => person)).size >= LEAST_ALIKE ? row[field] : '';
  };
  const [municipality, sex, ageGroup] = [keep('municipality'), keep('sex'), keep('ageGroup')];
  return found.map((one) => ({
    ...one,
    rows: one.rows.map((row) => {
      const isShared = isCommon(all, row);
      return isShared
        ? { ...row, municipality: municipality(row), sex: sex(row), ageGroup: ageGroup(row) }
        : { ...row, municipality: '', sex: '', ageGroup: '' };
    }),
  }));
}

/** Whether five people or more of the class share all three. */
function isCommon(all: readonly DataRow[], row: DataRow): boolean {
  const alike = all.filter(
    (one) =>
      one.room === row.room &&
      one.municipality === row.municipality &&
      one.sex === row.sex &&
      one.ageGroup === row.ageGroup,
  );
  return new Set(alike.map(({ person }) => person)).size >= LEAST_ALIKE;
}
