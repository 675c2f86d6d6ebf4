import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

/** No vowels, so that no word comes out, and no characters that look alike. */
const SIGNS = '23456789BCDFGHJKMNPQRTVWXYZ';

const current = new AsyncLocalStorage<string>();

/**
 * Runs the work of a request under a new random id. Every log line of that work has the id, and an error page shows it,
 * so that a page can be traced to the log.
 */
export function inRequest(work: () => void): void {
  current.run(newId(), work);
}

/** The id of the request under way, such as `K7QF-29TM`; empty outside of requests. */
export function requestId(): string {
  return current.getStore() ?? '';
}

/** Eight of 27 characters: short enough to be read out on the telephone, and 280 billion different ids. */
function newId(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
