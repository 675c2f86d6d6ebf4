import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { AuditLine, AuditNotes } from '../../http/auditLine.ts';
import { findAll } from '../../store/findAll.ts';
import type { Collection, CollectionSchema, Store } from '../../store/port.ts';

export interface AuditPage {
  /** Newest first. */
  lines: Omit<AuditLine, 'whose'>[];
  /** Pass this as `after` for older lines; undefined if there are none. */
  next: string | undefined;
}

/** The log of who has read what. */
export interface AuditLog extends AuditNotes {
  /** Lines about this person's own words. @throws {BadCursor} if `after` is not a `next` */
  ofPerson(of: { room: string; person: string }, after?: string): Promise<AuditPage>;
  /** All lines of one room, or of all rooms. Only for data protection officers, as it is about everyone. */
  all(room?: string): Promise<AuditLine[]>;
}

interface StoredLine extends AuditLine {
  /** When the line is swept; set again when its room is removed. */
  keepUntil: number;
}

type Rows = Collection<StoredLine, 'room' | 'at' | 'keepUntil'>;

const schema: CollectionSchema<StoredLine, 'room' | 'at' | 'keepUntil'> = {
  name: 'readings',
  indexes: [['room', 'at']],
  encrypted: [],
  expiry: 'keepUntil',
};

/**
 * A line is kept for a fixed time after its room, set when the room is removed
 * (`features/privacy/retention/retention.ts`). If nobody removes rooms, it is swept RETENTION_MONTHS plus two years
 * after the reading: no course lasts two years, so no line disappears before the words it is about may.
 */
const LONGEST_COURSE_MONTHS = 24;
const MONTH_MS = 31 * 24 * 60 * 60 * 1000;

/** The minimum number of lines on a page, if there are that many. */
const LEAST = 20;
const SCANNED_AT_ONCE = 100;

/**
 * One document for each line, however many people it shows: a page with 300 answers costs one write. A person's own
 * lines are found by going through the room's lines, newest first. These are few (a handful a week), and most of them
 * concern everyone in the room.
 */
export async function createAuditLog(store: Store, clock: Clock, retentionMonths = 24): Promise<AuditLog> {
  const rows: Rows = await store.collection(schema);
  return {
    note: async ({ whose, ...line }) => {
      const people = [...new Set(whose)];
      if (people.length === 0) return;
      await rows.sweep(clock());
      await rows.insert(randomBytes(16).toString('base64url'), {
        ...line,
        whose: people,
        at: clock(),
        keepUntil: clock() + (retentionMonths + LONGEST_COURSE_MONTHS) * MONTH_MS,
      });
    },
    ofPerson: (of, after) => ofPerson(rows, of, after),
    all: (room) => findAll(rows, room === undefined ? {} : { room }),
  };
}

async function ofPerson(
  rows: Rows,
  { room, person }: { room: string; person: string },
  from: string | undefined,
): Promise<AuditPage> {
  const lines: AuditPage['lines'] = [];
  let after = from;
  do {
    const page = await rows.find({
      where: { room },
      orderBy: 'at',
      descending: true,
      limit: SCANNED_AT_ONCE,
      ...(after !== undefined && { after }),
    });
    for (const { doc } of page.items) {
      // This person must not learn who else was on the page.
      if (doc.whose.includes(person)) lines.push(withoutOthers(doc));
    }
    after = page.next;
  } while (after !== undefined && lines.length < LEAST);
  return { lines, next: after };
}

function withoutOthers({ room, reader, role, kind, activity, at }: AuditLine) {
  return {
    room,
    reader,
    role,
    kind,
    activity,
    at,
  };
}
