/** What someone opens the course on, for the evaluator's figures. */
export const devices = ['telefon', 'tablet', 'computer'] as const;
export type Device = (typeof devices)[number];

const tablet = /ipad|tablet|android(?!.*mobile)/i;
const phone = /iphone|ipod|mobile|phone/i;
const computer = /windows nt|macintosh|x11|cros|linux/i;

/**
 * The kind of device that a browser reports; undefined if it reports none. An iPad reports a Mac by default, and counts
 * as a computer.
 * @param userAgent the `User-Agent` header
 */
export function deviceOf(userAgent = ''): Device | undefined {
  if (tablet.test(userAgent)) return 'tablet';
  if (phone.test(userAgent)) return 'telefon';
  return computer.test(userAgent) ? 'computer' : undefined;
}
