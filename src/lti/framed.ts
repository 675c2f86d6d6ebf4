import type { IncomingMessage } from 'node:http';

const isOldSafari = (agent: string): boolean => /AppleWebKit/.test(agent) && !/Chrom(e|ium)|Edg|Android/.test(agent);

/** Whether a page may be shown in a frame, where cookies may be refused: the browser says so, or is too old to say. */
export const mayBeFramed = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
  const destination = headers['sec-fetch-dest'];
  if (destination === undefined) return isOldSafari(headers['user-agent'] ?? '');
  return destination === 'iframe' || destination === 'frame';
};
