import { AsyncLocalStorage } from 'node:async_hooks';
import { randomInt } from 'node:crypto';

/** No vowels, so that no word comes out, and no signs that look like others. */
const SIGNS = '23456789BCDFGHJKMNPQRTVWXYZ';

const current = new AsyncLocalStorage<string>();

/**
 * Runs the work of a request under an id of its own, which the log has on each line of that work, and a page of a fault
 * shows. It says nothing of the person or the page.
 */
export function inRequest(work: () => void): void {
  current.run(newId(), work);
}

/** The id of the request under way, such as `K7QF-29TM`; empty outside of requests. */
export function requestId(): string {
  return current.getStore() ?? '';
}

/** Short enough to be read out on the telephone: 280 billion different ones. */
function newId(): string {
  const signs = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
