import type { extra as danish } from '../da/extra.ts';

export const extra: typeof danish = {
  offer: 'Would you like more?',
  offerText: 'Only if you feel like it. You miss nothing by leaving it out.',
  free: 'Nothing here is a must. Read what you like, and write on paper if you want to. Nothing on this page is saved.',
  whole: (n) => `All of it takes about ${n} minutes.`,
  pages: 'Pages that go with this',
  listenSlowly: 'Read aloud slowly',
};
