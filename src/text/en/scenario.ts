import type { scenario as danish } from '../da/scenario.ts';
import { prep } from './prep.ts';

export const scenario: typeof danish = {
  ...prep,
  another: 'Meet someone else',
  receipt: {
    ...prep.receipt,
    title: 'Thank you for taking part',
    now: ['Your instructor can see who you met and what you answered.', 'The others in the class cannot see it here.'],
  },
};
