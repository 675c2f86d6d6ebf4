import mongoose from 'mongoose';
import { StoreUnavailable } from '../errors.ts';

/** Runs one piece of work on the server; what the driver rejects with becomes an error of the store's. */
export type Ask = <Result>(work: () => Promise<Result>) => Promise<Result>;

export interface Asking {
  ask: Ask;
  /** No new work from now on; resolves when that in hand has ended. */
  end(): Promise<void>;
}

/** The driver itself would break off what is in hand when it is closed. */
export function createAsking(): Asking {
  const inHand = new Set<Promise<unknown>>();
  let ended = false;
  return {
    ask: async (work) => {
      if (ended) throw new StoreUnavailable('no');
      const asked = work();
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

const { MongoError, MongoNetworkError, MongoServerError } = mongoose.mongo;
const { MongoNotConnectedError, MongoServerSelectionError, MongoTopologyClosedError } = mongoose.mongo;

const DUPLICATE_KEY = 11_000;

/** No index but that of `_id` is unique, so only a taken key can be meant. */
export function isTakenKey(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Whether the server refused with one of these codes (https://www.mongodb.com/docs/manual/reference/error-codes/). */
export function isRefusal(error: unknown, ...codes: number[]): boolean {
  return error instanceof MongoServerError && codes.includes(Number(error.code));
}

/** @returns what to throw in place of what the driver threw; a fault of ours stays what it is. */
export function fromDriver(error: unknown): unknown {
  if (isTakenKey(error)) return error;
  if (neverLeft(error)) return new StoreUnavailable('no', { cause: error });
  const lost = error instanceof MongoError || isOfSystem(error);
  return lost ? new StoreUnavailable('unknown', { cause: error }) : error;
}

/** Writing to a socket that the server has just closed (EPIPE) fails in Node, beneath what the driver wraps. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
}

const withoutConnection = [MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError];

function neverLeft(error: unknown): boolean {
  return (
    withoutConnection.some((kind) => error instanceof kind) ||
    (error instanceof MongoNetworkError && isConnecting(error.cause))
  );
}

/** The system call that failed (Node's `SystemError`): what was to be sent had no connection yet. */
function isConnecting(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'syscall' in cause && cause.syscall === 'connect';
}
