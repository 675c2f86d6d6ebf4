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
  news: {
    saved: 'The greeting is saved. The class can see it now.',
    removed: 'The greeting is removed.',
    pictured: 'The picture is saved. The class can see it now.',
    unpictured: 'The picture is removed.',
  },
  errors: {
    missing: 'Write a greeting. If you do not want one, empty all the fields',
    nameMissing: 'Write what the class should call you',
    tooLong: (most, length) => `There is room for ${most} characters. You have written ${length}`,
    cpr: 'This looks like a CPR number. Please do not write it here. The greeting is not saved. Remove the number, or tick the box under the field if it is something else',
  },
  picture: {
    title: 'Your picture',
    back: 'To your greeting',
    lead: 'A picture makes you easier to know. You decide whether to have one. Otherwise your initials are there.',
    noGreeting: 'You have not written a greeting yet. The picture is shown together with it.',
    whoSees: 'Everyone in the class can see the picture. We remove what the camera has noted about time and place.',
    ask: 'Choose a picture of yourself',
    hint: ({ kilobytes, pixels }) =>
      `JPG, PNG or WebP. At most ${kilobytes} kB and ${pixels} pixels on the longer side. Most browsers make the picture small enough by themselves.`,
    preview: 'This is how the picture will look',
    save: 'Save the picture',
    remove: 'Remove the picture',
    add: 'Add a picture',
    change: 'Change or remove the picture',
    alt: (name) => `Picture of ${name}`,
    faults: {
      none: () => 'Choose a picture first',
      kind: () => 'The file is not a JPG, PNG or WebP picture that we can show. Choose another',
      large: ({ kilobytes, pixels }) =>
        `The picture is too large. It may be ${kilobytes} kB and ${pixels} pixels on the longer side at most. Crop it, or choose a smaller one`,
    },
  },
  by: (name) => `${name}, your instructor`,
  link: 'Your greeting to the class',
  linkText: 'A few words on My week, with your initials or a picture.',
};
