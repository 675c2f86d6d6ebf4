import type { Store, Stored } from '../../store/port.ts';
import { allOf, knownIn } from './inventory/belonging.ts';
import { allErasures, type Erasure, type Erasures } from './erasing/erasures.ts';

/** One line of the access log, in pseudonyms: no name, no word of anyone's. */
export interface AuditListLine {
  /** ISO 8601, UTC. */
  at: string;
  room: string;
  /** Id of who read, or erased; empty for a command or where it was the person. */
  who: string;
  role: string;
  what: string;
  activity: string;
  /** Ids of those whose words were read; of one who was erased, the hash that is left. */
  whose: string[];
}

function readingLine({ doc }: Stored<Record<string, unknown>>): AuditListLine {
  return {
    at: new Date(Number(doc['at'])).toISOString(),
    room: String(doc['room']),
    who: String(doc['reader']),
    role: String(doc['role']),
    what: String(doc['kind']),
    activity: String(doc['activity']),
    whose: Array.isArray(doc['whose']) ? doc['whose'].map(String) : [],
  };
}

function erasureLineOf({ key, doc }: Stored<Erasure>): AuditListLine {
  return {
    at: new Date(doc.at).toISOString(),
    // Where someone was is not kept of one who was erased.
    room: '',
    who: doc.actor ?? '',
    role: doc.by ?? '',
    what: 'erasure',
    activity: '',
    whose: [key],
  };
}

/**
 * Who has read whose words, and who has erased whom, the oldest first; for whoever looks after data protection.
 * @param room of one room; of all, and the erasures, where it is not given
 */
export async function auditLines(store: Store, erasures: Erasures, room?: string): Promise<AuditListLine[]> {
  const readings = knownIn(store, 'room').filter(({ entry }) => entry.named !== undefined);
  const read = await Promise.all(readings.map((known) => allOf(known, room === undefined ? {} : { room })));
  const erased = room === undefined ? await allErasures(erasures) : [];
  return [...read.flat().map(readingLine), ...erased.map(erasureLineOf)].sort((one, other) =>
    one.at < other.at ? -1 : 1,
  );
}
