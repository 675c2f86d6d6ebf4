import { fields, secrets, type CollectionEntry, type Reader } from './entries.ts';

const PERSON: readonly Reader[] = ['person'];
const CLASS: readonly Reader[] = ['person', 'instructors'];
const PROGRAM: readonly Reader[] = ['program'];

/** The classes, who is in them, and what is set for them. */
export const roomInventory: readonly CollectionEntry[] = [
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
        lineItems: 'where the LMS lists the course’s grade columns',
        gradeScopes: 'what the LMS allows with them',
        gradesWithheld: 'that a launch no longer named its columns, so that nothing is promised',
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
        background: 'municipality, sex and year of birth, if the LMS tells them, for the statistics',
        role: 'what one may do here',
        receivedRoles: 'what the LMS said that one is, to tell why one is that here',
        hasLed: 'that one has been staff here, and so need not be in the LMS’s list of participants',
        lastSeen: 'when one was last here; decides when reminders and the room end',
      }),
      ...fields(PERSON, 'room', {
        firstSeen: 'when one came for the first time',
        seenBefore: 'the visit before the last, to tell what is new',
        language: 'the language one has chosen',
        devices: 'whether one has opened the course on a phone, a tablet or a computer, for the statistics',
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
      progress: 'whether the link asks for progress on the way',
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
    name: 'statement_links',
    purpose: 'links by which a municipality’s coordinator reads the statement of a class, for a week',
    person: [],
    room: 'room',
    fields: {
      ...fields(PROGRAM, 'expiry', {
        room: 'which class it is of',
        municipality: 'of whom: those of this municipality',
        expiresAt: 'until when it works',
      }),
      ...secrets('expiry', { session: 'hash of the visit it was used for' }),
    },
  },
  {
    name: 'room_endings',
    purpose: 'that a class is past its time, so that its staff see when it is removed',
    person: [],
    room: 'room',
    fields: {
      ...fields(PROGRAM, 'room', { room: 'which class it is', noticedAt: 'when it was found to be past its time' }),
      ...fields(['instructors'], 'room', { removeAt: 'when it is removed' }),
    },
  },
];
