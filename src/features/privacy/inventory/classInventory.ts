import { fields, whose, type CollectionEntry, type Reader } from './entries.ts';

const CLASS: readonly Reader[] = ['person', 'instructors'];
const PROGRAM: readonly Reader[] = ['program'];

/** What instructors and the class say to one another. */
export const classInventory: readonly CollectionEntry[] = [
  {
    name: 'replies',
    purpose: 'short answers from instructors',
    person: ['to', 'from'],
    room: 'room',
    writtenAt: 'sentAt',
    fields: fields(CLASS, 'room', {
      room: 'which class it belongs to',
      to: 'whom it is to',
      from: 'who wrote it',
      about: 'what it is about',
      text: 'its words',
      sentAt: 'when it was sent',
    }),
  },
  {
    name: 'greetings',
    purpose: 'how an instructor greets the class',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        name: 'what the class is to call the instructor, in their own choice',
        initials: 'letters beside it, in their own choice',
        text: 'the greeting, which everyone in the class reads',
        savedAt: 'when it was written',
      }),
    },
  },
  {
    name: 'greeting_pictures',
    purpose: 'the picture beside an instructor’s greeting',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        bytes: 'the picture, in the instructor’s own choice, without what a camera notes beside it',
        savedAt: 'when it was chosen',
      }),
      ...fields(PROGRAM, 'room', { id: 'the picture’s address', kind: 'JPEG, PNG or WebP' }),
    },
  },
  {
    name: 'reply_thanks',
    purpose: 'thanks for short answers from instructors',
    person: ['person', 'from'],
    room: 'room',
    writtenAt: 'at',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        about: 'what the answer was about',
        from: 'who wrote the answer',
        sentAt: 'when the answer was sent',
        at: 'when it was thanked for',
      }),
    },
  },
  {
    name: 'reply_readings',
    purpose: 'which answers from instructors were shown',
    person: ['person'],
    room: 'room',
    fields: { ...whose, ...fields(CLASS, 'room', { readTo: 'up to when one has read' }) },
  },
  {
    name: 'class_ideas',
    purpose: 'questions to the class and ideas for them, without names',
    person: ['person'],
    room: 'room',
    writtenAt: 'at',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        text: 'its words; the class reads them once an instructor has let them through',
        question: 'which question it is an idea for',
        state: 'who may read it',
        isChosen: 'whether it is shown at the webinar',
        at: 'when it was written',
      }),
      ...fields(PROGRAM, 'room', { id: 'names it without saying whose it is' }),
    },
  },
  {
    name: 'class_idea_switches',
    purpose: 'whether a class may ask one another for ideas',
    person: [],
    room: 'room',
    fields: fields(CLASS, 'room', { room: 'which class it belongs to', isOff: 'whether it is switched off' }),
  },
];
