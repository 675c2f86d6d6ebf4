import type { Activity } from '../../../content/course.ts';
import { isSent, type ActivityResponse, type Responses } from '../../../responses/responses.ts';
import type { Rooms } from '../../../rooms/rooms.ts';
import { cached } from '../../../util/cached.ts';
import type { Clock } from '../../../domain/clock.ts';

/** As in decision 0034: no number is about fewer people, and what is left over is not fewer either. */
const STEP = 5;

/**
 * Milliseconds for which it is remembered who of a class has sent: reading a class of 300 takes ten times as long as
 * the rest of the page.
 */
const REMEMBERED = 10_000;
/** Classes and activities remembered at once; of 300 people each, they hold some megabytes. */
const MOST = 100;

interface AlsoSentDeps {
  responses: Pick<Responses, 'listSealed'>;
  rooms: Pick<Rooms, 'participants'>;
  clock: Clock;
}

interface Looking {
  /** The person who looks. */
  viewer: { room: string; person: string };
  activity: Activity | undefined;
  /** All responses of that person. */
  own: readonly ActivityResponse[];
}

/**
 * Returns a function that tells how many others in the class have sent an activity, as a whole number of fives, and
 * only to someone who has sent it too; 0 if nothing may be told (docs/decisions/0038). What others have sent may be
 * unseen for ten seconds (docs/decisions/0085).
 */
export function createAlsoSent({ responses, rooms, clock }: AlsoSentDeps): (looking: Looking) => Promise<number> {
  const ofClass = async (room: string, activity: string): Promise<ClassSent> => {
    const [all, participants] = await Promise.all([responses.listSealed(room, activity), rooms.participants(room)]);
    const senders = all.filter((one) => isSent(one) && participants.has(one.person));
    return { participants, senders: new Set(senders.map(({ person }) => person)) };
  };
  // Ids contain no slash, so room and activity make an unambiguous key.
  const known = cached((key) => ofClass(...(key.split('/') as [string, string])), {
    clock,
    ms: REMEMBERED,
    most: MOST,
  });
  return async ({ viewer: { room, person }, activity, own }) => {
    // Asked before all of the class is read: most who look have not sent yet.
    if (!activity || !own.some((one) => one.activity === activity.id && isSent(one))) return 0;
    const { participants, senders } = await known.of(`${room}/${activity.id}`);
    return toldOf({ sent: withoutOne(senders, person), others: withoutOne(participants, person) });
  };
}

/** The participants of a class, and those of them who have sent an activity. */
interface ClassSent {
  participants: ReadonlySet<string>;
  senders: ReadonlySet<string>;
}

function withoutOne(people: ReadonlySet<string>, person: string): number {
  return people.has(person) ? people.size - 1 : people.size;
}

/** The largest number of fives that leaves five or more others untold. */
function toldOf({ sent, others }: { sent: number; others: number }): number {
  return Math.max(0, Math.floor(Math.min(sent, others - STEP) / STEP) * STEP);
}
