import { prep } from './prep.ts';

/** A card sort. Texts missing here are the preparation's. */
export const cardSort = {
  kind: { notOpenYet: '' },
  form: {
    ...prep,
    send: 'Send mine kort',
    resend: 'Send igen',
    whoReads: {
      draft: 'Kun du kan se dine kort nu. Når du har sendt dem, kan din instruktør også se dem.',
      sent: 'Din instruktør kan se det, du har sendt. Det, du retter, er kun dit, indtil du sender igen.',
    },
    fault: { ...prep.fault, missing: 'Læg kortet i en bunke.' },
    receipt: {
      ...prep.receipt,
      title: 'Tak. Dine kort er sendt',
      now: ['Din instruktør kan se dine bunker før webinaret.', 'De andre på holdet kan ikke se dem her.'],
    },
  },
};
