import type { MongoOptions } from 'mongodb';
import mongoose, { type Connection, type ConnectOptions } from 'mongoose';
import { CannotOpenStore } from '../errors.ts';

/** MongoDB's own default would be `test`. */
const DATABASE = 'taettere_paa_job';
/**
 * How long an operation looks for a primary. An election takes some seconds, and a person should not wait longer than
 * this.
 */
const SELECTION_MS = 10_000;

/**
 * The store's guarantees, whatever the address says: a write counts once most members have it on disk, and data that
 * was read cannot be rolled back. The driver repeats a write only if the server can tell a repetition from a second
 * write (replica sets and sharded clusters); a lost answer from any other server is an error.
 */
const promised: ConnectOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 10_000 },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  // Without this, Mongoose would queue operations while there is no connection, instead of failing.
  bufferCommands: false,
  autoIndex: false,
  autoCreate: false,
  appName: 'taettere-paa-job-lti',
};

/** Settings of the address, with our default if the address does not give them. */
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

/** @throws {CannotOpenStore} without the address in its message, as it may hold a password */
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
 * Checks the settings that result, as the driver has several names for one setting (`j`, `journal`) and its own rules
 * for which of them wins.
 * @throws {CannotOpenStore} if the address has weakened the guarantees
 */
export function checkPromises(settings: MongoOptions): void {
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

// The driver's message names hosts, which helps, but may repeat part of an address that it cannot read.
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
