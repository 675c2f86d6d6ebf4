import { z } from 'zod';
import { parseNetworks } from '../util/networks.ts';

/** The setting PRIVATE_NETWORKS. */
export const networksSetting = z.string().transform((text, context) => {
  try {
    return parseNetworks(text);
  } catch (error) {
    const part = error instanceof RangeError ? error.message : '';
    context.addIssue({
      code: 'custom',
      message: `must be blocks such as 10.20.0.0/16 (/8 at the widest) or host names, separated by commas; "${part}" is neither`,
    });
    return z.NEVER;
  }
});
