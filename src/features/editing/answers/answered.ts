import type { Clock } from '../../../domain/clock.ts';
import { cached } from '../../../util/cached.ts';
import type { Responses } from '../../../responses/responses.ts';
import type { Rooms } from '../../../rooms/rooms.ts';

/** From so many on, editors are told how many; below, that there are some. */
const TOLD_FROM = 5;

/** How many have answered: a number from five on, `some` of 1 to 4. */
export type Answered = number | 'some';

/** What editors may know of answers: how many there are, in all rooms together. */
export interface AnsweredBy {
  /** @param question all answers to the activity without it; undefined: nobody has answered */
  of(activity: string, question?: string): Promise<Answered | undefined>;
}

/** Counting decrypts, and an editor who writes asks every second. */
const KNOWN_MS = 30_000;

export interface AnsweredDeps {
  rooms: Pick<Rooms, 'all'>;
  responses: Pick<Responses, 'countAnswers'>;
  clock: Clock;
}

export function createAnsweredBy({ rooms, responses, clock }: AnsweredDeps): AnsweredBy {
  const counts = cached(
    async (activity) => {
      const found = [];
      for (const { id } of await rooms.all()) found.push(await responses.countAnswers(id, activity));
      return found;
    },
    { clock, ms: KNOWN_MS },
  );
  return {
    of: async (activity, question) => {
      const found = await counts.of(activity);
      return told(
        found.reduce(
          (sum, { people, byQuestion }) => sum + (question === undefined ? people : (byQuestion.get(question) ?? 0)),
          0,
        ),
      );
    },
  };
}

function told(count: number): Answered | undefined {
  if (count === 0) return undefined;
  return count < TOLD_FROM ? 'some' : count;
}
