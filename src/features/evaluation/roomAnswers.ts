import { createHmac } from 'node:crypto';
import type { SurveyActivity } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import { dayOf } from '../../domain/week.ts';
import type { EvaluationSteps, RoomSteps, FigureStep, Values } from './disclosure/stepStore.ts';
import { versionSent, type Responses } from '../../responses/responses.ts';
import type { Room, Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';
import { isCountable, valuesOf } from './evaluated.ts';
import { LEAST_ANSWERS, type Judged } from './disclosure/disclosure.ts';
import { kindsOf, toldOf, type SurveyOf } from './disclosure/peopleByFigures.ts';
import { hasErased, takeIn } from './disclosure/steps.ts';
import { waves } from './waves.ts';
import { participantIds } from '../../rooms/participants.ts';

/** Everything that is evaluated in a room: numbers by person, without any identity. */
export interface RoomAnswers {
  id: string;
  /** The name by which evaluators know the room. */
  pseudonym: string;
  /** Id of the course's variant; empty for one module a week. */
  rhythm: string;
  /** The half-year in which the class began, as `2026-2`. */
  period: string;
  /** Where all of the class come from; empty if that is not set, or if fewer than five are in the class. */
  municipality: string;
  participants: number;
  /** By survey: how many participants have consented and answered. */
  answered: ReadonlyMap<string, number>;
  /** The people whose answers are in the figures. */
  people: readonly string[];
  /** What the room shows alone: by survey or change, and question. */
  told: Numbers;
  /** What is shown only together with other rooms. */
  untold: Numbers;
  judged: Judged;
}

/** By survey or change, and question: each answer, from 1, or each difference. */
type Numbers = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

export interface ReadDeps {
  rooms: Pick<Rooms, 'people'>;
  responses: Pick<Responses, 'list'>;
  schedules: Schedules;
  evaluationSteps: EvaluationSteps;
  /** Makes the pseudonyms of rooms. A room's id is in every address, so a plain hash of it would hide nothing. */
  pseudonymKey: Buffer;
}

/** A room, and what is evaluated in it. */
export interface RoomRead {
  room: Room;
  answers: RoomAnswers;
}

/**
 * Reads every room. Callers share one reading (docs/decisions/0077), since a hundred thousand answers take half a
 * minute and a hundred megabytes.
 */
export interface ReadTogether {
  readAll: (surveys: SurveyActivity[]) => Promise<readonly RoomRead[]>;
}

/** Reads one room after the other: an evaluator may wait a little, but people who answer meanwhile must not. */
export async function readRooms(
  deps: ReadDeps & { rooms: Pick<Rooms, 'all'> },
  surveys: SurveyActivity[],
): Promise<RoomRead[]> {
  const found: RoomRead[] = [];
  for (const room of await deps.rooms.all()) found.push({ room, answers: await readRoom(deps, room, surveys) });
  return found;
}

/**
 * Reads only this room. Only current participants are counted, since staff try the surveys too. The figures consist of
 * steps of five or more people; people who wait for a step are left out.
 */
export async function readRoom(deps: ReadDeps, room: Room, surveys: SurveyActivity[]): Promise<RoomAnswers> {
  const [people, schedule, ...responses] = await Promise.all([
    deps.rooms.people(room.id),
    deps.schedules.of(room.id),
    ...surveys.map(({ id }) => deps.responses.list(room.id, id)),
  ]);
  const participants = participantIds(people);
  const agreed = surveys.map((survey, index) => ({
    survey,
    given: (responses[index] ?? []).filter(
      ({ person, sent }) => participants.has(person) && sent?.[survey.consent] === 'ja',
    ),
  }));
  const surveyOf = surveyOfWaves(surveys);
  const ready = new Map(agreed.map(({ survey, given }) => [survey.id, readyOf(survey, given)]));
  const saidYes = new Map(agreed.map(({ survey, given }) => [survey.id, new Set(given.map(({ person }) => person))]));
  const counted = await deps.evaluationSteps.change(room.id, (before) =>
    takeIn(before, { ready, agreed: saidYes, surveyOf }),
  );
  return {
    id: room.id,
    pseudonym: pseudonymOf(room.id, deps.pseudonymKey),
    rhythm: schedule.rhythm,
    period: halfYearOf(schedule.start || dayOf(room.createdAt)),
    municipality: participants.size < LEAST_ANSWERS ? '' : schedule.municipality,
    participants: participants.size,
    answered: new Map(agreed.map(({ survey, given }) => [survey.id, given.length])),
    ...numbersOf(counted, surveyOf),
  };
}

/** The totals of a room's steps. */
export function numbersOf(
  counted: RoomSteps,
  surveyOf: SurveyOf,
): Pick<RoomAnswers, 'people' | 'told' | 'untold' | 'judged'> {
  return {
    people: counted.members.map(({ person }) => person),
    told: addedUp(counted.steps.filter(({ isTold }) => isTold)),
    // If someone in a step was erased, nobody can tell whether other rooms would hide the rest.
    untold: addedUp(hasErased(counted) ? [] : counted.steps.filter(({ isTold }) => !isTold)),
    judged: { kinds: kindsOf(counted, surveyOf), told: toldOf(counted) },
  };
}

function addedUp(steps: readonly FigureStep[]): Numbers {
  const numbers = new Map<string, Map<string, number[]>>();
  for (const { about, counts } of steps) {
    const ofSurvey = numbers.get(about) ?? new Map<string, number[]>();
    numbers.set(about, ofSurvey);
    for (const [question, byValue] of Object.entries(counts)) {
      const each = Object.entries(byValue).flatMap(([value, count]) => Array<number>(count).fill(Number(value)));
      ofSurvey.set(question, [...(ofSurvey.get(question) ?? []), ...each]);
    }
  }
  return numbers;
}

type Given = Awaited<ReturnType<Responses['list']>>;

/** People who answered every required question, in a version comparable with the present one. */
function readyOf(survey: SurveyActivity, given: Given): Map<string, Values> {
  return new Map(
    given
      .filter((response) => isCountable(survey, versionSent(response)))
      .flatMap(({ person, sent }): [string, Values][] => {
        const values = sent && valuesOf(survey, sent);
        return values ? [[person, values]] : [];
      }),
  );
}

/** Ids of the surveys that are compared with one another. */
export function surveyOfWaves(surveys: readonly SurveyActivity[]): SurveyOf {
  return Object.fromEntries(waves.map((wave) => [wave, surveyAt(surveys, wave)?.id]));
}

/** If a wave has several surveys, the first is the one compared with other waves. */
export function surveyAt(surveys: readonly SurveyActivity[], wave: Wave): SurveyActivity | undefined {
  return surveys.find((survey) => survey.wave === wave);
}

/** A room's permanent pseudonym; only the key connects it with the room. */
function pseudonymOf(room: string, key: Buffer): string {
  return `hold-${createHmac('sha256', key).update(`evaluation ${room}`).digest('hex').slice(0, 6)}`;
}

function halfYearOf(day: string): string {
  return `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
}
