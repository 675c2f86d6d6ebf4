import type { greeting as danish } from '../da/greeting.ts';

export const greeting: typeof danish = {
  title: 'Your greeting to the class',
  home: 'To the class’s week',
  lead: 'The greeting is at the top of My week for everyone in the class. Write a new one when a week begins, if you like.',
  whoReads: 'Everyone in the class can read it. You choose what they call you.',
  asShown: 'This is how the class sees it now',
  fields: {
    navn: { ask: 'What should the class call you?', hint: 'For example your first name.' },
    initialer: {
      ask: 'Your initials',
      hint: 'They are in a circle beside the greeting. We find them ourselves if you write nothing.',
    },
    hilsen: {
      ask: 'Your greeting',
      hint: 'For example: Good that you are here. This week we talk about sleep. Come as you are.',
    },
  },
  save: 'Save the greeting',
  news: { saved: 'The greeting is saved. The class can see it now.', removed: 'The greeting is removed.' },
  errors: {
    missing: 'Write a greeting. If you do not want one, empty all the fields',
    nameMissing: 'Write what the class should call you',
    tooLong: (most, length) => `There is room for ${most} characters. You have written ${length}`,
    cpr: 'This looks like a CPR number. Please do not write it here. The greeting is not saved. Remove the number, or tick the box under the field if it is something else',
  },
  by: (name) => `${name}, your instructor`,
  link: 'Your greeting to the class',
  linkText: 'A few words and your initials on My week.',
};
