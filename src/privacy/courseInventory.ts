import { fields, secrets, whose } from './entries.ts';
import type { CollectionEntry, Reader } from './inventory.ts';

const PERSON: readonly Reader[] = ['person'];
const CLASS: readonly Reader[] = ['person', 'instructors'];
const PROGRAM: readonly Reader[] = ['program'];

/** What people write and choose, and the rooms they do it in. */
export const courseInventory: readonly CollectionEntry[] = [
  {
    name: 'rooms',
    purpose: 'the class',
    person: [],
    room: 'id',
    fields: {
      ...fields(CLASS, 'room', { title: 'the name of the course, shown at the top of pages' }),
      ...fields(PROGRAM, 'room', {
        id: 'the address of the class in the tool',
        platform: 'which LMS the class is in',
        deployment: 'which part of that LMS',
        context: 'the course’s id there, by which launches find the room',
        copiedFrom: 'which room the course was copied from, so that its links go on working',
        memberships: 'where the LMS gives the list of people',
        nextNumber: 'the number the next person gets',
        lastLaunchAt: 'when someone last came; shown to those who run the tool',
        sessionsFrom: 'until when everyone’s sessions in the class are over',
        createdAt: 'when the class was first opened; decides its end where nothing else does',
      }),
    },
  },
  {
    name: 'people',
    purpose: 'who is in the class',
    person: ['id'],
    room: 'room',
    fields: {
      ...fields(CLASS, 'room', {
        name: 'the name from the LMS, shown to the instructors',
        number: 'the number shown where the LMS withholds the name',
        role: 'what one may do here',
        receivedRoles: 'what the LMS said that one is, to tell why one is that here',
        lastSeen: 'when one was last here; decides when reminders and the room end',
      }),
      ...fields(PERSON, 'room', {
        firstSeen: 'when one came for the first time',
        seenBefore: 'the visit before the last, to tell what is new',
        language: 'the language one has chosen',
      }),
      ...fields(PROGRAM, 'room', {
        id: 'ties what one writes to one’s place here, without the LMS’s own id',
        room: 'which class it belongs to',
        sessionsFrom: 'until when one’s sessions are over, since one has signed out',
        subject: 'the id in the LMS, to report that an activity is completed',
      }),
    },
  },
  {
    name: 'placements',
    purpose: 'where activities stand in the LMS course',
    person: [],
    room: 'room',
    fields: fields(PROGRAM, 'room', {
      id: 'names the placement in what is to be reported',
      room: 'which class it belongs to',
      resourceLink: 'the link’s id in the LMS',
      activity: 'what the link opens',
      lineItem: 'the column that is told of a completion',
      lineItems: 'where columns are found',
      scopes: 'what the LMS allows',
    }),
  },
  {
    name: 'room_settings',
    purpose: 'the dates of the class',
    person: [],
    room: 'room',
    fields: {
      ...fields(CLASS, 'room', { schedule: 'start, rhythm and webinar of the class' }),
      ...fields(PROGRAM, 'room', {
        room: 'which class it belongs to',
        changedBy: 'which instructor changed it last',
        changedAt: 'when it was changed last',
      }),
    },
  },
  {
    name: 'responses',
    purpose: 'answers to the activities, and what the LMS is told of them',
    person: ['person'],
    room: 'room',
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
        writers: 'which page wrote what, so that a second tab loses nothing',
        due: 'when the LMS is to be told',
      }),
    },
  },
  ...(['diary_weeks', 'symptom_circles', 'webinar_notes'] as const).map((name) => ({
    name,
    purpose: { diary_weeks: 'the mood diary', symptom_circles: 'the symptom circle', webinar_notes: 'notes' }[name],
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(PERSON, 'room', {
        part: 'which week or part it is',
        draft: 'what one has written, for oneself alone',
        other: 'texts from another tab or device, until one removes them',
        beganAt: 'when one began',
        savedAt: 'when it was last saved',
      }),
      ...fields(PROGRAM, 'room', { writers: 'which page wrote what, so that a second tab loses nothing' }),
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
  {
    name: 'replies',
    purpose: 'short answers from instructors',
    person: ['to', 'from'],
    room: 'room',
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
    name: 'reply_readings',
    purpose: 'which answers from instructors were shown',
    person: ['person'],
    room: 'room',
    fields: { ...whose, ...fields(CLASS, 'room', { readTo: 'up to when one has read' }) },
  },
  {
    name: 'absences',
    purpose: 'webinars that someone has said they cannot come to',
    person: ['person'],
    room: 'room',
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
    name: 'readings',
    purpose: 'who has read what people wrote',
    // A line concerns several people; erasing one of them takes them out of it (erase.ts).
    person: [],
    named: 'whose',
    room: 'room',
    fields: {
      ...fields(PERSON, 'room', {
        reader: 'who read',
        role: 'as what they read',
        kind: 'what was read',
        activity: 'to which activity it belongs',
        at: 'when it was read',
      }),
      ...fields(PROGRAM, 'room', {
        room: 'which class it belongs to',
        whose: 'whose words were shown',
        keepUntil: 'when the line is swept where nobody has removed the room',
      }),
    },
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
      ...fields(PROGRAM, 'expiry', { madeBy: 'which administrator made it, so that the access log can say' }),
      ...fields(PERSON, 'expiry', { expiresAt: 'until when it works' }),
      ...secrets('expiry', { session: 'hash of the visit it was used for' }),
    },
  },
];
