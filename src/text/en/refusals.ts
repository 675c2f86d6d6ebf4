import type { refusals as danish } from '../da/refusals.ts';

export const refusals: typeof danish = {};
