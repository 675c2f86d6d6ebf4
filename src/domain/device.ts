/** What someone opens the course on, for the evaluator's figures. */
export const devices = ['telefon', 'tablet', 'computer'] as const;
export type Device = (typeof devices)[number];

const tablet = /ipad|tablet|android(?!.*mobile)/i;
const phone = /iphone|ipod|mobile|phone/i;
const computer = /windows nt|macintosh|x11|cros|linux/i;

/**
 * What a browser says that it runs on; undefined if it says nothing of it. An iPad in its usual setting says that it is a
 * Mac, and counts as a computer.
 * @param userAgent the header, as it came
 */
export function deviceOf(userAgent = ''): Device | undefined {
  if (tablet.test(userAgent)) return 'tablet';
  if (phone.test(userAgent)) return 'telefon';
  return computer.test(userAgent) ? 'computer' : undefined;
}
