import { createHmac } from 'node:crypto';
import type { SurveyActivity } from '../../content/course.ts';
import type { Wave } from '../../domain/surveyDates.ts';
import { dayOf } from '../../domain/week.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Room, Rooms } from '../../rooms/rooms.ts';
import type { Schedules } from '../../rooms/settings.ts';

/** All that is evaluated of a room: numbers by person, and nothing of who that is. */
export interface RoomAnswers {
  id: string;
  /** What evaluators know the room by. */
  pseudonym: string;
  /** Id of the course's variant; empty for one module a week. */
  rhythm: string;
  /** Half a year in which the class began, as `2026-2`. */
  period: string;
  participants: number;
  /** How many participants have answered each survey and said yes to that. */
  answered: ReadonlyMap<string, number>;
  /** By survey, question and person: 1 and up. */
  values: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
}

export interface ReadDeps {
  rooms: Pick<Rooms, 'people'>;
  responses: Pick<Responses, 'list'>;
  schedules: Schedules;
  /** Makes the pseudonyms of rooms: a room's id is in every address, so that a mere hash of it would hide nothing. */
  pseudonymKey: Buffer;
}

/** Reads this room and no other. Only who is a participant now counts: staff try the surveys too. */
export const readRoom = async (deps: ReadDeps, room: Room, surveys: SurveyActivity[]): Promise<RoomAnswers> => {
  const [people, schedule, ...responses] = await Promise.all([
    deps.rooms.people(room.id),
    deps.schedules.of(room.id),
    ...surveys.map(({ id }) => deps.responses.list(room.id, id)),
  ]);
  const participants = new Set(people.filter(({ role }) => role === 'participant').map(({ id }) => id));
  const agreed = surveys.map((survey, index) => ({
    survey,
    given: (responses[index] ?? []).filter(
      ({ person, sent }) => participants.has(person) && sent?.[survey.consent] === 'ja',
    ),
  }));
  return {
    id: room.id,
    pseudonym: pseudonymOf(room.id, deps.pseudonymKey),
    rhythm: schedule.rhythm,
    period: halfYearOf(schedule.start || dayOf(room.createdAt)),
    participants: participants.size,
    answered: new Map(agreed.map(({ survey, given }) => [survey.id, given.length])),
    values: new Map(agreed.map(({ survey, given }) => [survey.id, valuesOf(survey, given)])),
  };
};

type Given = Awaited<ReturnType<Responses['list']>>;

const valuesOf = (survey: SurveyActivity, given: Given): Map<string, Map<string, number>> =>
  new Map(
    scalesOf(survey).map(({ id, options }) => {
      const answers = given.map(({ person, sent }) => ({ person, answer: sent?.[id] }));
      const known = answers.filter(({ answer }) => options.some((option) => option.id === answer));
      return [id, new Map(known.map(({ person, answer }) => [person, Number(answer)]))];
    }),
  );

/** The questions that are evaluated: each survey has nothing else but its consent. */
export const scalesOf = ({ steps }: SurveyActivity) =>
  steps.flatMap(({ questions }) => questions).filter((question) => question.kind === 'scale');

/** Of several surveys of the same wave, the first is the one that is compared with other waves. */
export const surveyAt = (surveys: readonly SurveyActivity[], wave: Wave): SurveyActivity | undefined =>
  surveys.find((survey) => survey.wave === wave);

/** Always the same for a room, and without the key no way from one to the other. */
const pseudonymOf = (room: string, key: Buffer): string =>
  `hold-${createHmac('sha256', key).update(`evaluation ${room}`).digest('hex').slice(0, 6)}`;

const halfYearOf = (day: string): string => `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
