import { AsyncLocalStorage } from 'node:async_hooks';
import type { Platform } from './platforms/record.ts';
import type { PlatformKey } from './platformKey.ts';

/**
 * What our own checks have found before ltijs sees the request. The storage plugin answers ltijs from here, so that
 * ltijs verifies with the very key we chose, needs no request of its own for the key set, and cannot meet a failing
 * store halfway (its error path would end the process).
 */
export interface CurrentRequest {
  platform: Platform;
  /** The platform's key that the token names; only set for a launch. */
  key?: PlatformKey;
}

export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
