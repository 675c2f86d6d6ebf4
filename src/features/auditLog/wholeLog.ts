import type { AuditLine } from '../../http/auditLine.ts';
import type { Erased, Privacy } from '../privacy/index.ts';
import type { AuditLog } from './store.ts';

/** A line of the whole audit log, in pseudonyms, without names or anything that people wrote. */
interface LogLine {
  /** ISO 8601, UTC. */
  at: string;
  room: string;
  /** Id of the person who read or erased; empty for a command, or if it was the person themselves. */
  who: string;
  role: string;
  what: string;
  activity: string;
  /** Ids of those whose words were read; for an erased person, the remaining hash. */
  whose: string[];
}

interface LogDeps {
  auditLog: Pick<AuditLog, 'all'>;
  privacy: Pick<Privacy, 'erased'>;
}

/**
 * Every reading of a person's words and every erasure, oldest first; for data protection officers.
 * @param room limits the lines to a room; without it, all rooms and the erasures
 */
export async function wholeLog({ auditLog, privacy }: LogDeps, room?: string): Promise<LogLine[]> {
  const read = await auditLog.all(room);
  const erased = room === undefined ? await privacy.erased() : [];
  return [...read.map(readingLine), ...erased.map(erasureLine)].sort((one, other) => (one.at < other.at ? -1 : 1));
}

function readingLine({ at, room, reader, role, kind, activity, whose }: AuditLine): LogLine {
  return { at: new Date(at).toISOString(), room, who: reader, role, what: kind, activity, whose };
}

/** The room of an erased person is not stored. */
function erasureLine({ hash, at, by, actor }: Erased): LogLine {
  return {
    at: new Date(at).toISOString(),
    room: '',
    who: actor,
    role: by,
    what: 'erasure',
    activity: '',
    whose: [hash],
  };
}
