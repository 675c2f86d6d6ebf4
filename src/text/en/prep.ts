import type { prep as danish } from '../da/prep.ts';

export const prep: typeof danish = {};
