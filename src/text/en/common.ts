import type { common as danish } from '../da/common.ts';

export const common: typeof danish = {};
