import type { Language } from '../domain/viewer.ts';
import { NEVER } from '../store/port.ts';
import { nothingChosen, type ChannelKind, type Choices, type Subscription, type Who } from './records.ts';
import { hashOf, newToken } from './tokens.ts';

/** Ids hold no slash. */
export const keyOf = ({ room, person }: Who, kind: ChannelKind): string => [room, person, kind].join('/');

export const newSubscription = (
  { room, person, language }: Who & { language: Language },
  kind: ChannelKind,
): Subscription => {
  const stopToken = newToken();
  return {
    room,
    person,
    kind,
    language,
    state: 'off',
    address: '',
    pending: null,
    codesSent: [],
    choices: nothingChosen,
    chosenAt: 0,
    stopToken,
    stopHash: hashOf(stopToken),
    sending: null,
    retry: null,
    handled: [],
    undelivered: [],
    lastDay: '',
    due: NEVER,
  };
};

/** Due now; a worker that is sending keeps its hold, and looks again itself. */
const dueNow = (doc: Subscription, now: number): number => (doc.sending ? doc.due : now);

/** The address is confirmed. The stop link stays: the ones in older messages go on working. */
export const switchedOn = (doc: Subscription, address: string, now: number): Subscription => ({
  ...doc,
  state: 'on',
  address,
  pending: null,
  retry: null,
  undelivered: [],
  due: dueNow(doc, now),
});

export const withChoices = (doc: Subscription, choices: Choices, now: number): Subscription => ({
  ...doc,
  choices,
  chosenAt: now,
  retry: null,
  due: dueNow(doc, now),
});

/** No more messages, and the address is forgotten. The stop link goes on being known, so that it can say so. */
export const switchedOff = (doc: Subscription, state: 'stopped' | 'refused'): Subscription => ({
  ...doc,
  state,
  address: '',
  pending: null,
  choices: nothingChosen,
  sending: null,
  retry: null,
  due: NEVER,
});
