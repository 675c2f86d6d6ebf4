import { prep } from './prep.ts';

/** The digital co-participants. Texts missing here are the preparation's. */
export const scenario = {
  ...prep,
  send: 'Jeg er færdig',
  resend: 'Send igen',
  whoReads: {
    draft: 'Din instruktør læser det først, når du trykker "Jeg er færdig".',
    sent: 'Din instruktør kan læse det, du har sendt. Det, du retter, er kun dit, indtil du sender igen.',
  },
  another: 'Mød en anden',
  receipt: {
    ...prep.receipt,
    title: 'Tak, fordi du var med',
    now: ['Din instruktør kan se, hvem du mødte, og hvad du svarede.', 'De andre på holdet kan ikke se det her.'],
  },
};
