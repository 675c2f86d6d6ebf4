import { prep } from './prep.ts';

/** The digital co-participants. Texts missing here are the preparation's. */
export const scenario = {
  ...prep,
  another: 'Mød en anden',
  receipt: {
    ...prep.receipt,
    title: 'Tak, fordi du var med',
    now: ['Din instruktør kan se, hvem du mødte, og hvad du svarede.', 'De andre på holdet kan ikke se det her.'],
  },
};
