import type { Language } from '../../domain/viewer.ts';
import type { Day, Weekday } from '../../domain/week.ts';
import type { CollectionSchema } from '../../store/port.ts';

/** The ways to send a message. A calendar feed is not one: calendars fetch it. */
export type ChannelKind = 'email' | 'sms';

export const channelKinds: readonly ChannelKind[] = ['email', 'sms'];

/** Whose reminders. */
export interface Who {
  room: string;
  person: string;
}

export type OccasionKind = 'preparation' | 'webinar' | 'plan' | 'survey';

/** What someone wants to be reminded of through a channel. Times of day are as `09:00`, in Europe/Copenhagen time. */
export interface Choices {
  preparation: { on: boolean; when: 'before' | 'weekly'; days: number; weekday: Weekday; time: string };
  webinar: boolean;
  /** Surveys that are due, or begun and not sent; includes the last one, long after the course. */
  survey: boolean;
  plan: { on: boolean; weekdays: Weekday[]; time: string };
}

export const nothingChosen: Choices = {
  preparation: { on: false, when: 'before', days: 2, weekday: 7, time: '10:00' },
  webinar: false,
  survey: false,
  plan: { on: false, weekdays: [], time: '09:00' },
};

/** An address waiting for confirmation. Times are in milliseconds since 1970. */
export interface Pending {
  address: string;
  /** A keyed hash, because six digits could be guessed from any other. */
  codeHash: string;
  expires: number;
  /** Wrong codes entered so far. */
  tries: number;
}

/**
 * One channel of one person in one room: the address, its use, and what has been sent. The intent to send is in the
 * same document as the due time, so that one write both claims the document and says what is about to happen. Times are
 * in milliseconds since 1970.
 */
export interface Subscription extends Who {
  kind: ChannelKind;
  /** The page's language when it was last used; the person's own choice takes precedence. */
  language: Language;
  /** `refused`: the receiving side has said that the address will never accept messages. */
  state: 'off' | 'on' | 'stopped' | 'refused';
  /** The confirmed address; empty if there is none, and again once the channel is stopped. */
  address: string;
  pending: Pending | null;
  /** When codes were sent within the last day. */
  codesSent: number[];
  choices: Choices;
  /** Reminders that were due before this are not sent. */
  chosenAt: number;
  /** Opens `/stop/<token>`. Every message contains it, so it must be readable here. Looked up by its hash. */
  stopToken: string;
  stopHash: string;
  /** Written before a message is sent. If another worker finds it, nobody knows whether the message was sent. */
  sending: { id: string; at: number } | null;
  /** A message that was clearly not accepted, and when it may be tried again. */
  retry: { id: string; attempts: number; at: number } | null;
  /** Ids of finished occasions, latest last. */
  handled: string[];
  /** When accepted messages turned out not to arrive, within the last month; at most one a day. */
  undelivered: number[];
  /** The day in Denmark of the latest message; empty before the first. */
  lastDay: Day;
  /** Queue field: when to check again, or until when a worker has claimed the document. */
  due: number;
}

export type SubscriptionIndex = 'room' | 'person' | 'stopHash' | 'due';

export const subscriptionSchema: CollectionSchema<Subscription, SubscriptionIndex> = {
  name: 'reminders',
  indexes: [['room', 'person'], ['stopHash']],
  keyBegins: 'room',
  encrypted: ['address', 'pending', 'stopToken', 'choices'],
  queue: 'due',
  // Subscriptions made before this option existed did not ask for it.
  migrations: [(doc) => ({ undelivered: [], ...doc, choices: { survey: false, ...(doc['choices'] as object) } })],
};

/**
 * How often codes were sent to an address, whoever asked, so that nobody can be pestered from several rooms; and how
 * often a platform's user asked, in any room and as any person, so that an erasure does not reset the count.
 */
export interface AddressUse {
  sent: number[];
  expires: number;
}

/** The key is a keyed hash of the address, or of the user. */
export const addressUseSchema: CollectionSchema<AddressUse, 'expires'> = {
  name: 'reminder_addresses',
  indexes: [],
  encrypted: [],
  expiry: 'expires',
};

/** A secret calendar address. Only its hash is stored. */
export interface Feed extends Who {
  language: Language;
  tokenHash: string;
  madeAt: number;
}

export const feedSchema: CollectionSchema<Feed, 'room' | 'person' | 'tokenHash'> = {
  name: 'calendar_feeds',
  indexes: [['room', 'person'], ['tokenHash']],
  keyBegins: 'room',
  encrypted: [],
};
