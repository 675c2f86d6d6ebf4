import type { IncomingMessage } from 'node:http';
import { isWebKit } from '../util/webKit.ts';

/**
 * Whether a page may be in a frame, where cookies may be refused: the browser says that it is, or is too old to say.
 */
export function mayBeFramed({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const destination = headers['sec-fetch-dest'];
  if (destination === undefined) return isWebKit(headers['user-agent']);
  return destination === 'iframe' || destination === 'frame';
}
