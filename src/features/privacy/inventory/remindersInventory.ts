import { fields, secrets, whose, type CollectionEntry, type Reader } from './entries.ts';

const PERSON: readonly Reader[] = ['person'];
const PROGRAM: readonly Reader[] = ['program'];

/** What reaches people outside the course room: links, reminders and calendars. */
export const remindersInventory: readonly CollectionEntry[] = [
  {
    name: 'own_links',
    purpose: 'links to an activity of one’s own, made by hand or for a reminder',
    person: ['person'],
    room: 'room',
    fields: {
      ...fields(PROGRAM, 'expiry', {
        room: 'which class it belongs to',
        person: 'whose it is',
        inMessage: 'that it went out in a reminder, so that it replaces none',
      }),
      ...fields(PERSON, 'expiry', {
        activity: 'what the link opens',
        madeAt: 'when it was made',
        expiresAt: 'until when it works',
      }),
    },
  },
  {
    name: 'reminders',
    purpose: 'reminders by e-mail and SMS',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(PERSON, 'room', {
        kind: 'e-mail or SMS',
        language: 'in which language',
        state: 'whether they are sent',
        address: 'where they are sent; forgotten when one stops them',
        choices: 'what one wants to be reminded of, and when',
        chosenAt: 'when one chose it',
        lastDay: 'the day of the latest one',
      }),
      ...fields(PROGRAM, 'room', {
        codesSent: 'when codes were sent, so that nobody is pestered',
        sending: 'that one is on its way, so that none is sent twice',
        retry: 'that one is to be tried again',
        handled: 'which ones are done with',
        undelivered: 'when one did not arrive, so that the channel can be stopped',
        due: 'when to look again',
      }),
      ...secrets('room', {
        pending: 'an address that waits for its code',
        stopToken: 'the link that stops them',
        stopHash: 'finds that link',
      }),
    },
  },
  {
    name: 'reminder_addresses',
    purpose: 'how often an address was sent a code, or a user of a platform asked for one, under a keyed hash of that',
    person: [],
    room: undefined,
    fields: fields(PROGRAM, 'expiry', { sent: 'when codes were sent', expires: 'when that is forgotten' }),
  },
  {
    name: 'reminder_ceilings',
    purpose: 'how many codes a platform and all of them have sent by SMS, under a keyed hash of the platform',
    person: [],
    room: undefined,
    fields: fields(PROGRAM, 'expiry', { taken: 'how many within a day', expires: 'when that is forgotten' }),
  },
  {
    name: 'calendar_feeds',
    purpose: 'a secret calendar address',
    person: ['person'],
    room: 'room',
    fields: {
      ...whose,
      ...fields(PERSON, 'room', { language: 'in which language', madeAt: 'when it was made' }),
      ...secrets('room', { tokenHash: 'finds the address' }),
    },
  },
];
