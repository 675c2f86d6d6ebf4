import { fields, whose, type CollectionEntry, type Reader } from './entries.ts';

const CLASS: readonly Reader[] = ['person', 'instructors'];
const PROGRAM: readonly Reader[] = ['program'];

/** What is reported to an LMS besides single answers, and where. */
export const reportsInventory: readonly CollectionEntry[] = [
  {
    name: 'standings',
    purpose: 'how far people are with what a grade column is made up of, as the LMS is told',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        resourceId: 'what the column is for',
        reports: 'the score, which columns in the LMS are told, and how that went',
      }),
      ...fields(PROGRAM, 'room', { due: 'when the LMS is to be told' }),
    },
  },
  {
    name: 'gradebooks',
    purpose: 'which grade columns the LMS course has',
    person: [],
    room: 'room',
    fields: fields(PROGRAM, 'room', {
      room: 'which class it belongs to',
      lineItems: 'where the columns are listed',
      columns: 'where scores go, and what for',
      progress: 'which columns are told of progress on the way',
      news: 'for which activities that has changed',
      lookedAt: 'when the list was seen last',
      triedAt: 'when we last tried to see it',
      failures: 'how often in a row it could not be seen',
      quiet: 'how often in a row there was nothing new',
      cause: 'why it could not be seen, as a code',
      due: 'when to look next',
    }),
  },
];
