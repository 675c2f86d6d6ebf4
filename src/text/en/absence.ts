import type { absence as danish } from '../da/absence.ts';

export const absence: typeof danish = {
  title: 'I cannot come',
  link: 'I cannot come',
  told: 'You have said that you will not come.',
  change: 'Change it',
  undo: 'I will come after all',
  webinar: (when) => `The webinar is ${when}.`,
  fine: 'That is quite all right. You can come again next time.',
  ask: 'Why can you not come?',
  whoSees: 'Your instructor can see that you will not come, but not your reason.',
  counted: (least) =>
    `The reasons are counted for the whole class. The numbers are shown only when at least ${least} people have been away.`,
  send: 'Tell my instructor',
  back: 'To my week',
  reasons: {
    syg: 'I am ill or in pain',
    'for-meget': 'It is too much for me right now',
    barn: 'My child or someone else needs me',
    aftale: 'I have another appointment',
    arbejde: 'I have work or a placement',
    teknik: 'My computer, phone or connection is playing up',
    andet: 'Something else',
    'vil-ikke-sige': 'I would rather not say',
  },
  errors: { reason: 'Choose a reason. You can also choose “I would rather not say”' },
  none: 'There is no webinar right now',
  noneText: 'Once the next webinar has a date, you can say here that you cannot come.',
};
