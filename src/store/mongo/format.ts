import { CannotOpenStore } from '../errors.ts';
import { isTakenKey } from './asking.ts';
import type { Connection } from 'mongoose';

/**
 * Increased when the previous version could not read a database of this version. 2: documents may say their form. 3:
 * documents are proven.
 */
const FORMAT = 3;
export const NAME = 'store_format';
const KEY = 'format';

interface Mark {
  _id: string;
  format: number;
}

/**
 * Marks an empty database as ours, so that a wrong name never makes us write into another program's database or drop
 * its indexes.
 * @throws {CannotOpenStore} if it belongs to another program, or a newer version of this one wrote it
 */
export async function checkFormat(connection: Connection): Promise<void> {
  const marks = connection.collection<Mark>(NAME);
  const mark = (await marks.findOne({ _id: KEY })) ?? (await makeMark(connection));
  if (mark.format > FORMAT)
    throw new CannotOpenStore(
      'The MongoDB database was written by a newer version of this program. Start that version.',
    );
  if (mark.format < FORMAT)
    // Another process may be newer, and may have raised it further.
    await marks.updateOne({ _id: KEY, format: { $lt: FORMAT } }, { $set: { format: FORMAT } });
}

async function makeMark(connection: Connection): Promise<Mark> {
  const collections = await connection.listCollections();
  if (collections.some(({ name }) => name !== NAME && !name.startsWith('system.')))
    throw new CannotOpenStore(
      "The MongoDB database is another program's. DATABASE_URL must name a database of its own: mongodb://host/name.",
    );
  const mark = { _id: KEY, format: FORMAT };
  try {
    await connection.collection<Mark>(NAME).insertOne(mark);
  } catch (error) {
    // Another process has marked it at the same time.
    if (!isTakenKey(error)) throw error;
  }
  return mark;
}
