import type { ClaimedLook, Look, LookQueue } from './columnLook.ts';
import { NEVER, type Stored } from '../store/port.ts';
import { update } from '../store/update.ts';
import {
  containerOf,
  nextLook,
  withListed,
  type Gradebook,
  type GradebookDeps,
  type GradebookRows,
} from './gradebookRecord.ts';
import type { Room } from './records.ts';

/** Informs the reports of a room about columns to which they have not been sent. */
export type TellNews = (room: string, resourceIds: string[]) => Promise<void>;

export function lookQueue(rows: GradebookRows, deps: GradebookDeps, tell: TellNews): LookQueue {
  return {
    claim: async (leaseMs) => {
      for (;;) {
        const now = deps.clock();
        const held = await rows.claimDue(now, now + leaseMs);
        if (!held) return undefined;
        const claimed = await lookAt(held, { rows, deps, tell, leaseUntil: now + leaseMs });
        if (claimed) return claimed;
      }
    },
  };
}

interface Hold {
  rows: GradebookRows;
  deps: GradebookDeps;
  tell: TellNews;
  leaseUntil: number;
}

async function lookAt({ key, doc }: Stored<Gradebook>, hold: Hold): Promise<ClaimedLook | undefined> {
  const { rows, deps } = hold;
  const room = await deps.room(doc.room);
  if (!room) {
    await rows.delete(key);
    return undefined;
  }
  const lineItems = containerOf(room, room.lineItems === '' ? await deps.placementsIn(room.id) : []);
  const settle = (look: Look) => settleLook(key, room, { ...hold, look });
  if (lineItems === '') {
    await settle({ kind: 'failed', cause: 'no-grades', at: NEVER });
    return undefined;
  }
  return { platform: room.platform, lineItems, failures: doc.failures, settle };
}

/**
 * Stores what was seen, informs the reports, and only then clears the news: if the process is killed in between,
 * nothing is lost.
 */
async function settleLook(
  key: string,
  room: Room,
  { rows, deps, tell, leaseUntil, look }: Hold & { look: Look },
): Promise<void> {
  const now = deps.clock();
  const noted = await update(rows, key, (gradebook) =>
    look.kind === 'seen'
      ? withListed(gradebook, look.columns, now)
      : { ...gradebook, cause: look.cause, failures: gradebook.failures + 1, triedAt: now },
  );
  if (!noted) return;
  const { doc, version } = noted;
  if (doc.news.length > 0) await tell(room.id, doc.news);
  if (doc.due !== leaseUntil) return;
  const due = look.kind === 'seen' ? nextLook(doc, room, now) : look.at;
  // If something has happened meanwhile, its news stays, and is passed on after another look.
  await rows.replace(key, version, { ...doc, news: [], due });
}
