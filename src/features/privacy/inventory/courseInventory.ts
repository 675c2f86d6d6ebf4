import { classInventory } from './classInventory.ts';
import { fields, secrets, whose, type CollectionEntry, type Reader } from './entries.ts';
import { reportsInventory } from './reportsInventory.ts';

const PERSON: readonly Reader[] = ['person'];
const CLASS: readonly Reader[] = ['person', 'instructors'];
const PROGRAM: readonly Reader[] = ['program'];

/** What people write and choose, and who has read it. */
export const courseInventory: readonly CollectionEntry[] = [
  {
    name: 'responses',
    purpose: 'answers to the activities, and what the LMS is told of them',
    person: ['person'],
    room: 'room',
    writtenAt: 'savedAt',
    fields: {
      ...whose,
      ...fields(PERSON, 'room', {
        draft: 'what one has written, before and after it is sent',
        other: 'texts from another tab or device, until one removes them',
        agreements: 'what one has said yes or no to, in which wording and when',
        step: 'where one left',
        startedAt: 'when one began',
        savedAt: 'when it was last saved',
      }),
      ...fields(CLASS, 'room', {
        activity: 'what it is an answer to',
        kind: 'the kind of that activity',
        sent: 'what one has sent, which the instructors read',
        completedAt: 'when it was sent for the first time',
        lastSentAt: 'when it was sent last',
        reports: 'which columns in the LMS are told, and how that went',
      }),
      ...fields(PROGRAM, 'room', {
        id: 'names the answers on a shared screen without saying whose they are',
        contentVersion: 'which version of the course was answered',
        sentVersion: 'which version was answered when it was sent, where the course has changed since',
        writers: 'which page wrote what, so that a second tab loses nothing',
        turns: 'which save of a page was its latest, so that one that comes late loses nothing',
        due: 'when the LMS is to be told',
      }),
    },
  },
  ...reportsInventory,
  ...(['diary_weeks', 'symptom_circles', 'webinar_notes'] as const).map((name) => ({
    name,
    purpose: { diary_weeks: 'the mood diary', symptom_circles: 'the symptom circle', webinar_notes: 'notes' }[name],
    person: ['person'],
    room: 'room',
    writtenAt: 'savedAt',
    fields: {
      ...whose,
      ...fields(PERSON, 'room', {
        part: 'which week or part it is',
        draft: 'what one has written, for oneself alone',
        other: 'texts from another tab or device, until one removes them',
        beganAt: 'when one began',
        savedAt: 'when it was last saved',
      }),
      ...fields(PROGRAM, 'room', {
        writers: 'which page wrote what, so that a second tab loses nothing',
        turns: 'which save of a page was its latest, so that one that comes late loses nothing',
      }),
    },
  })),
  {
    name: 'instructor_desks',
    purpose: 'what an instructor has laid out for the webinars',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(['instructors'], 'room', {
        stars: 'which answers the instructor will bring up, without their words',
        visits: 'when the instructor last looked, to tell what is new',
      }),
    },
  },
  ...classInventory,
  {
    name: 'absences',
    purpose: 'webinars that someone has said they cannot come to',
    person: ['person'],
    room: 'room',
    writtenAt: 'at',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        day: 'which webinar it is',
        reason: 'why, if one wants to say; instructors see it without a name',
        at: 'when it was told',
      }),
    },
  },
  {
    name: 'attendance',
    purpose: 'who came to which webinar, as the instructors noted it',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(CLASS, 'room', {
        week: 'which webinar it is',
        state: 'whether one came, or took part by phone',
        at: 'when it was noted',
      }),
    },
  },
  {
    name: 'readings',
    purpose: 'who has read what people wrote',
    // A line concerns several people; erasing one of them removes them from it (erase.ts).
    person: [],
    named: 'whose',
    room: 'room',
    outlivesRoom: true,
    fields: {
      ...fields(PERSON, 'audit', {
        reader: 'who read',
        role: 'as what they read',
        kind: 'what was read',
        activity: 'to which activity it belongs',
        at: 'when it was read',
      }),
      ...fields(PROGRAM, 'audit', {
        room: 'which class it belongs to',
        whose: 'whose words were shown',
        keepUntil: 'when the line is removed',
      }),
    },
  },
  {
    name: 'evaluation_steps',
    purpose: 'which answers are in the class’s figures, so that two tables do not tell of one person',
    // Erasing someone removes them from the members (mentions.ts); the sums of five or more stay.
    person: [],
    room: 'room',
    fields: fields(PROGRAM, 'room', {
      room: 'which class it belongs to',
      steps: 'sums over five people or more, as they are told',
      members: 'whose answers are in which sum or were given to an evaluator, and what they were then',
    }),
  },
  {
    name: 'notices',
    purpose: 'which version of the notice on personal data someone has been shown',
    person: ['person'],
    room: 'room',
    fields: { ...whose, ...fields(PERSON, 'room', { shown: 'which versions, in which language, and when' }) },
  },
  {
    name: 'copy_links',
    purpose: 'links by which someone fetches a copy of their data, for a week',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(PROGRAM, 'expiry', { madeBy: 'which administrator made it, so that the audit log can say' }),
      ...fields(PERSON, 'expiry', { expiresAt: 'until when it works' }),
      ...secrets('expiry', { session: 'hash of the visit it was used for' }),
    },
  },
];
