import type { scenario as danish } from '../da/scenario.ts';
import { prep } from './prep.ts';

export const scenario: typeof danish = {
  ...prep,
  send: 'I am done',
  resend: 'Send again',
  whoReads: {
    draft: 'Only you can see what you write here. When you press "I am done", your instructor can read it too.',
    sent: 'Your instructor can read what you have sent. What you change stays yours until you send again.',
  },
  another: 'Meet someone else',
  receipt: {
    ...prep.receipt,
    title: 'Thank you for taking part',
    now: 'Your instructor can see whom you met and what you answered. The others in the class cannot see it here.',
  },
};
