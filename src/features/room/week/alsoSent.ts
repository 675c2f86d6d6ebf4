import type { Activity } from '../../../content/course.ts';
import { isSent, type ActivityResponse, type Responses } from '../../../responses/responses.ts';
import type { Rooms } from '../../../rooms/rooms.ts';

/** As in decision 0034: no number is about fewer people, and what is left over is not fewer either. */
const STEP = 5;

interface AlsoSentDeps {
  responses: Pick<Responses, 'listSealed'>;
  rooms: Pick<Rooms, 'participants'>;
}

/**
 * How many others in the class have sent an activity, as a whole number of fives, told only to someone who has sent it
 * too; 0 if nothing may be told (docs/decisions/0038).
 *
 * @param own all responses of the person who looks
 */
export async function alsoSent(
  { responses, rooms }: AlsoSentDeps,
  { room, person }: { room: string; person: string },
  { activity, own }: { activity: Activity | undefined; own: readonly ActivityResponse[] },
): Promise<number> {
  // Asked before all of the class is read: most who look have not sent yet.
  if (!activity || !own.some((one) => one.activity === activity.id && isSent(one))) return 0;
  const [all, others] = await Promise.all([responses.listSealed(room, activity.id), rooms.participants(room)]);
  others.delete(person);
  const sent = all.filter((one) => isSent(one) && others.has(one.person));
  return toldOf({ sent: sent.length, others: others.size });
}

/** The largest number of fives that leaves five or more others untold. */
function toldOf({ sent, others }: { sent: number; others: number }): number {
  return Math.max(0, Math.floor(Math.min(sent, others - STEP) / STEP) * STEP);
}
