import { AsyncLocalStorage } from 'node:async_hooks';
import type { KeyObject } from 'node:crypto';
import type { Platform } from './platforms/record.ts';

/**
 * What our own checks found before ltijs sees the request. The storage plugin answers ltijs from here, so that ltijs
 * verifies with the very key we chose, does not fetch the key set itself, and cannot meet a failing store halfway (its
 * error path would end the process).
 */
export interface CurrentRequest {
  platform: Platform;
  /** The platform's key that the token names; set for a launch only. */
  key?: KeyObject;
}

export const currentRequest = new AsyncLocalStorage<CurrentRequest>();
