import type { cardSort as danish } from '../da/cardSort.ts';
import { prep } from './prep.ts';

export const cardSort: typeof danish = {
  kind: { notOpenYet: '' },
  form: {
    ...prep,
    send: 'Send my cards',
    resend: 'Send again',
    whoReads: {
      draft: 'Only you can see your cards now. When you have sent them, your instructor can see them too.',
      sent: 'Your instructor can see what you have sent. What you change stays yours until you send again.',
    },
    fault: { ...prep.fault, missing: 'Put the card in a pile.' },
    receipt: {
      ...prep.receipt,
      title: 'Thank you. Your cards have been sent',
      now: ['Your instructor can see your piles before the webinar.', 'The others in the class cannot see them here.'],
    },
  },
};
