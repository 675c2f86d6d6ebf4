import type { Language } from '../../domain/viewer.ts';
import type { Day, Weekday } from '../../domain/week.ts';
import type { CollectionSchema } from '../../store/port.ts';

/** The ways a message can go out. A calendar feed sends nothing: a calendar fetches it. */
export type ChannelKind = 'email' | 'sms';

export const channelKinds: readonly ChannelKind[] = ['email', 'sms'];

/** Whose reminders. */
export interface Who {
  room: string;
  person: string;
}

export type OccasionKind = 'preparation' | 'webinar' | 'plan' | 'survey';

/** What someone wants to be reminded of through one channel. Times of day are as `09:00`, by clocks in Denmark. */
export interface Choices {
  preparation: { on: boolean; when: 'before' | 'weekly'; days: number; weekday: Weekday; time: string };
  webinar: boolean;
  /** Surveys that are due, or begun and not sent; the last one when the course is long over. */
  survey: boolean;
  plan: { on: boolean; weekdays: Weekday[]; time: string };
}

export const nothingChosen: Choices = {
  preparation: { on: false, when: 'before', days: 2, weekday: 7, time: '10:00' },
  webinar: false,
  survey: false,
  plan: { on: false, weekdays: [], time: '09:00' },
};

/** An address that is not confirmed yet. Times are in milliseconds since 1970. */
export interface Pending {
  address: string;
  /** Keyed hash: six digits alone would be guessed from any other. */
  codeHash: string;
  expires: number;
  /** Wrong codes typed so far. */
  tries: number;
}

/**
 * One channel of one person in one room: the address, what it is for, and what has been sent. The intent to send lies in
 * the same document as the due time, so that one write takes the place in the queue and says what is about to happen.
 * Times are in milliseconds since 1970.
 */
export interface Subscription extends Who {
  kind: ChannelKind;
  /** The page's language when it was last used; the person's own choice comes first. */
  language: Language;
  /** `refused`: the receiving side has said for good that the address takes nothing. */
  state: 'off' | 'on' | 'stopped' | 'refused';
  /** Confirmed; empty where none is, and again when the channel is stopped. */
  address: string;
  pending: Pending | null;
  /** When codes were sent, during the last day. */
  codesSent: number[];
  choices: Choices;
  /** What had its time before this is not sent afterwards. */
  chosenAt: number;
  /** Opens `/stop/<token>`. Every message contains it, so it has to be readable here. Found by its hash. */
  stopToken: string;
  stopHash: string;
  /** Written before a message is sent. Found by another worker, it means that nobody knows whether it was. */
  sending: { id: string; at: number } | null;
  /** A message that was clearly not taken, and when it may be tried again. */
  retry: { id: string; attempts: number; at: number } | null;
  /** Ids of the occasions that are done with, the latest last. */
  handled: string[];
  /** When messages that had been taken did not arrive after all, during the last month; one a day at most. */
  undelivered: number[];
  /** The day in Denmark of the latest message; empty before the first. */
  lastDay: Day;
  /** Queue field: when to look again, or until when a worker holds the document. */
  due: number;
}

export type SubscriptionIndex = 'room' | 'person' | 'stopHash' | 'due';

export const subscriptionSchema: CollectionSchema<Subscription, SubscriptionIndex> = {
  name: 'reminders',
  indexes: [['room', 'person'], ['stopHash']],
  encrypted: ['address', 'pending', 'stopToken', 'choices'],
  queue: 'due',
  // Subscriptions made before this option existed did not ask for it.
  migrations: [(doc) => ({ undelivered: [], ...doc, choices: { survey: false, ...(doc['choices'] as object) } })],
};

/**
 * How often codes went to one address, whoever asked for them, so that nobody can be pestered from several rooms; and how
 * often one user of a platform asked, in whichever room and as whichever person, so that an erasure begins nothing again.
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

/** A secret calendar address. Only its hash is kept. */
export interface Feed extends Who {
  language: Language;
  tokenHash: string;
  madeAt: number;
}

export const feedSchema: CollectionSchema<Feed, 'room' | 'person' | 'tokenHash'> = {
  name: 'calendar_feeds',
  indexes: [['room', 'person'], ['tokenHash']],
  encrypted: [],
};
