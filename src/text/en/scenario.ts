import type { scenario as danish } from '../da/scenario.ts';
import { prep } from './prep.ts';

export const scenario: typeof danish = {
  ...prep,
  send: 'I am done',
  resend: 'Send again',
  whoReads: {
    draft: 'Your instructor reads it only when you press "I am done".',
    sent: 'Your instructor can read what you have sent. What you change stays yours until you send again.',
  },
  another: 'Meet someone else',
  receipt: {
    ...prep.receipt,
    title: 'Thank you for taking part',
    now: ['Your instructor can see who you met and what you answered.', 'The others in the class cannot see it here.'],
  },
};
