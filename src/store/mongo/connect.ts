import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { CannotOpenStore } from '../errors.ts';

/** MongoDB's own default would be `test`. */
const DATABASE = 'taettere_paa_job';
/** How long an operation looks for a primary. An election takes some seconds; a person should not wait for longer. */
const SELECTION_MS = 10_000;

/**
 * The promises of the store, whatever the address says: a write counts when most members have it on disk, and what is
 * read cannot be rolled back. The driver repeats a write only where the server can tell a repetition from a second write
 * (replica sets and sharded clusters), and an answer lost elsewhere is an error.
 */
const promised: ConnectOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  // Mongoose would keep operations for as long as there is no connection, instead of saying so.
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  appName: 'taettere-paa-job-lti',
};

/** Settings of the address that have a default of ours where they are not given. */
const defaults = {
  serverSelectionTimeoutMS: SELECTION_MS,
  connectTimeoutMS: 5000,
  socketTimeoutMS: 20_000,
  waitQueueTimeoutMS: SELECTION_MS,
  maxPoolSize: 20,
};

export function optionsFor(databaseUrl: string): ConnectOptions {
  const query = databaseUrl.split('?')[1] ?? '';
  const given = new Set([...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()));
  const missing = Object.entries(defaults).filter(([name]) => !given.has(name.toLowerCase()));
  const named = /^mongodb(?:\+srv)?:\/\/[^/]+\/[^?]+/.test(databaseUrl);
  return { ...promised, ...Object.fromEntries(missing), ...(!named && { dbName: DATABASE }) };
}

/** @throws {CannotOpenStore} without the address in its message: it may hold a password. */
export async function connect(databaseUrl: string): Promise<Connection> {
  let connection: Connection | undefined;
  try {
    connection = mongoose.createConnection(databaseUrl, optionsFor(databaseUrl));
    await connection.asPromise();
    checkPromises(connection.getClient().options);
    return connection;
  } catch (error) {
    await connection?.close().catch(() => undefined);
    if (error instanceof CannotOpenStore) throw error;
    throw new CannotOpenStore(`The MongoDB of DATABASE_URL cannot be used: ${reasonOf(error, databaseUrl)}`, {
      cause: error,
    });
  }
}

/**
 * The driver has several names for one setting (`j`, `journal`), and which wins is its own affair.
 * @throws {CannotOpenStore} where the address has made the promises weaker after all.
 */
export function checkPromises(settings: mongoose.mongo.MongoOptions): void {
  const { writeConcern, readConcern, readPreference } = settings;
  const kept =
    writeConcern.w === 'majority' &&
    writeConcern.journal === true &&
    readConcern.level === 'majority' &&
    readPreference.mode === 'primary';
  if (!kept)
    throw new CannotOpenStore(
      'DATABASE_URL must leave out w, j, journal, readPreference and readConcernLevel: the program sets them itself.',
    );
}

// The driver names hosts, which help, and may repeat a part of an address that it cannot read.
function reasonOf(error: unknown, databaseUrl: string): string {
  const message = error instanceof Error ? error.message : '';
  const secret = /^mongodb(?:\+srv)?:\/\/([^/]*)@/.exec(databaseUrl)?.[1] ?? '';
  const parts = secret.split(':').flatMap((part) => [part, decoded(part)]);
  const leaks = parts.some((part) => part !== '' && message.includes(part));
  return leaks || message === '' ? 'its address or its name and password are not right.' : `${message}.`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
