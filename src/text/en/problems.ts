import type { problems as danish } from '../da/problems.ts';

export const problems: typeof danish = {};
