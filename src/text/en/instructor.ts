import type { instructor as danish } from '../da/instructor.ts';

export const instructor: typeof danish = {};
