import { setTimeout as pause } from 'node:timers/promises';
import {
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { StoreUnavailable } from '../errors.ts';

/** Runs one piece of work on the server; turns the driver's errors into errors of the store. */
export type Ask = <Result>(work: () => Promise<Result>) => Promise<Result>;

export interface Asking {
  ask: Ask;
  /** Accepts no new work; resolves when the work under way has ended. */
  end(): Promise<void>;
}

/** The driver itself would abort the work under way when it is closed. */
export function createAsking(): Asking {
  const inHand = new Set<Promise<unknown>>();
  let ended = false;
  return {
    ask: async (work) => {
      if (ended) throw new StoreUnavailable('no');
      const asked = onOpenConnection(work);
      inHand.add(asked);
      try {
        return await asked;
      } catch (error) {
        throw fromDriver(error);
      } finally {
        inHand.delete(asked);
      }
    },
    end: async () => {
      ended = true;
      await Promise.allSettled(inHand);
    },
  };
}

/** Several connections may be in this state; after the pause the driver knows of all of them. */
const TRIES = 3;
/**
 * Milliseconds. Not at once: until the event loop has gone round, the driver may choose a socket that Node has
 * destroyed already, and then waits for ever for it to drain.
 */
const PAUSE = 10;

/**
 * A server that breaks down closes all connections. For a moment the driver may still choose one of these, and Node
 * refuses to write to it; the driver does not take that for a fault of the network, and does not repeat the command.
 * Nothing was sent, so we repeat it (docs/decisions/0068).
 */
async function onOpenConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let left = TRIES; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (!isWriteAfterEnd(error) || left === 1) throw error;
      await pause(PAUSE);
    }
  }
}

/** Node's own refusal. An error of the operating system, before which bytes may have been sent, names a system call. */
function isWriteAfterEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE' && !('syscall' in error);
}

const DUPLICATE_KEY = 11_000;

/** No index but that of `_id` is unique, so the error can only mean a taken key. */
export function isTakenKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Whether the server refused with one of these codes (https://www.mongodb.com/docs/manual/reference/error-codes/). */
export function isRefusal(error: unknown, ...codes: number[]): boolean {
  return error instanceof MongoServerError && codes.includes(Number(error.code));
}

/** @returns what to throw in place of the driver's error; an error of our own is returned unchanged */
export function fromDriver(error: unknown): unknown {
  if (isTakenKey(error)) return error;
  if (neverLeft(error)) return new StoreUnavailable('no', { cause: error });
  const lost = error instanceof MongoError || isOfSystem(error);
  return lost ? new StoreUnavailable('unknown', { cause: error }) : error;
}

/**
 * Writing to a socket that the server has just closed (EPIPE) fails in Node, below the errors that the driver wraps.
 */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}

const withoutConnection = [MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError];

/** What waited in vain for a connection of the pool; the driver does not export its class. */
const WAITED_IN_VAIN = 'MongoWaitQueueTimeoutError';

function neverLeft(error: unknown): boolean {
  return (
    withoutConnection.some((kind) => error instanceof kind) ||
    (error instanceof MongoError && error.name === WAITED_IN_VAIN) ||
    (error instanceof MongoNetworkError && isConnecting(error.cause))
  );
}

/** The system call that failed (Node's `SystemError`): nothing was sent yet, as there was no connection. */
function isConnecting(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'syscall' in cause && cause.syscall === 'connect';
}
